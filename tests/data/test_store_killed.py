"""A process that dies leaves a store that opens, with all that was committed in it."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.checking import findings
from data.store import Store
from tests import written_until_killed
from tests.written_until_killed import KINDS

ROOT = Path(__file__).parents[2]
DIE = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
OPEN = "from pathlib import Path; from data.store import Store; s = Store.open(Path({path!r}))"
EXAMPLE = "from data.demo.generate import add_example; add_example(s, partnerships=50)"
CHANGE = (
    "from data.saved_views import keep_view; from core.saved_view import SavedView; "
    "keep_view(s, 'Van mij', SavedView(), 'Anna')"
)


def run_and_die(path: Path, *steps: str) -> None:
    code = "; ".join([OPEN.format(path=str(path)), *steps, DIE])
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == -9, done.stderr.decode()


@pytest.mark.parametrize(
    "steps", [(), (EXAMPLE,), (EXAMPLE, CHANGE)], ids=["new", "filled", "changed"]
)
def test_it_opens_again(tmp_path: Path, steps: tuple[str, ...]) -> None:
    path = tmp_path / "samenwerking.duckdb"
    run_and_die(path, *steps)
    run_and_die(path)  # once more, straight after reading the log back
    with Store.open(path) as store:
        assert len(store.rows("libraries")) == (8 if steps else 0)
        views = store.rows("documents", kind="view", id=None)
        assert [row["name"] for row in views] == (["Van mij"] if CHANGE in steps else [])


# So many kills of each kind; `SAMENWERKING_KILLS=50 pytest tests/data/test_store_killed.py` is the
# whole of it.
KILLS = int(os.environ.get("SAMENWERKING_KILLS", "2"))


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("killed") / "begun.duckdb"
    written_until_killed.begin(path)
    return path


@pytest.mark.timeout(120 + 20 * KILLS)
@pytest.mark.parametrize("kind", list(KINDS))
def test_what_was_acknowledged_is_there_and_nothing_is_half(
    kind: str, begun: Path, tmp_path: Path
) -> None:
    """The same store is written to and killed again and again, each time somewhere in a write."""
    path = tmp_path / "store.duckdb"
    shutil.copy2(begun, path)
    chance = random.Random(7)
    for _ in range(KILLS):
        acknowledged = _killed_while_writing(kind, path, chance)
        with Store.open(path) as store:
            assert acknowledged <= KINDS[kind].rounds(store) <= acknowledged + 1
            assert findings(store) == []


def _killed_while_writing(kind: str, path: Path, chance: random.Random) -> int:
    """Kill it somewhere in a round after the first few; the last round that it acknowledged."""
    command = [sys.executable, "-m", "tests.written_until_killed", kind, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        try:
            for _ in range(chance.randint(1, 4)):
                begun = time.perf_counter()
                line = writer.stdout.readline()
                took = time.perf_counter() - begun
                assert line, writer.wait()
            time.sleep(chance.random() * min(took, 0.5))
        finally:
            writer.kill()
        rest = writer.stdout.read().split("\n")
        # The last line may be cut off; the one before was written whole.
        return int(([line, *rest[:-1]])[-1])
