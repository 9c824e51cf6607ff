"""How the partners of an example library stand, and one force field, from forces.toml."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from core.filters import Filters
from core.force_field import ForceField
from core.forces import Assessment
from data import forces
from data.demo.written import write
from data.store import Row, Store

FIGURES = ("influence", "interest", "stance", "brings", "asks")
Entry = dict[str, Any]


def add_example_forces(store: Store, library: int, today: date) -> None:
    """Write the assessments and the force field; not in the change log, as the example itself."""
    said = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    found = forces.forces(store, Filters(measure_date=today, libraries=(library,)))
    by_type: dict[str, list[Row]] = {}
    for one in found:
        by_type.setdefault(one["type"], []).append(one)
    with store.recording("voorbeeld") as change:
        for entry in said["partner"]:
            for one in by_type.get(entry["type"], [])[entry["nth"] : entry["nth"] + 1]:
                for made in _assessments(entry, one["id"], today):
                    write(change, forces.KIND, one["name"], made)
        write(change, forces.FIELD, said["field"], ForceField(forces=said["forces"]))


def _assessments(entry: Entry, partner: int, today: date) -> Iterator[Assessment]:
    texts = {field: text for field, text in entry.items() if isinstance(text, str)}
    texts.pop("type")
    times = [one for one in ("figures", "before") if one in entry]
    for which, days in zip(times, entry["days"], strict=True):
        yield Assessment(
            partner=partner,
            day=today - timedelta(days=days),
            **dict(zip(FIGURES, entry[which], strict=True)),
            **(texts if which == "figures" else {}),
        )
