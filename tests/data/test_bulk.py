"""One change to many: the preview says what happens, and exactly that happens."""

from datetime import date, timedelta

import pytest

from core.bulk_change import LAST_THEME, BulkChange, Effect
from core.filters import today
from data.bulk import bulk_change, bulk_effects
from data.editing import change_partnership
from data.errors import ChangedMeanwhile, InputRefused
from data.record import stored_partnerships
from data.store import Row, Store
from data.undo import undo_batch
from tests.data.test_editing import stated
from tests.portfolio import ZAANSTAD, Portfolio, steps

SINCE = date(2025, 1, 1)


@pytest.fixture
def seen(store: Store) -> dict[int, int]:
    """Three partnerships, as somebody saw them: id and version."""
    made = Portfolio(store)
    made.library("Bibliotheek Aa", ZAANSTAD)
    made.partner("School", "basisschool", ZAANSTAD)
    first = made.partnership("A", partners=[1], owner="Anna", history=steps(("actief", SINCE)))
    second = made.partnership("B", partners=[1], themes=["VO", "PO"])
    third = made.partnership("C", partners=[1], theme="VO", status="slapend")
    return {first: 1, second: 1, third: 1}


def rows(store: Store) -> list[Row]:
    return stored_partnerships(store, [1, 2, 3])


def test_an_owner_is_given_to_those_that_have_another(store: Store, seen: dict[int, int]) -> None:
    change = BulkChange("owner", "Anna")
    effects = bulk_effects(store, seen, change)
    assert [(one.before, one.after, one.changes) for one in effects] == [
        ("Anna", "Anna", False), ("–", "Anna", True), ("–", "Anna", True),
    ]  # fmt: skip
    batch = bulk_change(store, seen, change, "Bert")
    assert [(row["owner"], row["version"]) for row in rows(store)] == [
        ("Anna", 1), ("Anna", 2), ("Anna", 2),
    ]  # fmt: skip
    undo_batch(store, batch, "Bert")
    assert [row["owner"] for row in rows(store)] == ["Anna", None, None]


def test_a_status_holds_from_a_day_and_not_before_the_last_one(
    store: Store, seen: dict[int, int]
) -> None:
    over = BulkChange("status", "beeindigd", date(2024, 12, 31), "geen geld meer")
    effects = bulk_effects(store, seen, over)
    assert [one.refused for one in effects] == ["de vorige status geldt vanaf 01-01-2025", "", ""]
    assert effects[1] == Effect(2, "B", "Actief", "Beëindigd")
    bulk_change(store, seen, over, "Anna")
    first, second, third = rows(store)
    assert (first["status"], second["status"], third["status"]) == (
        "actief", "beeindigd", "beeindigd",
    )  # fmt: skip
    assert second["history"] == steps(("actief", None), ("beeindigd", date(2024, 12, 31)))
    assert (second["end_date"], second["ended_reason"]) == (date(2024, 12, 31), "geen geld meer")


