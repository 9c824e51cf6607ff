"""What people choose from, on the reference facts."""

from data.choices import gemeenten, libraries, regions, statuses, themes
from data.store import Store
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio


def test_libraries_by_name_with_their_partnerships(store: Store) -> None:
    assert libraries(store) == []
    made = Portfolio(store)
    home = made.library("Zaan", ZAANSTAD, ALKMAAR)
    made.library("Alkmaar", ALKMAAR)
    made.partnership(library=home)
    gone = made.partnership(library=home)
    made.ask("update partnership set removed_at = now() where id = ?", gone)
    found = libraries(store)
    assert [(row["name"], row["partnerships"]) for row in found] == [("Alkmaar", 0), ("Zaan", 1)]
    assert found[1]["gemeenten"] == [ZAANSTAD, ALKMAAR]
    assert not found[1]["is_example"]


def test_regions_provinces_first(store: Store) -> None:
    found = regions(store)
    kinds = [row["kind"] for row in found]
    assert kinds == sorted(kinds)
    assert kinds.count("province") == 12
    assert {"Groningen (provincie)", "Kop van Noord-Holland"} <= {row["label"] for row in found}
    assert len({row["label"] for row in found}) == len(found)


def test_gemeenten_with_their_regions(store: Store) -> None:
    found = {row["code"]: row for row in gemeenten(store)}
    assert len(found) == 342
    assert found[ZAANSTAD]["name"] == found[ZAANSTAD]["searched"] == "Zaanstad"
    assert found["GM0518"]["searched"].endswith("s-Gravenhage (Den Haag)")
    assert found[ZAANSTAD]["regions"] == ["PV27", "NH-ZWA"]
    codes = {row["code"] for row in regions(store)}
    assert all(set(row["regions"]) <= codes for row in found.values())


def test_themes_in_order_with_their_group(store: Store) -> None:
    found = themes(store)
    assert len(found) == 12
    assert [row["code"] for row in found][:3] == ["KOV", "PO", "VO"]
    assert found[0]["group_label"] == "Onderwijs en opvang"


def test_statuses_in_order_of_life(store: Store) -> None:
    found = [(row["code"], row["counts_as"]) for row in statuses(store)]
    assert found == [
        ("signaal", "none"),
        ("verkenning", "pipeline"),
        ("opstart", "pipeline"),
        ("actief", "active"),
        ("evaluatie", "active"),
        ("slapend", "none"),
        ("beeindigd", "none"),
    ]
