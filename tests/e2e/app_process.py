"""The real app in a process of its own: what the browser tests visit."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parents[2]
START_SECONDS = 90

# "first start": there is no store yet, so the app makes one with the example portfolio.
# "empty": the reference facts and nothing else, as `python -m data init` makes it.
StoreKind = Literal["first start", "empty"]


@dataclass(frozen=True)
class RunningApp:
    """A started app: where it listens, what it stores, what it said."""

    url: str
    store: Path
    log: Path


@contextmanager
def running_app(
    folder: Path,
    store_kind: StoreKind,
    settings: dict[str, str] | None = None,
    script: str = "server.py",
    prepare: Callable[[str], object] = lambda _: None,
) -> Iterator[RunningApp]:
    """Start the app on a free port with a fresh store in `folder`; stop it at the end.

    `prepare` is told its address before it starts.
    """
    app = RunningApp(free_address(), folder / "e2e.duckdb", folder / "app.log")
    environment = _environment(app.store) | (settings or {})
    prepare(app.url)
    if store_kind == "empty":
        _make_empty_store(environment)
    process = serve(script, app, environment)
    try:
        yield app
    finally:
        stop(process)


def serve(
    script: str, app: RunningApp, environment: dict[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start a script at the address of `app` and wait until it answers."""
    with app.log.open("ab") as log:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", script),
                f"--server.port={app.url.rsplit(':', 1)[1]}",
                "--server.address=127.0.0.1",
            ],
            cwd=ROOT,
            env=environment or _environment(app.store),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_healthy(process, app)
    except BaseException:
        stop(process)
        raise
    return process


def free_address() -> str:
    """Return an address of this machine at which nothing listens yet."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def _environment(store: Path) -> dict[str, str]:
    # What the developer has set for their own app must not reach the app under test.
    ours = ("SAMENWERKING_", "STREAMLIT_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"SAMENWERKING_STORE": str(store), "NO_COLOR": "1"}


def _make_empty_store(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "data", "init"]
    made = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if made.returncode != 0:
        raise RuntimeError(f"python -m data init failed:\n{made.stdout}{made.stderr}")


def _wait_until_healthy(process: subprocess.Popen[bytes], app: RunningApp) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"The app stopped at its start:\n{app.log.read_text()}")
        try:
            with urllib.request.urlopen(f"{app.url}/_stcore/health", timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            pass
        time.sleep(0.1)
    raise RuntimeError(f"The app did not start in {START_SECONDS} s:\n{app.log.read_text()}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Stop what `serve` started."""
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
