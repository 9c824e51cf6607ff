from datetime import date

from data.ingest.linking import (
    accept_links,
    linkable_partners,
    locations_for,
    plain,
    remove_links,
    suggestions,
)
from data.ingest.partnerships import load_partnerships, read_partnerships
from data.ingest.register_writing import load_register
from data.ingest.registers import read_register
from data.undo import undo_batch
from tests.portfolio import DAY, ZAANSTAD, Portfolio, steps

from .files import HEADER, lines

REGISTER = (
    "BRIN,vestigingsnaam,gemeente",
    "00AA00,Openbare basisschool De Ster,Zaanstad",
    "00AB00,De Maan,Zaanstad",
    "00AC00,De Ster,Delft",
)


def links(store):
    return store._connection.execute("select partner, location from location_link").fetchall()


def filled(store):
    rows = (
        "A;Bibliotheek Aa;OBS De Ster;basisschool;PO;Zaanstad;actief",
        "B;Bibliotheek Aa;Welzijn De Ster;welzijn;PO;Zaanstad;actief",
    )
    preview = read_partnerships(store, lines(HEADER, *rows), "x.csv")
    load_partnerships(store, preview, "Anna")
    load_register(store, read_register(store, "po", lines(*REGISTER), "po.csv"), "Anna")


def test_the_best_location_in_the_gemeente_is_suggested(store):
    filled(store)
    (found,) = suggestions(store, DAY)
    assert (found.partner_name, found.location, found.gemeente) == (
        "OBS De Ster",
        "00AA00",
        "GM0479",
    )
    assert found.likeness == 100
    assert plain("RKBS De Ster") == plain("Basisschool de ster") == "ster"
    assert plain("De School") == "de school"


def test_only_partners_of_what_runs_or_may_run_are_offered(store):
    """On the measure date or after it: a link to a partnership that had ended changes nothing."""
    made = Portfolio(store)
    made.location("po", "00AA00")
    ended = steps(("actief", date(2020, 1, 1)), ("beeindigd", date(2024, 1, 1)))
    for name, history in (
        ("Loopt", steps(("actief", None))),
        ("Begint nog", steps(("opstart", date(2027, 1, 1)))),
        ("Beëindigd", ended),
        ("Slapend", steps(("slapend", None))),
    ):
        partner = made.partner(name, "basisschool", ZAANSTAD)
        made.partnership(partners=[partner], status=history[-1]["status"], history=history)

    def offered(day):
        names = {one.partner_name for one in suggestions(store, day)}
        assert {row["name"] for row in linkable_partners(store, day)} == names
        return names

    assert offered(DAY) == {"Loopt", "Begint nog"}
    assert offered(date(2023, 12, 31)) == {"Loopt", "Begint nog", "Beëindigd"}
    assert offered(date(2024, 1, 1)) == {"Loopt", "Begint nog"}


def test_any_location_of_the_register_can_be_chosen(store):
    filled(store)
    (partner,) = linkable_partners(store, DAY)
    assert partner["name"] == "OBS De Ster"

    def ids(*wanted, **options):
        return [row["id"] for row in locations_for(store, partner, *wanted, **options)]

    assert ids() == ["00AA00", "00AB00"]
    assert ids(everywhere=True) == ["00AC00", "00AA00", "00AB00"]
    assert ids("MAAN") == ids("00ab") == ["00AB00"]
    assert ids("ster", everywhere=True, at_most=1) == ["00AC00"]
    assert ids("de zon") == []
    accept_links(store, [(partner["id"], "po", "00AB00", None)], "Anna")
    assert (links(store), linkable_partners(store, DAY)) == ([(partner["id"], "00AB00")], [])


def test_partners_of_a_register_that_is_not_loaded_cannot_be_linked(store):
    row = "A;Bibliotheek Aa;KDV De Zon;kinderopvang;KOV;Zaanstad;actief"
    load_partnerships(store, read_partnerships(store, lines(HEADER, row), "x.csv"), "Anna")
    filled(store)
    assert [row["name"] for row in linkable_partners(store, DAY)] == ["OBS De Ster"]


def test_links_are_accepted_removed_and_undone(store):
    filled(store)
    (found,) = suggestions(store, DAY)
    pairs = [(found.partner, found.register, found.location, found.likeness)]
    accepted = accept_links(store, pairs, "Anna")
    assert links(store) == [(found.partner, "00AA00")]
    assert suggestions(store, DAY) == []
    assert accepted is not None
    undo_batch(store, accepted, "Bert")
    assert links(store) == []
    accept_links(store, pairs, "Anna")
    removed = remove_links(store, pairs, "Anna")
    assert links(store) == []
    assert removed is not None
    undo_batch(store, removed, "Bert")
    assert links(store) == [(found.partner, "00AA00")]
    assert accept_links(store, [], "Anna") is None


def test_a_partnership_that_names_locations_needs_no_link(store):
    filled(store)
    row = "A;Bibliotheek Aa;OBS De Ster;basisschool;PO;Zaanstad;actief;00AA00"
    preview = read_partnerships(store, lines(HEADER + ";locatie", row), "x.csv")
    assert preview.remarks == ()
    load_partnerships(store, preview, "Anna")
    assert suggestions(store, DAY) == []
