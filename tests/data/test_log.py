"""The log is JSON, a line a record, and holds nothing that people typed or that a row holds."""

import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

import data.__main__
from data import log
from data.errors import InputRefused, StoreError
from data.ingest.partnerships import read_partnerships
from data.store import Store
from tests.marked import MARK, marked

Lines = io.StringIO


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[Lines]:
    """What is logged while the test runs; afterwards everything is logged as it was."""
    written = io.StringIO()
    root = logging.getLogger()
    before = (root.handlers, root.level, logging.raiseExceptions)
    for owner, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    for name in ("uvicorn", "uvicorn.error"):  # as pages/shared/one_log.py has it in the app
        monkeypatch.setattr(logging.getLogger(name), "propagate", True)
    monkeypatch.setattr(sys, "stderr", written)
    log.configure("DEBUG")
    yield written
    root.handlers, level, logging.raiseExceptions = before
    root.setLevel(level)
    logging.captureWarnings(capture=False)


def records(lines: Lines) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def test_a_line_says_when_how_bad_who_and_what(lines: Lines) -> None:
    extra = {"reference": "ABCD2345", "count": 3, "who": MARK}
    logging.getLogger("data.some").warning("%s of them", 3, extra=extra)
    [found] = records(lines)
    assert found.pop("time").endswith("+00:00")
    assert found == {
        "level": "WARNING", "logger": "data.some", "message": "3 of them",
        "reference": "ABCD2345", "count": 3,
    }  # fmt: skip


def test_of_an_exception_only_the_classes_and_the_places_are_kept(lines: Lines) -> None:
    try:
        try:
            raise KeyError(MARK)
        except KeyError as error:
            raise ValueError(f"{MARK} has no number") from error
    except ValueError:
        logging.getLogger("data.some").exception("went wrong", stack_info=True)
    [found] = records(lines)
    assert (found["error"], found["because_of"]) == ("ValueError", ["KeyError"])
    assert [one.split(":")[0] for one in found["at"]] == ["tests/data/test_log.py"] * 2
    assert MARK not in lines.getvalue()


def test_what_others_fill_in_is_left_out(lines: Lines) -> None:
    address = f"/?anoniem={MARK}"
    logging.getLogger("uvicorn.error").error('%s - "WebSocket %s"', "192.168.1.9", address)
    logging.getLogger("streamlit.something").warning("no such value: %s", MARK)
    logging.getLogger("other").error("%s", MARK, exc_info=ValueError(MARK))
    logging.getLogger("other").error("%d and %d", MARK)  # cannot even be filled in
    assert [one["message"] for one in records(lines)] == [
        '%s - "WebSocket %s"', "no such value: %s", "%s",
    ]  # fmt: skip
    assert MARK not in lines.getvalue()
    assert "192.168" not in lines.getvalue()


@pytest.mark.filterwarnings("default")
def test_a_warning_says_where_and_of_which_kind(lines: Lines) -> None:
    warnings.warn(f"{MARK} is old", DeprecationWarning, stacklevel=1)
    [found] = records(lines)
    assert found["message"].endswith("DeprecationWarning")
    assert MARK not in lines.getvalue()


def test_what_nobody_catches_is_a_line_as_well(lines: Lines) -> None:
    def fail() -> None:
        raise RuntimeError(MARK)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    sys.excepthook(RuntimeError, RuntimeError(MARK), None)
    assert [one["error"] for one in records(lines)] == ["RuntimeError"] * 2
    assert MARK not in lines.getvalue()


def test_a_command_that_fails_unforeseen_says_so_in_words(
    lines: Lines, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ValueError(MARK)

    monkeypatch.setattr(data.__main__, "app", broken)
    with pytest.raises(SystemExit) as ended:
        data.__main__.run()
    written = capsys.readouterr().err
    logged, said = written.splitlines()
    assert ended.value.code == 2
    assert said.startswith("Er ging iets mis in het programma. Er is niets gewijzigd.")
    assert json.loads(logged)["reference"] in said
    assert MARK not in written


def test_nothing_that_people_typed_gets_into_the_log(lines: Lines) -> None:
    """Filling, loading, changing, and what fails of that: a refused file, a query, a change."""
    with Store.open(None) as store:
        made = marked(store)
        with pytest.raises(InputRefused):
            read_partnerships(store, b"\x00\x01" + MARK.encode(), f"{MARK}.csv")
        with pytest.raises(StoreError) as asked:
            store.rows("partner_record", id=MARK)
        with pytest.raises(StoreError) as changed, store.change(MARK, f"{MARK} gewijzigd") as one:
            one.cursor.execute("insert into partner select * from partner")
        with pytest.raises(StoreError) as typed, store.change(MARK, f"{MARK} gewijzigd") as one:
            one.cursor.execute(f"select '{MARK}'::integer")
        assert made.partner
    found = {one["reference"]: one for one in records(lines) if "reference" in one}
    assert [one.value.reference for one in (asked, changed, typed)] == list(found)
    assert {one["shown"] for one in found.values()} == {"StoreError"}
    assert MARK.lower() not in lines.getvalue().lower()
