"""The result of a year says something, and each year is chosen once."""

from datetime import date

import pytest
from pydantic import ValidationError

from core.yearly_result import YearlyResult, years_to_choose


def test_a_result_says_something() -> None:
    for text in (None, "", "  "):
        with pytest.raises(ValidationError, match="beoogde of het behaalde"):
            YearlyResult(partnership=1, year=2026, intended=text)
    made = YearlyResult(partnership=1, year=2026, actual="Tien groepen")
    assert made.in_words() == {"Jaar": "2026", "Behaald": "Tien groepen"}


def test_years_run_from_next_year_back_without_those_taken() -> None:
    years = years_to_choose(date(2026, 11, 28), {2026})
    assert (years[:2], years[-1], len(years)) == ([2027, 2025], 2016, 11)
