"""Make the example portfolio, or a larger one: `python -m data.demo.generate --partnerships N`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import numpy as np
import pyarrow as pa
import typer

from core.names import name_key
from data.demo import columns
from data.demo.catalogue import Kind, catalogue
from data.demo.factsheets import add_example_factsheets
from data.demo.forces import add_example_forces
from data.demo.materials import add_example_materials
from data.demo.partners import Partners, partners, plain
from data.demo.places import Area, Ints, Places, areas
from data.demo.report import add_example_report
from data.demo.sample import Sample, draw
from data.demo.step_plans import add_example_step_plans
from data.demo.strategy import add_example_strategy
from data.demo.timeline import SIGNAAL, STATUSES, Nature, Timeline, timeline
from data.record import PARTNERSHIP, reserve_ids, write_partnerships
from data.store import Change, Row, Store

CHUNK = 100_000
WITHOUT_OWNER = 0.08


def add_example(
    store: Store, *, partnerships: int = 400, seed: int = 2026, today: date | None = None
) -> None:
    """Add the example libraries, partners and so many partnerships, in one transaction.

    And, each in one of its own, what people wrote down about it. The same seed and date give the
    same portfolio. Not in the change log: an example has no past.
    """
    rng = np.random.default_rng(seed)
    places = Places.of(example_gemeenten(store))
    served = areas(catalogue(), places, partnerships, rng)
    kinds = catalogue().kind_list
    sample = draw(partnerships, kinds, served, places, rng)
    people = partners(sample, catalogue(), served, places, rng)
    today = today or date.today()
    rows = _rows(sample, kinds, served, places, people, today, rng)
    with store.change("voorbeeld", "Voorbeeldportefeuille gemaakt") as change:
        libraries = np.array(write_example_libraries(change, served, places), dtype=np.int32)
        partner_ids = write_example_partners(change, people.table)
        ids = np.sort(reserve_ids(change, len(sample))).astype(np.int32)
        member = pa.array(np.array(partner_ids, dtype=np.int32)[people.member])
        lists = pa.ListArray.from_arrays(pa.array(people.start.astype(np.int32)), member)
        rows |= {"id": pa.array(ids), "partners": lists}
        rows |= {"library": pa.array(libraries[sample.library])}
        table = pa.table({name: rows[name] for name in PARTNERSHIP.names})
        for start in range(0, len(table), CHUNK):
            write_partnerships(change, table.slice(start, CHUNK), log=False)
    add_example_forces(store, int(libraries[0]), today)
    add_example_step_plans(store, today)
    add_example_materials(store, today)
    add_example_factsheets(store, today)
    add_example_strategy(store, int(libraries[0]), today)
    add_example_report(store, today)


def example_gemeenten(store: Store) -> list[Row]:
    """Where the example may place something: code, name, province, region, inhabitants, schools."""
    return store.rows("example_gemeenten")


def write_example_libraries(change: Change, served: list[Area], places: Places) -> list[int]:
    """Write the libraries with their werkgebied; their ids, in the order given."""
    ids = sorted(row["id"] for row in change.run("example_library_ids", count=len(served)))
    table = {
        "id": ids,
        "name": [area.name for area in served],
        "name_key": [name_key(area.name) for area in served],
        "gemeenten": [[places.code[member] for member in sorted(area.members)] for area in served],
    }
    change.offer("example_library", pa.table(table))
    change.run("write_example_libraries")
    return ids


def write_example_partners(change: Change, table: pa.Table) -> list[int]:
    """Write the partners; their ids, in the order given."""
    ids = sorted(row["id"] for row in change.run("example_partner_ids", count=len(table)))
    change.offer("example_partner", table.append_column("id", pa.array(ids, pa.int32())))
    change.run("write_example_partners")
    return ids


def _rows(
    sample: Sample,
    kinds: list[Kind],
    served: list[Area],
    places: Places,
    people: Partners,
    today: date,
    rng: np.random.Generator,
) -> dict[str, pa.Array]:
    """Every column of a partnership but the ids."""
    kind = sample.kind
    form = columns.choose(kind, [k.forms for k in kinds], pa.string(), rng)
    when = _timeline(kind, kinds, form, today, rng)
    names = _names(sample, kinds, served, places, people)
    concrete = when.status != SIGNAAL
    hours = columns.amounts(np.array([k.hours for k in kinds])[kind], columns.HOURS, 0.45, rng)
    budget = columns.amounts(np.array([k.budget for k in kinds])[kind], columns.BUDGET, 0.55, rng)
    chance = rng.random((3, len(sample)))
    owner = columns.choose(kind, [k.owners for k in kinds], pa.string(), rng)
    empty_lists = pa.array([[]], pa.list_(pa.string())).take(pa.array(np.zeros(len(sample), int)))
    return {
        "name": pa.array(names),
        "name_key": pa.array([name_key(name) for name in names]),
        "themes": columns.choose(kind, [k.themes for k in kinds], pa.list_(pa.string()), rng),
        "programmes": columns.choose(
            kind, [k.programmes for k in kinds], pa.list_(pa.string()), rng
        ),
        "gemeenten": columns.gemeenten(sample, kinds, served, places, rng),
        "locations": empty_lists,
        "form": columns.blank(form, concrete),
        "level": columns.choose(kind, [k.levels for k in kinds], pa.string(), rng),
        "status": pa.array(STATUSES).take(pa.array(when.status)),
        "start_date": columns.days(when.start),
        "end_date": columns.days(when.end),
        "evaluation_date": columns.days(when.evaluation),
        "agreement": columns.blank(pa.array(when.agreement == 1), when.agreement >= 0),
        "agreement_date": columns.days(when.signed),
        "owner": columns.blank(owner, chance[0] >= WITHOUT_OWNER),
        "hours": columns.blank(pa.array(hours), concrete & (chance[1] > 0.07)),
        "budget": columns.blank(pa.array(budget), concrete & (chance[2] > 0.2)),
        **columns.texts(sample, kinds, when.status, rng),
        "contributions": columns.contributions(kind, kinds, when.status, rng),
        "history": columns.history(when),
        "removed_at": pa.nulls(len(sample), pa.timestamp("us", tz="UTC")),
    }


def _timeline(
    kind: Ints, kinds: list[Kind], form: pa.Array, today: date, rng: np.random.Generator
) -> Timeline:
    forms = form.dictionary_encode()
    chance = np.array([columns.SIGNED.get(label, 0.5) for label in forms.dictionary.to_pylist()])
    by_school_year = [k.partners[0][0] in ("po", "vo", "kdv", "roc") for k in kinds]
    nature = Nature(
        kind=kind,
        growth=np.array([k.growth for k in kinds])[kind],
        steady=np.array([k.steady for k in kinds])[kind],
        signs=chance[forms.indices.to_numpy()],
        by_school_year=np.array(by_school_year)[kind],
    )
    return timeline(nature, int(np.datetime64(today, "D").astype(np.int64)), rng)


def _names(
    sample: Sample, kinds: list[Kind], served: list[Area], places: Places, people: Partners
) -> list[str]:
    """The titles, none twice in a library: with the gemeente behind it, or else a number."""
    partner = people.table["name"].take(pa.array(people.first)).to_pylist()
    gemeente = [plain(name) for name in places.name]
    taken: dict[tuple[int, str], int] = {}
    names: list[str] = []
    each = zip(
        sample.kind.tolist(), sample.library.tolist(), sample.place.tolist(), partner, strict=True
    )
    for kind, library, place, first in each:
        name = kinds[kind].name.replace("{p}", first).replace("{g}", gemeente[place])
        name = name.replace("{r}", served[library].region)
        if (library, name) in taken and not name.endswith(gemeente[place]):
            name = f"{name}, {gemeente[place]}"
        again = taken.get((library, name), 0)
        taken[library, name] = again + 1
        names.append(f"{name} ({again + 1})" if again else name)
    return names


def main(
    store: Annotated[Path, typer.Option(help="het bestand dat gemaakt wordt")],
    partnerships: Annotated[int, typer.Option(min=1)] = 400,
    seed: int = 2026,
) -> None:
    """Maak een bestand met een voorbeeldportefeuille."""
    with Store.open(store) as opened:
        add_example(opened, partnerships=partnerships, seed=seed)
    typer.echo(f"{partnerships} samenwerkingen in {store}")


if __name__ == "__main__":
    typer.run(main)
