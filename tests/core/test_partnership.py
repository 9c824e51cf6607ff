from datetime import date, datetime

import pytest

from core import values
from core.history import Step, first_history, moved_history, next_history
from core.partnership import read_typed

GOOD = {"name": "Lezen", "partners": "OBS De Ster", "themes": "PO", "status": "actief"}
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("31-12-2026", date(2026, 12, 31)),
        ("31/12/2026", date(2026, 12, 31)),
        ("31-12-26", date(2026, 12, 31)),
        ("2026-12-31", date(2026, 12, 31)),
        ("2026-12-31T00:00:00", date(2026, 12, 31)),
        ("1 september 2026", date(2026, 9, 1)),
        ("3 mrt 2026", date(2026, 3, 3)),
        ("3 maart 2026", date(2026, 3, 3)),
        (datetime(2026, 12, 31), date(2026, 12, 31)),
        (46022.0, date(2025, 12, 31)),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_read_the_dutch_way(typed, meant):
    assert values.day(typed) == meant


@pytest.mark.parametrize("typed", ["31-02-2026", "12/31/2026", "2026", "morgen", "1-1-1026", True])
def test_impossible_dates_are_refused(typed):
    with pytest.raises(values.Unreadable):
        values.day(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.250,50", 1250.5),
        ("1250.5", 1250.5),
        ("1250,5", 1250.5),
        ("€ 1.000", 1000.0),
        ("€ 1.000,-", 1000.0),
        ("1,250.50", 1250.5),
        ("12 uur", 12.0),
        (0, 0.0),
        ("", None),
    ],
)
def test_numbers_are_read_the_dutch_way(typed, meant):
    assert values.number(typed) == meant


@pytest.mark.parametrize("typed", ["-5", -5, "veel", "1.2.3", True, float("nan"), "1e12", 1e12])
def test_numbers_that_cannot_be(typed):
    with pytest.raises(values.Unreadable):
        values.number(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ja", (True, None)),
        ("X", (True, None)),
        ("WAAR", (True, None)),
        (True, (True, None)),
        (1.0, (True, None)),
        ("nee", (False, None)),
        ("ONWAAR", (False, None)),
        ("12-1-2023", (True, date(2023, 1, 12))),
        (datetime(2023, 1, 12), (True, date(2023, 1, 12))),
        ("", (None, None)),
    ],
)
def test_an_agreement_is_yes_no_or_a_date(typed, meant):
    assert values.yes_or_day(typed) == meant


def test_unseen_characters_go_and_text_stays_text():
    assert values.text("=1+1\x00\u202e<b>") == "=1+1<b>"
    assert values.text(5.0) == "5"
    assert values.several("A; B\nC;;A") == ("A", "B", "C")


def test_every_fault_of_a_row_is_told():
    typed, faults = read_typed(
        {
            **GOOD,
            "partners": "",
            "start_date": "1-9-2026",
            "end_date": "1-8-2026",
            "hours": "-1",
            "note": "x" * 5_001,
            "contributions": {"SD1": "4", "SD2": ""},
        }
    )
    assert typed is None
    assert {fault.field for fault in faults} == {"partners", "end_date", "hours", "note", "SD1"}
    assert "vóór de start (01-09-2026)" in {f.field: f.reason for f in faults}["end_date"]


def test_a_good_row_and_the_limits():
    typed, faults = read_typed({**GOOD, "name": "n" * 200, "note": "x" * 5_000, "hours": "1,5"})
    assert not faults
    assert typed is not None
    assert (typed.hours, typed.partners) == (1.5, ("OBS De Ster",))
    assert read_typed({**GOOD, "name": "n" * 201})[1][0].field == "name"
    assert "letters" in read_typed({**GOOD, "name": "???"})[1][0].reason


def test_the_first_history():
    def first(status, start=None, end=None):
        return first_history(status, start, end, TODAY, active=status == "actief")

    past, future = date(2024, 1, 1), date(2027, 1, 1)
    assert first("actief") == [("actief", None)]
    assert first("actief", past) == [("actief", past)]
    assert first("actief", future) == [("opstart", TODAY), ("actief", future)]
    assert first("beeindigd", past, date(2025, 1, 1)) == [
        ("actief", past),
        ("beeindigd", date(2025, 1, 1)),
    ]
    assert first("beeindigd", past) == [("actief", past), ("beeindigd", TODAY)]
    assert first("beeindigd") == [("beeindigd", None)]
    assert first("verkenning", future) == [("verkenning", TODAY)]


def test_the_next_history_keeps_what_was():
    old: list[Step] = [("actief", date(2024, 1, 1))]
    ended = date(2025, 6, 30)
    assert next_history(old, "beeindigd", None, ended, TODAY) == [*old, ("beeindigd", ended)]
    assert next_history(old, "slapend", date(2024, 1, 1), None, TODAY) == [*old, ("slapend", TODAY)]
    later = date(2025, 1, 1)
    assert next_history(old, "evaluatie", later, None, TODAY) == [*old, ("evaluatie", later)]
    assert next_history([("actief", TODAY)], "slapend", None, None, TODAY) == [("slapend", TODAY)]


def test_a_corrected_start_moves_the_step():
    old, new = date(2024, 1, 1), date(2023, 1, 1)
    assert moved_history([("actief", old)], (old, None), (new, None)) == [("actief", new)]
    two: list[Step] = [("actief", old), ("slapend", date(2025, 1, 1))]
    assert moved_history(two, (old, None), (date(2026, 1, 1), None)) == two
