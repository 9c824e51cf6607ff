"""Which backups are kept when a new one was made."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

LATEST, DAYS, WEEKS, MONTHS = 6, 7, 4, 12


@dataclass(frozen=True)
class Made:
    """A good backup: its number, which only grows, and what the clock said when it was made."""

    number: int
    at: datetime


def kept(made: Sequence[Made]) -> set[int]:
    """The numbers that are kept: the latest, and the last of each of so many days, weeks, months.

    What is latest follows from the numbers: a clock can be put back, or be years ahead for a day.
    """
    newest = sorted(made, key=lambda one: -one.number)
    chosen = {one.number for one in newest[:LATEST]}
    for bucket, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        last: dict[Hashable, int] = {}
        for one in newest:
            last.setdefault(bucket(one.at), one.number)
        chosen |= set(list(last.values())[:most])
    return chosen


def _day(at: datetime) -> date:
    return at.date()


def _week(at: datetime) -> tuple[int, int]:
    return at.isocalendar()[:2]


def _month(at: datetime) -> tuple[int, int]:
    return at.year, at.month
