"""Which partnerships the matrix of the goals shows, in which order, and what groups add up to."""

from typing import Any

import pytest

from core.filters import Filters
from data.alignment import alignment, alignment_groups, alignment_summary
from data.store import Store
from tests.portfolio import ALKMAAR, DAY, VEENDAM, ZAANSTAD, Portfolio, goals, weigh

TODAY = Filters(measure_date=DAY)


@pytest.fixture
def two(store: Store) -> Portfolio:
    """Two libraries that share a goal, two partners, five partnerships."""
    made = Portfolio(store)
    aa = made.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR)
    bee = made.library("Bibliotheek Bee", VEENDAM)
    weigh(made, aa, {"A": 60.0, "B": 40.0})
    weigh(made, bee, {"A": 50.0, "C": 50.0})
    school, care = made.partner("School"), made.partner("Zorg")
    made.partnership("Lezen", partners=[school], hours=100.0, contributions=goals(A=3, B=1))
    made.partnership(
        "Voorlezen", themes=["PO", "KOV"], partners=[school, care], contributions=goals(A=1, B=3)
    )
    made.partnership(
        "Café", theme="KOV", partners=[care], hours=30.0, contributions=goals(A=0, B=0)
    )
    made.partnership("Open", theme="COM")
    made.partnership("Lézen", library=bee, partners=[school], contributions=goals(A=2))
    return made


def names(made: Portfolio, *asked: Any, **more: Any) -> list[str]:
    return [row["name"] for row in alignment(made.store, TODAY, *asked, **more).to_pylist()]


def groups(made: Portfolio, grouping: str | None, **more: Any) -> dict[str, dict[str, Any]]:
    """The groups by key, without the row for all together."""
    found = alignment_groups(made.store, TODAY, grouping=grouping, **more).to_pylist()
    return {row["key"]: row for row in found if row["key"] is not None}


def together(made: Portfolio, words: str = "", **more: Any) -> list[dict[str, Any]]:
    """What stands before the groups."""
    return alignment_groups(made.store, TODAY, words, **more).to_pylist()[:1]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("alignment", ["Lezen", "Voorlezen", "Lézen", "Café", "Open"]),
        # A serves Lezen (3) more than Lézen (2); then B; then nothing; then not judged.
        ("goal", ["Lezen", "Lézen", "Voorlezen", "Café", "Open"]),
        # Childcare is the first theme, community the last of these.
        ("theme", ["Café", "Voorlezen", "Lezen", "Lézen", "Open"]),
        ("library", ["Lezen", "Voorlezen", "Café", "Open", "Lézen"]),
        ("partner", ["Lezen", "Voorlezen", "Lézen", "Café", "Open"]),
    ],
)
def test_the_order(two: Portfolio, order: str, expected: list[str]) -> None:
    assert names(two, order=order) == expected
    assert names(two, order=order, limit=2) == expected[:2]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("lezen", ["Lezen", "Voorlezen", "Lézen"]),
        ("LÉZEN  bee", ["Lézen"]),
        ("bibliotheek aa café", ["Café"]),
        ("  ", ["Lezen", "Voorlezen", "Lézen", "Café", "Open"]),
        ("nergens", []),
    ],
)
def test_every_word_is_in_the_name_or_the_library(
    two: Portfolio, words: str, expected: list[str]
) -> None:
    assert names(two, words) == expected
    assert [row["partnerships"] for row in together(two, words)] == (
        [len(expected)] if expected else []
    )


def test_groups_add_up_what_was_judged(two: Portfolio) -> None:
    found = groups(two, "theme")
    assert {key: row["partnerships"] for key, row in found.items()} == {"PO": 3, "KOV": 2, "COM": 1}
    school = found["PO"]
    assert (school["label"], school["judged"], school["hours"]) == ("Primair onderwijs", 3, 100)
    # (220 / 3 + 180 / 3 + 100 / 3) / 3
    assert school["alignment"] == pytest.approx(500 / 9)
    assert {one["goal"]: (one["mean"], one["judged"]) for one in school["cells"]} == {
        "A": (2, 3),  # 3, 1 and 2
        "B": (2, 2),  # 1 and 3: it is no goal of the other library
        "C": (None, 0),
    }
    assert [one["partnerships"] for one in school["cells"]] == [3, 2, 1]
    assert found["COM"]["alignment"] is None


