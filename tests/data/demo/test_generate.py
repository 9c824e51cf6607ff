"""The example portfolio: the same each time, believable, and in step with the reference facts."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
import typer
from typer.testing import CliRunner

from core.filters import Filters
from core.forces import APPROACHES, approach, is_outdated, movement
from core.wish import Verdict, compared
from data import forces, step_plans, wishes
from data.demo import generate
from data.demo.catalogue import catalogue
from data.demo.generate import (
    add_example,
    example_gemeenten,
    write_example_libraries,
    write_example_partners,
)
from data.demo.places import Area, Places
from data.store import Store

TODAY = date(2026, 11, 22)
Rows = list[dict[str, Any]]
RUNNING = ("actief", "evaluatie")


def read(store: Store, sql: str) -> Rows:
    """The answer of a query of these tests, which are free to ask what no page asks."""
    answer = store._connection.execute(sql)
    names = [column[0] for column in answer.description or []]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


@pytest.fixture(scope="module")
def example() -> Iterator[Store]:
    with Store.open(None) as opened:
        add_example(opened, today=TODAY)
        yield opened


@pytest.fixture(scope="module")
def rows(example: Store) -> Rows:
    return read(example, "from partnership order by id")


def labels(store: Store, table: str, column: str = "label") -> set[str]:
    return {row[column] for row in read(store, f"from {table}")}


def portfolio(store: Store) -> tuple[Rows, Rows, Rows]:
    return (
        read(store, "select * exclude changed_at from library order by id"),
        read(store, "select * exclude changed_at from partner order by id"),
        read(store, "select * exclude changed_at from partnership order by id"),
    )


def test_same_seed_and_date_same_portfolio(example: Store) -> None:
    with Store.open(None) as again, Store.open(None) as other:
        add_example(again, today=TODAY)
        add_example(other, today=TODAY, seed=7)
        assert portfolio(again) == portfolio(example)
        assert portfolio(other) != portfolio(example)


def test_four_hundred_in_eight_libraries(example: Store, rows: Rows) -> None:
    assert len(rows) == 400
    libraries = read(example, "from library")
    assert len(libraries) == 8
    assert all(library["is_example"] for library in libraries)
    assert all(2 <= len(library["gemeenten"]) <= 6 for library in libraries)
    served = [code for library in libraries for code in library["gemeenten"]]
    assert len(served) == len(set(served))
    assert set(served) <= labels(example, "gemeente", "code")
    assert not read(example, "from change")


@pytest.mark.parametrize("seed", [2026, 1, 2])
def test_shares(seed: int) -> None:
    with Store.open(None) as store:
        add_example(store, seed=seed, today=TODAY)
        rows = read(store, "from partnership")
    share = {code: n / 400 for code, n in Counter(row["status"] for row in rows).items()}
    assert 0.65 < share["actief"] + share["evaluatie"] < 0.75
    assert 0.08 < share["verkenning"] + share["opstart"] < 0.16
    assert 0.03 < share["slapend"] < 0.09
    assert 0.06 < share["beeindigd"] < 0.14
    assert 0 < share["signaal"] < 0.05
    running = [row for row in rows if row["status"] in RUNNING]
    assert 0.4 < sum(row["agreement"] is True for row in running) / len(running) < 0.65
    assert 0.04 < sum(row["owner"] is None for row in rows) / 400 < 0.14
    assert len({theme for row in rows for theme in row["themes"]}) == 12


def test_only_known_words(example: Store, rows: Rows) -> None:
    programmes = {(row["theme"], row["label"]) for row in read(example, "from programme")}
    forms, levels = labels(example, "form"), labels(example, "level")
    statuses, goals = labels(example, "status", "code"), labels(example, "goal", "code")
    gemeenten = labels(example, "gemeente", "code")
    for row in rows:
        assert row["themes"]
        assert set(row["themes"]) <= labels(example, "theme", "code")
        for programme in row["programmes"]:
            assert any((theme, programme) in programmes for theme in row["themes"])
        assert row["form"] is None or row["form"] in forms
        assert row["level"] in levels
        assert row["status"] in statuses
        assert set(row["gemeenten"]) <= gemeenten
        assert {c["goal"] for c in row["contributions"]} <= goals
        assert all(0 <= c["value"] <= 3 for c in row["contributions"])
    assert {row["type"] for row in read(example, "from partner")} == labels(example, "partner_type")


def test_names_once_in_a_library(rows: Rows) -> None:
    assert len({(row["library"], row["name_key"]) for row in rows}) == len(rows)
    assert not any("{" in row["name"] or "(2)" in row["name"] for row in rows)


def test_gemeenten_of_the_library(example: Store, rows: Rows) -> None:
    served = {row["id"]: set(row["gemeenten"]) for row in read(example, "from library")}
    assert all(set(row["gemeenten"]) <= served[row["library"]] for row in rows)


def test_history_ascends_to_the_status(rows: Rows) -> None:
    for row in rows:
        since = [step["since"] for step in row["history"]]
        assert since == sorted(set(since))
        assert since[-1] <= TODAY
        assert row["history"][-1]["status"] == row["status"]
        assert row["status"] not in RUNNING or row["start_date"] in since
        if row["start_date"] and row["end_date"]:
            assert row["start_date"] <= row["end_date"]


def test_partners_fit_the_theme(example: Store, rows: Rows) -> None:
    partners = {row["id"]: row for row in read(example, "from partner")}
    wanted = {row["code"]: row["partner_type"] for row in read(example, "from theme")}
    fits = {
        "MBO": {"mbo/roc"},
        "COMM": {"boekhandel", "ondernemer/winkel"},
        "GEM": {"gemeente"},
        "PO": {"basisschool"},
        "VO": {"vo-school"},
    }
    for row in rows:
        first, theme = partners[row["partners"][0]], row["themes"][0]
        assert len(set(row["partners"])) == len(row["partners"])
        assert first["type"] in fits.get(theme, {first["type"]})
        if wanted[theme] and first["type"] == wanted[theme]:
            assert [first["gemeente"]] == row["gemeenten"]


def test_never_more_schools_than_there_are(example: Store) -> None:
    there = {row["code"]: row["po_bo"] + row["po_sbo"] for row in read(example, "from gemeente")}
    schools = Counter(
        row["gemeente"] for row in read(example, "from partner where type = 'basisschool'")
    )
    assert all(count <= there[code] for code, count in schools.items())


def test_what_needs_attention(example: Store, rows: Rows) -> None:
    running = [row for row in rows if row["status"] in RUNNING]
    assert (
        5 <= sum(row["end_date"] is not None and row["end_date"] < TODAY for row in running) <= 30
    )
    assert any(row["end_date"] and 0 <= (row["end_date"] - TODAY).days <= 183 for row in running)
    assert any(row["evaluation_date"] and row["evaluation_date"] < TODAY for row in running)
    assert any(not row["contributions"] for row in rows)
    assert any(
        row["contributions"] and not any(c["value"] for c in row["contributions"]) for row in rows
    )
    assert any(len(row["partners"]) >= 5 and row["name"].startswith("Taalhuis") for row in rows)
    assert any(len(row["themes"]) > 1 for row in rows)


def test_board_agreement_covers_schools(example: Store, rows: Rows) -> None:
    schools = {row["id"] for row in read(example, "from partner where type = 'basisschool'")}
    boards = [row for row in rows if row["name"].startswith("Bestuursovereenkomst")]
    assert boards
    assert all(len(schools & set(row["partners"])) >= 2 for row in boards)


def test_uneven(example: Store, rows: Rows) -> None:
    per_library = Counter(row["library"] for row in rows)
    assert max(per_library.values()) > 4 * min(per_library.values())
    served = {row["id"]: row["gemeenten"] for row in read(example, "from library")}
    per_gemeente = Counter(
        code for row in rows for code in row["gemeenten"] or served[row["library"]]
    )
    assert min(per_gemeente.values()) == 1
    assert set(per_gemeente) == {code for codes in served.values() for code in codes}


def test_rises_over_the_years_and_some_themes_shrink(example: Store) -> None:
    steps = read(
        example,
        "select s.* exclude (themes), p.themes "
        "from partnership_period s join partnership p on p.id = s.partnership",
    )

    def active(day: date, theme: str | None = None) -> int:
        return sum(
            step["status"] in RUNNING
            and step["valid_from"] <= int(f"{day:%Y%m%d}") < step["valid_to"]
            and (theme is None or theme in step["themes"])
            for step in steps
        )

    years = [active(date(year, 11, 22)) for year in range(2021, 2027)]
    assert years[0] * 1.3 < years[-1]
    assert active(date(2021, 11, 22), "DIG") * 1.5 < active(TODAY, "DIG")
    assert active(date(2021, 11, 22), "COMM") > active(TODAY, "COMM")


def test_larger_covers_every_gemeente() -> None:
    with Store.open(None) as store:
        add_example(store, partnerships=2000, today=TODAY)
        libraries = read(store, "from library")
        rows = read(store, "from partnership")
        assert len(rows) == 2000
        assert 8 < len(libraries) <= 140
        served = {row["id"]: row["gemeenten"] for row in libraries}
        codes = [code for here in served.values() for code in here]
        assert len(codes) == len(set(codes)) == 342
        assert {c for row in rows for c in row["gemeenten"] or served[row["library"]]} == set(codes)


def test_command(tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(generate.main)
    path = tmp_path / "groot.duckdb"
    answer = CliRunner().invoke(app, ["--partnerships", "450", "--store", str(path)])
    assert answer.exit_code == 0, answer.output
    with Store.open(path) as store:
        assert read(store, "select count(*) as n from partnership") == [{"n": 450}]


def test_example_gemeenten(store: Store) -> None:
    rows = example_gemeenten(store)
    assert len(rows) == 342
    assert all(row["region"] and row["inhabitants"] > 0 for row in rows)
    assert next(row for row in rows if row["code"] == "GM0479")["region"] == "Zaanstreek-Waterland"


def test_example_library_ids(store: Store) -> None:
    with store.change("test", "test") as change:
        ids = [row["id"] for row in change.run("example_library_ids", count=3)]
    assert len(set(ids)) == 3


def test_example_partner_ids(store: Store) -> None:
    with store.change("test", "test") as change:
        ids = [row["id"] for row in change.run("example_partner_ids", count=3)]
    assert len(set(ids)) == 3


def test_write_example_libraries(store: Store) -> None:
    places = Places.of(example_gemeenten(store))
    area = Area("Bibliotheek Proef", "Proefstreek", [3, 1], 1.0, 0.0, -1)
    with store.change("test", "test") as change:
        ids = write_example_libraries(change, [area], places)
    (row,) = read(store, "from library")
    assert (row["id"], row["name"], row["is_example"]) == (ids[0], "Bibliotheek Proef", True)
    assert row["gemeenten"] == [places.code[1], places.code[3]]


def test_write_example_partners(store: Store) -> None:
    table = pa.table(
        {"name": ["B", "A"], "name_key": ["b", "a"], "type": ["zorg", "zorg"]}
    ).append_column("gemeente", pa.nulls(2, pa.string()))
    with store.change("test", "test") as change:
        ids = write_example_partners(change, table)
    assert [(row["id"], row["name"]) for row in read(store, "from partner order by id")] == [
        (ids[0], "B"),
        (ids[1], "A"),
    ]


def test_catalogue_names_only_its_own() -> None:
    sources = set(catalogue().sources)
    for kind in catalogue().kinds.values():
        assert {partner[0] for partner in kind.partners} <= sources
        assert np.isfinite(kind.hours)


def test_the_partners_of_the_first_library_are_assessed(example: Store) -> None:
    """Each approach has somebody, some moved, some were assessed too long ago; none is a change."""
    [library] = [one["id"] for one in example.rows("libraries") if "Duin en Dijk" in one["name"]]
    found = forces.forces(example, Filters(measure_date=TODAY, libraries=(library,)))
    known = [one for one in found if one["day"]]
    assert len(known) >= 12
    assert {approach(one["influence"], one["interest"]) for one in known} == {
        name for name, _ in APPROACHES.values()
    }
    assert any(movement(one) for one in known)
    assert 0 < sum(is_outdated(one["day"], TODAY) for one in known) < len(known) / 2
    [field] = forces.force_fields(example)
    assert {one.drives for one in field["content"].forces} == {True, False}
    assert example.rows("batches", limit=10) == []


def test_a_shared_building_is_half_way_its_step_plan(example: Store) -> None:
    """With something late, something set aside, and wishes that differ and agree; no change."""
    found = step_plans.step_plans(example, Filters(measure_date=TODAY)).to_pylist()
    assert 1 <= len(found) <= 2
    half = max(found, key=lambda row: row["done"])
    assert 0.3 < half["done_share"] < 0.7
    assert half["late"]
    states = {row["content"].state for row in step_plans.check_progress(example, half["id"])}
    assert states == {"open", "busy", "done", "skipped"}
    held = [row["content"] for row in wishes.wishes(example, half["id"])]
    parties = list(dict.fromkeys(one.partner for one in held))
    assert parties[0] is None
    assert {one.verdict for one in compared(held, parties)} == set(Verdict)
    assert example.rows("batches", limit=10) == []
