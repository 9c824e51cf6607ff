"""Whatever people do, a change that computes anew what it touched leaves nothing else behind.

Every table is as if it was made from nothing, after each of any changes in any order.

The portfolio is small and has what one thing can follow from another for: partnerships with and
without gemeenten and locations, partners with and without a type, a gemeente and a link, one theme
whose register is loaded and one whose register is not.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as some

from core.bulk_change import BulkChange, What
from core.health import CONDITIONS, HealthCheck, Judged
from core.partner import TypedPartner
from core.partnership_edit import LABELS, NewPartner
from data.bulk import bulk_change
from data.choices import batches
from data.contributions import judge
from data.derived import derive
from data.editing import (
    change_partnership,
    make_partnership,
    remove_partnerships,
    removed_partnerships,
    restore_partnerships,
)
from data.errors import StoreError
from data.goal_sets import write_goals
from data.health import add_health_check
from data.ingest.linking import accept_links, remove_links
from data.ingest.partnerships import load_partnerships, read_partnerships
from data.ingest.register_kinds import RegisterKind
from data.ingest.register_writing import load_register
from data.ingest.registers import read_register
from data.libraries import change_library
from data.merging import merge
from data.partner_register import change_partner
from data.partner_types import give_types
from data.store import Row, Store
from data.undo import undo_batch
from tests.derived import KEPT, stale
from tests.portfolio import ALKMAAR, DAY, VEENDAM, ZAANSTAD, Portfolio, goals, steps

from .ingest.files import HEADER, lines

One = TypeVar("One")


class Person:
    """Somebody who does something to the store, with whatever there is by then."""

    def __init__(self, store: Store, random: Random) -> None:
        self.store, self.random = store, random

    def rows(self, table: str) -> list[Row]:
        """The rows of a table as they are stored, by id."""
        found = self.store._connection.table(table).to_arrow_table().to_pylist()
        return sorted(found, key=lambda row: (str(row.get("register")), row.get("id", 0)))

    def one(self, options: Sequence[One]) -> One:
        return self.random.choice(options)

    def few(self, options: Sequence[One], least: int = 0) -> list[One]:
        return self.random.sample(options, self.random.randint(least, min(3, len(options))))

    def partnerships(self) -> list[Row]:
        return [row for row in self.rows("partnership") if row["removed_at"] is None]


GEMEENTEN = (ZAANSTAD, ALKMAAR, VEENDAM)
# Of the register that is loaded, of one that is not, and of none.
PLACES = ("00AA00", "00AB00", "11ZZ99", "01BB00", "03CC00", "05DD00", "onzin")
FIELDS: dict[str, tuple[Any, ...]] = {
    "name": ("Lezen", "Spelen", "Meedoen"),
    "owner": ("Anna", "Bert", None),
    "hours": (0.0, 40.0, 400.0, None),
    "status": ("actief", "verkenning", "slapend", "evaluatie", "beeindigd"),
    "form": ("netwerk", "project", None),
    "end_date": (None, date(2027, 1, 1)),
    "agreement": (True, False, None),
}


JUDGED = (Judged(condition=next(iter(CONDITIONS)), score=3),)


def edits(person: Person) -> None:
    row = person.one(person.partnerships())
    values = {field: row[field] for field in LABELS}
    field = person.one([*FIELDS, "partners", "themes", "gemeenten", "locations"])
    if field == "partners":
        known = [one["id"] for one in person.rows("partner")]
        values[field] = person.few([*known, NewPartner("Nieuw", "basisschool", ALKMAAR)], 1)
    elif field == "themes":
        values[field] = person.few(["PO", "VO", "GEM"], 1)
    elif field in ("gemeenten", "locations"):
        values[field] = person.few(GEMEENTEN if field == "gemeenten" else PLACES)
    else:
        values[field] = person.one(FIELDS[field])
    change_partnership(person.store, row["id"], row["version"], values, "Anna")


def adds(person: Person) -> None:
    values = dict.fromkeys(LABELS) | {
        "name": person.one(["Zwemmen", "Rekenen"]),
        "library": person.one([row["id"] for row in person.rows("library")]),
        "partners": person.few([row["id"] for row in person.rows("partner")], 1),
        "themes": person.few(["PO", "VO", "GEM"], 1),
        "gemeenten": person.few(GEMEENTEN),
        "locations": person.few(PLACES),
        "status": person.one(FIELDS["status"]),
    }
    make_partnership(person.store, values, "Anna")


def judges(person: Person) -> None:
    row = person.one(person.partnerships())
    value = person.one([None, 0, 2])
    judge(person.store, row["id"], row["version"], person.one(["SD1", "SD2"]), value, "Anna")


def throws_away(person: Person) -> None:
    those = person.few(person.partnerships(), 1)
    remove_partnerships(person.store, {row["id"]: row["version"] for row in those}, "Anna")


def takes_back(person: Person) -> None:
    if there := removed_partnerships(person.store):
        restore_partnerships(person.store, [person.one(there)["id"]], "Anna")


def changes_many(person: Person) -> None:
    kinds: list[What] = ["status", "owner", "add_theme", "remove_theme"]
    what = person.one(kinds)
    value = person.one(FIELDS.get(what, ("PO", "GEM")))
    those = person.few(person.partnerships(), 1)
    versions = {row["id"]: row["version"] for row in those}
    bulk_change(person.store, versions, BulkChange(what, value), "Anna")


def merges(person: Person) -> None:
    those = person.few(person.rows("partner"), 2)
    typed = TypedPartner(
        name=person.one(those)["name"],
        type=person.one(["basisschool", "gemeente", None]),
        gemeente=person.one([*GEMEENTEN, None]),
    )
    versions = {row["id"]: row["version"] for row in those}
    merge(person.store, those[0]["id"], versions, typed, "Anna")


def changes_a_partner(person: Person) -> None:
    row = person.one(person.rows("partner"))
    typed = TypedPartner(
        name=person.one([row["name"], "Anders"]),
        type=person.one(["basisschool", "gemeente", None]),
        gemeente=person.one([*GEMEENTEN, None]),
    )
    change_partner(person.store, row["id"], row["version"], typed, "Anna")


def gives_a_type(person: Person) -> None:
    untyped = {row["id"]: "basisschool" for row in person.rows("partner") if row["type"] is None}
    give_types(person.store, untyped, "Anna")


def links(person: Person) -> None:
    if places := person.rows("location"):
        place, partner = person.one(places), person.one(person.rows("partner"))
        pair = (partner["id"], place["register"], place["id"], None)
        accept_links(person.store, [pair], "Anna")


def takes_a_link_away(person: Person) -> None:
    if there := person.rows("location_link"):
        row = person.one(there)
        pair = (row["partner"], row["register"], row["location"], None)
        remove_links(person.store, [pair], "Anna")


def changes_a_library(person: Person) -> None:
    row, served = person.one(person.rows("library")), person.few(GEMEENTEN)
    change_library(person.store, row["id"], row["version"], row["name"], served, "Anna")


def sets_goals(person: Person) -> None:
    row = person.one(person.rows("library"))
    typed: list[Any] = [
        {"code": "SD1", "label": "Een", "weight": 60}, {"code": "X", "label": "X", "weight": 40},
    ]  # fmt: skip
    since = person.one([date(2025, 1, 1), date(2026, 1, 1)])
    write_goals(person.store, row["id"], row["version"], typed, since, "Anna")


def writes_down(person: Person) -> None:
    about = person.one(person.partnerships())["id"]
    check = HealthCheck(partnership=about, checked_on=DAY, judged=JUDGED)
    add_health_check(person.store, check, "Anna")


def loads_a_register(person: Person) -> None:
    codes = person.few(["00AA00", "00AB00", "01BB00", "03CC00"], 1)
    rows = [f"{code},School {code},{person.one(['Zaanstad', 'Alkmaar'])}" for code in codes]
    kinds: list[RegisterKind] = ["po", "vo"]
    register = person.one(kinds)
    read = read_register(
        person.store, register, lines("BRIN,vestigingsnaam,gemeente", *rows), "x.csv"
    )  # fmt: skip
    load_register(person.store, read, "Anna", replace=True)


def loads_partnerships(person: Person) -> None:
    status = person.one(["actief", "slapend"])
    rows = [f"Lezen;Aa;Nieuwe school;basisschool;PO;Zaanstad;{status}"]
    read = read_partnerships(person.store, lines(HEADER, *rows), "x.csv")
    load_partnerships(person.store, read, "Anna")


def undoes(person: Person) -> None:
    if there := batches(person.store, limit=6):
        undo_batch(person.store, person.one(there)["id"], "Bert")


STEPS = (
    edits, adds, judges, throws_away, takes_back, changes_many, merges, changes_a_partner,
    gives_a_type, links, takes_a_link_away, changes_a_library, sets_goals, writes_down,
    loads_a_register, loads_partnerships,
)  # fmt: skip


def _portfolio(made: Portfolio) -> None:
    aa = made.library("Aa", ZAANSTAD, ALKMAAR)
    bee = made.library("Bee")
    # So that no partner has the id of a library or partnership by chance.
    made.ask("select nextval('partner_id') from range(100)")
    school = made.partner("School", "basisschool", ZAANSTAD)
    nowhere = made.partner("Overal", "basisschool")
    untyped = made.partner("Vaag", None, ALKMAAR)
    town = made.partner("Gemeente", "gemeente", ZAANSTAD)
    made.location("po", "00AA00")
    made.location("po", "00AB00", ALKMAAR, 80)
    made.link(school, "po", "00AA00")
    made.partnership("Een", partners=[school, town], contributions=goals(SD1=2))
    made.partnership("Twee", partners=[nowhere], gemeenten=[ALKMAAR], locations=["00AB00"])
    made.partnership("Drie", partners=[untyped, nowhere], library=bee, theme="VO")
    made.partnership("Vier", partners=[school], themes=["PO", "VO"], locations=["03CC00"])
    made.partnership("Vijf", partners=[school], theme="VO", locations=["05DD00"], hours=200.0)
    made.partnership(
        "Zes", library=aa, partners=[town], theme="GEM",
        history=steps(("verkenning", None), ("actief", date(2025, 1, 1))),
    )  # fmt: skip


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("derived") / "filled.duckdb"
    with Store.open(path) as store:
        _portfolio(Portfolio(store))
    return path


@pytest.fixture(scope="module")
def place(filled: Path) -> Iterator[Path]:
    path = filled.with_name("copy.duckdb")
    yield path
    path.unlink(missing_ok=True)


# Each example opens a store: a failure is told as it was found, making it smaller takes too long.
@settings(max_examples=12, phases=[Phase.generate])
@given(
    taken=some.lists(some.sampled_from((*STEPS, *[undoes] * 6)), min_size=3, max_size=7),
    random=some.randoms(use_true_random=False),
)
def test_after_any_changes_every_table_is_as_if_made_from_nothing(
    filled: Path, place: Path, taken: list[Callable[[Person], None]], random: Random
) -> None:
    shutil.copy2(filled, place)
    with Store.open(place) as store:
        for step in taken:
            with suppress(StoreError):  # refused: nothing was changed
                step(Person(store, random))
            assert stale(store) == {}, step.__name__
        after = content(store)
        derive(store._connection)
        assert content(store) == after


def content(store: Store) -> dict[str, list[Any]]:
    return {
        name: store._connection.execute(f"from {name} order by all").fetchall() for name in KEPT
    }


def test_each_of_them_does_something(filled: Path, place: Path) -> None:
    """So that the test above does not pass because everything is refused."""
    shutil.copy2(filled, place)
    with Store.open(place) as store:
        for step in (*STEPS, undoes):
            before = store.change_version
            for seed in range(20):
                with suppress(StoreError):
                    step(Person(store, Random(seed)))
                if store.change_version > before:
                    break
            assert store.change_version > before, step.__name__