def test_all_together_stand_first(two: Portfolio) -> None:
    """Each counts once, also where it stands in two groups."""
    [row] = together(two)
    assert (row["key"], row["partnerships"], row["judged"], row["groups"]) == (None, 5, 4, 0)
    assert {one["goal"]: one["strength"] for one in row["cells"]} == {"A": 6, "B": 4, "C": 0}
    for order in ("size", "name", "goal"):
        [beside] = together(two, grouping="theme", order=order, limit=1)
        assert (beside["partnerships"], beside["cells"]) == (5, row["cells"])
        assert beside["groups"] == 3


@pytest.mark.parametrize(
    ("grouping", "expected"),
    [
        ("library", {"Bibliotheek Aa": 4, "Bibliotheek Bee": 1}),
        ("partner", {"School": 3, "Zorg": 2, "": 1}),
        ("goal", {"Doel A": 2, "Doel B": 1, "": 1, "-": 1}),
    ],
)
def test_other_groupings(two: Portfolio, grouping: str, expected: dict[str, int]) -> None:
    found = {row["label"] or key: row["partnerships"] for key, row in groups(two, grouping).items()}
    assert found == expected


def test_opening_a_group_gives_its_partnerships(two: Portfolio) -> None:
    assert names(two, "", "theme", "KOV") == ["Voorlezen", "Café"]
    assert names(two, "", "goal", "") == ["Café"]
    assert names(two, "", "goal", "-") == ["Open"]
    assert names(two, "", "partner", "") == ["Open"]
    assert names(two, "voor", "theme", "PO") == ["Voorlezen"]
    for grouping in ("theme", "library", "partner", "goal"):
        for key, row in groups(two, grouping).items():
            assert len(names(two, "", grouping, key)) == row["partnerships"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("size", ["KOV", "PO", "COM"]),
        ("alignment", ["COM", "PO", "KOV"]),
        ("name", ["COM", "KOV", "PO"]),
        # PO serves A as much as B (2), of which the first counts; KOV serves B most, COM B only.
        ("goal", ["PO", "COM", "KOV"]),
    ],
)
def test_the_order_of_groups(two: Portfolio, order: str, expected: list[str]) -> None:
    for _ in range(2):
        two.partnership(theme="KOV", contributions=goals(A=0, B=2))
    two.partnership("Sterk", theme="COM", contributions=goals(B=3, A=2))
    assert list(groups(two, "theme", order=order)) == expected
    [first] = groups(two, "theme", limit=1).values()
    assert (first["key"], first["groups"]) == ("KOV", 3)


def test_under_chosen_themes_there_are_no_other_groups(two: Portfolio) -> None:
    filters = Filters(measure_date=DAY, themes=("KOV",))
    _, row = alignment_groups(two.store, filters, grouping="theme").to_pylist()
    assert (row["key"], row["partnerships"]) == ("KOV", 2)


def test_the_summary_counts(two: Portfolio) -> None:
    two.partnership("Ook open", hours=7.0)
    [row] = alignment_summary(two.store, TODAY).to_pylist()
    assert row == {"partnerships": 6, "idle": 1, "idle_hours": 30, "unjudged": 2}
    filters = Filters(measure_date=DAY, themes=("MBO",))
    [none] = alignment_summary(two.store, filters).to_pylist()
    assert none == {"partnerships": 0, "idle": 0, "idle_hours": 0, "unjudged": 0}


def test_an_empty_store(store: Store) -> None:
    assert alignment_groups(store, TODAY).num_rows == 0
    assert alignment_groups(store, TODAY, grouping="partner").num_rows == 0
    assert alignment_summary(store, TODAY).to_pylist()[0]["partnerships"] == 0


def test_what_is_not_known_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="prijs"):
        alignment(store, TODAY, order="prijs")
    with pytest.raises(ValueError, match="kleur"):
        alignment_groups(store, TODAY, grouping="kleur")
