"""What a person types in a cell."""

from datetime import date

import pytest

from core.values import Unreadable, day, yes_or_day


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("mei 2024", "1-5-2024", "31-5-2024"),
        ("Feb. 2023", "1-2-2023", "28-2-2023"),
        ("maart-2024", "1-3-2024", "31-3-2024"),
        ("5-2024", "1-5-2024", "31-5-2024"),
        ("2024-02", "1-2-2024", "29-2-2024"),
        ("2024", "1-1-2024", "31-12-2024"),
    ],
)
def test_a_month_or_a_year_is_not_guessed_but_asked_for(typed: str, first: str, last: str) -> None:
    for read in (day, yes_or_day):
        with pytest.raises(Unreadable, match=f"Schrijf {first} voor het begin of {last} voor"):
            read(typed)
    assert day(first) is not None
    assert day(last) is not None


@pytest.mark.parametrize("typed", ["ergens 2024", "13-2024", "mei", "0-2024", "mei 0024", "t12:30"])
def test_what_is_no_month_is_no_date(typed: str) -> None:
    with pytest.raises(Unreadable, match=r"^Dit is geen datum\. Schrijf een datum als 31-12-2026"):
        day(typed)
    with pytest.raises(Unreadable, match=r"^Vul ja of nee in"):
        yes_or_day(typed)


def test_a_day_of_a_month_in_words() -> None:
    assert day("1 mei 2024") == day("1 mei. 2024") == date(2024, 5, 1)