def test_an_end_moves_what_was_planned_and_never_comes_before_a_start(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek Aa", ZAANSTAD)
    planned, over = date(2030, 1, 1), BulkChange("status", "beeindigd", SINCE)
    made.partnership("A", end_date=planned)
    made.partnership("B", start_date=date(2026, 1, 1))
    both = {1: 1, 2: 1}
    refused = [one.refused for one in bulk_effects(store, both, over)]
    assert refused == ["", "de start is pas op 01-01-2026"]
    bulk_change(store, both, over, "Anna")
    assert [row["end_date"] for row in rows(store)] == [SINCE, None]


def test_what_is_planned_gives_way(store: Store, seen: dict[int, int]) -> None:
    later = today() + timedelta(days=30)
    bulk_change(store, {2: 1}, BulkChange("status", "slapend", later), "Anna")
    now = BulkChange("status", "actief", today())
    assert [one.refused for one in bulk_effects(store, {2: 2}, now)] == [""]
    bulk_change(store, {2: 2}, now, "Anna")
    assert rows(store)[1]["history"] == steps(("actief", None))


@pytest.mark.parametrize(("typed", "kept"), [("", None), ("  \n", None), (" Juf  Ank ", "Juf Ank")])
def test_an_owner_is_a_name_or_nobody(
    store: Store, seen: dict[int, int], typed: str, kept: str | None
) -> None:
    bulk_change(store, {1: 1}, BulkChange("owner", typed), "Bert")
    assert rows(store)[0]["owner"] == kept


def test_a_status_holds_from_the_day_that_is_said(store: Store, seen: dict[int, int]) -> None:
    day = BulkChange("status", "slapend", SINCE)
    assert [one.refused for one in bulk_effects(store, seen, day)] == ["", "", ""]
    already = BulkChange("status", "actief", date(2024, 1, 1))
    assert bulk_effects(store, {1: 1}, already) == [Effect(1, "A", "Actief", "Actief")]
    bulk_change(store, seen, day, "Anna")
    assert [row["history"] for row in rows(store)[:2]] == [
        steps(("slapend", SINCE)), steps(("actief", None), ("slapend", SINCE)),
    ]  # fmt: skip


@pytest.mark.parametrize(("typed", "kept"), [("", None), (" geen \n geld ", "geen geld")])
def test_a_reason_is_a_line_or_nothing(
    store: Store, seen: dict[int, int], typed: str, kept: str | None
) -> None:
    bulk_change(store, seen, BulkChange("status", "beeindigd", SINCE, typed), "Anna")
    assert [row["ended_reason"] for row in rows(store)] == [kept] * 3


def test_the_preview_is_by_name(store: Store) -> None:
    made = Portfolio(store)
    seen = {made.partnership(name): 1 for name in ("Samen", "Aan tafel", "Lezen")}
    effects = bulk_effects(store, seen, BulkChange("owner", "Anna"))
    assert [one.name for one in effects] == ["Aan tafel", "Lezen", "Samen"]


def test_a_theme_comes_and_goes_but_never_the_last(store: Store, seen: dict[int, int]) -> None:
    bulk_change(store, seen, BulkChange("add_theme", "PO"), "Anna")
    assert [row["themes"] for row in rows(store)] == [["PO"], ["VO", "PO"], ["VO", "PO"]]
    now = {row["id"]: row["version"] for row in rows(store)}
    gone = BulkChange("remove_theme", "PO")
    assert [one.refused for one in bulk_effects(store, now, gone)] == [LAST_THEME, "", ""]
    bulk_change(store, now, gone, "Anna")
    assert [row["themes"] for row in rows(store)] == [["PO"], ["VO"], ["VO"]]


@pytest.mark.parametrize(
    "change",
    [
        BulkChange("status", "bezig"),
        BulkChange("status", None),
        BulkChange("add_theme", "Leesplezier"),
        BulkChange("owner", "x" * 201),
        BulkChange("status", "actief", date(1, 1, 1)),
    ],
)
def test_what_cannot_be_is_refused(store: Store, seen: dict[int, int], change: BulkChange) -> None:
    before = rows(store)
    with pytest.raises(InputRefused):
        bulk_change(store, seen, change, "Anna")
    assert rows(store) == before


def test_nothing_to_change_is_said(store: Store, seen: dict[int, int]) -> None:
    with pytest.raises(InputRefused, match="verandert niets"):
        bulk_change(store, {3: 1}, BulkChange("status", "slapend"), "Anna")


def test_what_somebody_changed_meanwhile_is_not_overwritten(
    store: Store, seen: dict[int, int]
) -> None:
    change_partnership(store, 2, 1, stated(name="B", owner="Cor"), "Cor")
    with pytest.raises(ChangedMeanwhile):
        bulk_change(store, seen, BulkChange("owner", "Anna"), "Bert")
    assert [row["owner"] for row in rows(store)] == ["Anna", "Cor", None]
