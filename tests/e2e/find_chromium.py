"""Find the Chromium that the browser tests drive; with --install, get one when there is none.

    python tests/e2e/find_chromium.py [--install]

prints the path of the browser and nothing else on standard output; what it does and what is
missing goes to standard error. An installed browser first (the environment variable CHROMIUM
names one that must be used), then Debian's package, then Playwright's own download.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
)
OTHER_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
HOW_TO_GET_ONE = """\
No Chromium was found for the browser tests, and none could be installed from here.
  Debian:          sudo apt install chromium
  macOS, Windows:  install Google Chrome or Chromium
  anywhere:        .venv/bin/python -m playwright install --with-deps chromium
An installed one in another place: CHROMIUM=/path/to/chromium make test"""


DRIVER_DOES_NOT_START = """\
Playwright, which drives the browser, does not start; the lines above say why.
  Debian, Ubuntu:  sudo apt install libatomic1   (its usual missing part on a bare system)"""


class ChromiumMissingError(RuntimeError):
    """There is no browser to test with; the message says what to do."""


def find_chromium() -> Path:
    """Return the path of an installed Chromium that starts."""
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        if path is None or not _starts(path):
            raise ChromiumMissingError(f"CHROMIUM names {named!r}, which is no browser that starts")
        return Path(path)
    for candidate in _candidates():
        if _starts(candidate):
            return Path(candidate)
    raise ChromiumMissingError(HOW_TO_GET_ONE)


def find_or_install_chromium() -> Path:
    """Return an installed Chromium, or install one and return that."""
    if not _driver_starts() and not (_install_debian("libatomic1") and _driver_starts()):
        raise ChromiumMissingError(DRIVER_DOES_NOT_START)
    try:
        return find_chromium()
    except ChromiumMissingError:
        if os.environ.get("CHROMIUM"):
            raise
    _say("No Chromium found.")
    for install in (_install_debian_chromium, _download_with_playwright):
        if install():
            try:
                return find_chromium()
            except ChromiumMissingError:
                continue
    raise ChromiumMissingError(HOW_TO_GET_ONE)


def _candidates() -> Iterator[str]:
    for command in COMMANDS:
        if path := shutil.which(command):
            yield path
    yield from (place for place in OTHER_PLACES if os.access(place, os.X_OK))
    if downloaded := _path_of_playwright_download():
        yield downloaded


def _starts(path: str) -> bool:
    # Some systems put a stub under the browser's name that only says how to install it. Chrome on
    # Windows has no --version: it would open a window.
    if sys.platform == "win32":
        return True
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def _path_of_playwright_download() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.access(path, os.X_OK) else None


def _driver_starts() -> bool:
    return _runs([sys.executable, "-m", "playwright", "--version"])


def _install_debian_chromium() -> bool:
    return _is_debian() and _install_debian("chromium", "fonts-liberation")


def _install_debian(*packages: str) -> bool:
    as_root = _as_root()
    if as_root is None or shutil.which("apt-get") is None:
        return False
    _say(f"Installing with apt-get, which takes a few minutes: {', '.join(packages)}")
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    return _runs([*apt, "update"]) and _runs(install)


def _download_with_playwright() -> bool:
    _say("Downloading Playwright's Chromium ...")
    with_libraries = [] if _as_root() is None else ["--with-deps"]
    playwright = [sys.executable, "-m", "playwright"]
    return _runs([*playwright, "install", *with_libraries, "chromium"], shown="always")


def _as_root() -> list[str] | None:
    """Return what to put before a command to run it as root; None when that is not possible."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    return sudo if shutil.which("sudo") and _runs([*sudo, "true"], shown="never") else None


def _is_debian() -> bool:
    # Ubuntu's package only points to a snap.
    try:
        lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    fields = dict(line.split("=", 1) for line in lines if "=" in line)
    family = f"{fields.get('ID', '')} {fields.get('ID_LIKE', '')}".replace('"', "").split()
    return "debian" in family and "ubuntu" not in family


def _runs(command: list[str], *, shown: str = "when it fails") -> bool:
    """Run a command; say whether it succeeded. Show what it says always, never or on failure."""
    capture = None if shown == "always" else subprocess.PIPE
    try:
        ran = subprocess.run(
            command, stdout=capture or sys.stderr, stderr=subprocess.STDOUT, text=True
        )
    except OSError:
        return False
    if ran.returncode != 0 and shown == "when it fails":
        _say(ran.stdout)
    return ran.returncode == 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Print the path of a Chromium; return 1 when there is none."""
    find = find_or_install_chromium if "--install" in sys.argv[1:] else find_chromium
    try:
        print(find())
    except ChromiumMissingError as missing:
        _say(str(missing))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
