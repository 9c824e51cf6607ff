"""Which backups are kept: never none, and the clock has no say in what is the latest."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.backup_rotation import DAYS, LATEST, MONTHS, WEEKS, Made, kept

START = datetime(2026, 1, 1, 4)


def every(step: timedelta, times: int) -> list[Made]:
    return [Made(number, START + number * step) for number in range(1, times + 1)]


def test_the_latest_and_the_last_of_days_weeks_and_months() -> None:
    made = every(timedelta(hours=12), 2 * 400)
    days = {Made(one, START + one * timedelta(hours=12)).at.date() for one in kept(made)}
    last = made[-1].at.date()
    assert {last - timedelta(days=back) for back in range(DAYS)} <= days
    assert len(kept(made)) <= LATEST + DAYS + WEEKS + MONTHS
    assert min(days) < last - timedelta(days=300)
    assert len({(day.year, day.month) for day in days}) == MONTHS


def test_of_many_in_an_hour_the_last_of_the_days_before_stay() -> None:
    made = every(timedelta(days=1), 7)
    made += [Made(8 + n, made[-1].at + timedelta(minutes=n)) for n in range(50)]
    assert {1, 2, 3, 4, 5, 6} <= kept(made)
    assert {52, 53, 54, 55, 56, 57} <= kept(made)


def test_one_from_a_clock_that_was_years_ahead_drives_none_away() -> None:
    made = every(timedelta(days=1), 6)
    ahead = Made(7, START + timedelta(days=4000))
    after = Made(8, START + timedelta(days=8))
    assert kept([*made, ahead, after]) == {2, 3, 4, 5, 6, 7, 8}


@given(st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), min_size=1))
def test_the_latest_are_kept_whatever_the_clock_says(at: list[datetime]) -> None:
    made = [Made(number, moment) for number, moment in enumerate(at, start=1)]
    assert set(range(max(1, len(made) - LATEST + 1), len(made) + 1)) <= kept(made)
