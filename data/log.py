"""The log: one JSON object a line on stderr, without anything that people typed or read.

Our own lines are written to hold no such thing: `tests/data/test_log.py` looks for it. Of what
others log (Streamlit, the server, drivers) only the fixed text is kept, not what they fill in:
that can be an address with a key, a network address or a value. Of an exception the classes are
kept and where in our code it came from; what it says can hold a value of a row.
"""

import base64
import logging
import re
import secrets
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from pythonjsonlogger.json import JsonFormatter

ROOT: Final = Path(__file__).resolve().parent.parent
OURS: Final = {"core", "data", "pages", "server"}
# What a line can say besides: numbers, names of queries and of kinds; never what they hold.
FIELDS: Final = ("reference", "query", "step", "seconds", "count", "kind", "shown")
MOST_FRAMES: Final = 12
_WARNED: Final = re.compile(r".*?:\d+: \w+")


def new_reference() -> str:
    """A code that a person can read out, to find the line of the log that goes with an error."""
    return base64.b32encode(secrets.token_bytes(5)).decode("ascii")


class LogLine(JsonFormatter):
    """A record as one JSON object."""

    def __init__(self) -> None:
        super().__init__(json_ensure_ascii=False)

    def add_fields(
        self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]
    ) -> None:
        """Only what is named here gets into a line, whatever a record carries along."""
        when = datetime.fromtimestamp(record.created, UTC)
        log_data["time"] = when.isoformat(timespec="milliseconds")
        log_data["level"] = record.levelname
        log_data["logger"] = record.name
        log_data["message"] = _said(record)
        log_data.update((name, record.__dict__[name]) for name in FIELDS if name in record.__dict__)
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            log_data.update(described(error))


def described(error: BaseException) -> dict[str, Any]:
    """An exception without what it says: the classes, and the lines of our code it went through."""
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in chain:
        chain.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    found: dict[str, Any] = {"error": _class_of(error)}
    if len(chain) > 1:
        found["because_of"] = [_class_of(cause) for cause in chain[1:]]
    # An error of the disk: the number says which (full, no right), and no name of a file is in it.
    numbers = [cause.errno for cause in chain if isinstance(cause, OSError) and cause.errno]
    if numbers:
        found["errno"] = numbers[0]
    frames = [frame for cause in reversed(chain) for frame in _frames(cause)]
    return found | {"at": frames[-MOST_FRAMES:]}


def _class_of(error: BaseException) -> str:
    kind = type(error)
    return (
        kind.__qualname__
        if kind.__module__ == "builtins"
        else f"{kind.__module__}.{kind.__qualname__}"
    )


def _frames(error: BaseException) -> list[str]:
    """Where an exception passed: in our own code, and the place where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    return [
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}"
        for at, frame in enumerate(frames, start=1)
        if at == len(frames) or _is_ours(frame.filename)
    ]


def _is_ours(file: str) -> bool:
    path = Path(file)
    return path.is_relative_to(ROOT) and "site-packages" not in path.parts


def _short(file: str) -> str:
    path = Path(file)
    if _is_ours(file):
        return path.relative_to(ROOT).as_posix()
    return "/".join(path.parts[-3:])


def _said(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] in OURS:
        return record.getMessage()
    if record.name == "py.warnings":  # what is filled in: where, of which class and what
        where = _WARNED.match(record.getMessage())
        return where[0] if where else "warning"
    return str(record.msg).strip()


def configure(level: str) -> logging.Handler:
    """From here on everything that this process logs is a line of JSON on stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(LogLine())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    logging.raiseExceptions = False  # a line that cannot be written would be printed whole
    # What nobody catches would be printed with all that it says.
    sys.excepthook = lambda kind, error, trace: _uncaught(error)
    threading.excepthook = lambda args: _uncaught(args.exc_value)
    sys.unraisablehook = lambda args: _uncaught(args.exc_value)
    return handler


def _uncaught(error: BaseException | None) -> None:
    if error is not None and not isinstance(error, KeyboardInterrupt | SystemExit):
        logging.getLogger(__name__).critical("nobody caught this", exc_info=error)
