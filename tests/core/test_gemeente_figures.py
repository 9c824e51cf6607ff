"""Key figures as typed, and which of several years are shown."""

from typing import Any

import pytest
from pydantic import ValidationError

from core.gemeente_figures import (
    ABSENT,
    GemeenteFigures,
    KnownFigure,
    figure_faults,
    gemeente_code,
    gemeente_number,
    latest,
)


def figures(year: int = 2025, **given: Any) -> GemeenteFigures:
    return GemeenteFigures.model_validate({"library": 1, "gemeente": 479, "year": year, **given})


def faults(**given: Any) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        figures(**given)
    return figure_faults(caught.value)


def test_numbers_are_read_the_dutch_way() -> None:
    made = figures(members="12.500", fte="12,5", subsidy_per_inhabitant="€ 18,50", visits=None)
    assert made.given() == {"members": 12_500, "fte": 12.5, "subsidy_per_inhabitant": 18.5}
    assert GemeenteFigures.model_validate_json(made.model_dump_json()) == made


def test_what_is_wrong_is_said_per_figure() -> None:
    found = faults(members="veel", branches="2,5", visits=-1)
    assert [field for field, _ in found] == ["branches", "members", "visits"]
    assert ["geheel aantal" in found[0][1], "geen getal" in found[1][1]] == [True, True]
    assert "negatief" in found[2][1]


def test_nothing_filled_in_and_more_youth_than_members() -> None:
    assert faults() == [("", "Vul ten minste één kerncijfer in.")]
    [(field, reason)] = faults(members=100, youth_members=101)
    assert (field, "meer jeugdleden (101) dan leden (100)" in reason) == ("", True)


def test_each_figure_is_the_last_that_was_delivered() -> None:
    """Of a year that has not come by the measure date nothing is shown."""
    years = [figures(2024, members=10, fte=3), figures(2025, members=12), figures(2027, members=9)]
    found = {one.name: one for one in latest(years, 2026)}
    assert found["members"] == KnownFigure("members", 12, 2025)
    assert found["fte"] == KnownFigure("fte", 3.0, 2024)
    assert (found["visits"].shown, found["visits"].year) == (ABSENT, None)


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("members", 31250.0, "31.250"),
        ("fte", 38.46, "38,5"),
        ("fte", 38.0, "38"),
        ("subsidy_per_inhabitant", 17.85, "€ 17,85"),
        ("subsidy_per_inhabitant", 18.0, "€ 18"),
        ("volunteers", 0.0, "0"),
    ],
)
def test_figures_are_rounded_sensibly(name: str, value: float, shown: str) -> None:
    assert KnownFigure(name, value, 2025).shown == shown


def test_a_gemeente_is_a_number_and_back() -> None:
    assert (gemeente_number("GM0047"), gemeente_code(47)) == (47, "GM0047")
