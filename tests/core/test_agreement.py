"""An agreement is late, near, open or done; what is said of them together."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import ValidationError

from core.agreement import SOON_DAYS, Agreement, State, agreements_finding, state_on

ON = date(2026, 11, 28)
DAYS = some.dates(date(2020, 1, 1), date(2030, 1, 1))


def agreed(due: date | None = None, done: date | None = None, what: str = "Bellen") -> Agreement:
    return Agreement(partnership=1, what=what, due=due, done_on=done)


@pytest.mark.parametrize(
    ("due", "done", "state"),
    [
        (None, None, State.OPEN),
        (ON - timedelta(1), None, State.OVERDUE),
        (ON, None, State.SOON),
        (ON + timedelta(SOON_DAYS), None, State.SOON),
        (ON + timedelta(SOON_DAYS + 1), None, State.OPEN),
        (ON - timedelta(1), ON, State.DONE),
        (ON - timedelta(1), ON + timedelta(1), State.OVERDUE),
        (None, ON, State.DONE),
    ],
)
def test_state_on_a_day(due: date | None, done: date | None, state: State) -> None:
    assert state_on(agreed(due, done), ON) is state


@given(due=some.none() | DAYS, done=some.none() | DAYS, on=DAYS)
def test_what_was_done_by_a_day_asks_nothing_on_it(
    due: date | None, done: date | None, on: date
) -> None:
    is_done = done is not None and done <= on
    assert (state_on(agreed(due, done), on) is State.DONE) == is_done


def test_finding_counts_what_is_open_and_names_the_first_date() -> None:
    assert agreements_finding([], ON) == "Er zijn nog geen afspraken vastgelegd."
    held = [agreed(ON - timedelta(9)), agreed(ON + timedelta(3)), agreed(), agreed(None, ON)]
    assert agreements_finding(held, ON) == (
        "3 afspraken staan open, waarvan 1 te laat en 1 binnen 30 dagen aan de beurt; de eerste "
        "datum is 19 november 2026."
    )
    assert agreements_finding([agreed()], ON) == "1 afspraak staat open."
    assert agreements_finding([agreed(None, ON)] * 2, ON) == "Alle 2 afspraken zijn gedaan."
    assert agreements_finding([agreed(None, ON)], ON) == "De afspraak is gedaan."


@pytest.mark.parametrize("what", ["", "   ", "x" * 301])
def test_an_agreement_says_what(what: str) -> None:
    with pytest.raises(ValidationError, match="Beschrijf"):
        agreed(what=what)


def test_in_words_leaves_out_what_is_empty() -> None:
    made = agreed(date(2026, 12, 1), what="  Bellen \n morgen ")
    assert made.in_words() == {"Soort": "Afspraak", "Wat": "Bellen morgen", "Vóór": "01-12-2026"}
