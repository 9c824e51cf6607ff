"""What the import asks the store before it judges a file: rows in, rows out."""

from data.ingest.gemeenten import known_gemeenten
from data.ingest.linking import free_locations, unlinked_partners
from data.ingest.partnerships import known_goals
from data.ingest.plan import active_statuses
from data.ingest.registers import themes_with_register
from data.ingest.rows import known_locations
from data.ingest.template import template_gemeenten
from data.ingest.terms import known_terms
from data.record import reserve_ids
from data.store import Store
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio


def test_active_statuses(store: Store) -> None:
    assert active_statuses(store.rows) == {"actief", "evaluatie"}


def test_known_gemeenten_by_every_spelling(store: Store) -> None:
    found = known_gemeenten(store.rows)
    spellings = {row["spelling"] for row in found if row["code"] == "GM0518"}
    assert {"'s-Gravenhage", "Den Haag"} <= spellings
    assert len({row["code"] for row in found}) == 342


def test_template_gemeenten_by_name(store: Store) -> None:
    names = [row["name"] for row in template_gemeenten(store)]
    assert len(names) == 342
    assert "Zaanstad" in names


def test_known_goals(store: Store) -> None:
    codes = [row["code"] for row in known_goals(store.rows)]
    assert codes == sorted(codes)
    assert codes[0] == "SD1"


def test_known_terms_by_code_label_and_synonym(store: Store) -> None:
    found = {(row["list"], row["spelling"]): row["code"] for row in known_terms(store.rows)}
    assert found["theme", "PO"] == found["theme", "Primair onderwijs"] == "PO"
    assert found["status", "Actief"] == found["status", "actief"] == "actief"
    lists = {"theme", "status", "partner_type", "form", "level", "programme", "goal"}
    assert {name for name, _ in found} == lists


def test_known_locations_whatever_the_capitals(store: Store) -> None:
    made = Portfolio(store)
    made.location("po", "00aa00")
    assert known_locations(store.rows, {"00AA00", "99ZZ99"}) == [
        {"id": "00aa00", "spelling": "00AA00", "gemeenten": [ZAANSTAD]}
    ]
    assert known_locations(store.rows, set()) == []


def test_themes_with_register(store: Store) -> None:
    found = themes_with_register(store.rows)
    assert {"PO": "po", "VO": "vo", "KOV": "kinderopvang"}.items() <= found.items()
    assert "COM" not in found


def test_free_locations_are_those_in_a_register_of_a_theme(store: Store) -> None:
    made = Portfolio(store)
    made.location("po", "00AB00")
    made.location("po", "00AA00")
    made.location("po", "00AC00", in_register=False)
    made.location("wijken", "W1")
    assert [row["id"] for row in free_locations(store.rows)] == ["00AA00", "00AB00"]


def test_unlinked_partners_with_where_to_look(store: Store) -> None:
    made = Portfolio(store)
    made.library("Aa", ZAANSTAD, ALKMAAR)
    made.location("po", "00AA00")
    placed = made.partner("Geplaatst", "basisschool", ALKMAAR)
    named = made.partner("In haar samenwerking", "basisschool")
    wide = made.partner("Werkgebied", "basisschool")
    linked = made.partner("Gekoppeld", "basisschool", ZAANSTAD)
    made.partner("Nergens bij", "basisschool", ZAANSTAD)
    other = made.partner("Geen school", "gemeente", ZAANSTAD)
    made.link(linked, "po", "00AA00")
    made.partnership(partners=[placed, linked, other], gemeenten=[ZAANSTAD])
    made.partnership(partners=[named], gemeenten=[ZAANSTAD])
    made.partnership(partners=[wide])
    made.partnership(partners=[made.partner("Met locatie", "basisschool")], locations=["00AA00"])
    found = {row["name"]: row["gemeenten"] for row in unlinked_partners(store.rows, DAY)}
    assert found == {
        "Geplaatst": [ALKMAAR],
        "In haar samenwerking": [ZAANSTAD],
        "Werkgebied": [ALKMAAR, ZAANSTAD],
    }


def test_reserve_partnership_ids_are_new_each_time(store: Store) -> None:
    with store.change("test", "test") as change:
        first = reserve_ids(change, 3)
        second = reserve_ids(change, 2)
        assert reserve_ids(change, 0) == []
    assert len({*first, *second}) == 5
