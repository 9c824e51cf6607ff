"""A process that dies leaves a store that opens, with all that was committed in it."""

import subprocess
import sys
from pathlib import Path

import pytest

from data.store import Store

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
