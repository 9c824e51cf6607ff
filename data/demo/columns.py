"""What a partnership of the example says: lists, amounts, contributions and texts."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute

from data.demo.catalogue import Kind
from data.demo.places import Area, Floats, Ints, Places
from data.demo.sample import Flags, Sample
from data.demo.timeline import (
    ACTIEF,
    BEEINDIGD,
    EVALUATIE,
    NONE,
    SIGNAAL,
    STATUSES,
    STEPS,
    Timeline,
)

GOALS = ["SD1", "SD2", "SD3", "SD4", "SD5", "SD6", "SD7"]
HOURS = np.array([5, 10, 20, 30, 40, 60, 80, 100, 120, 160, 200, 250, 300, 400, 600], dtype=float)
BUDGET = 1000 * np.array(
    [
        0.1,
        0.25,
        0.5,
        0.75,
        1,
        1.5,
        2,
        2.5,
        3.5,
        5,
        7.5,
        10,
        12.5,
        15,
        20,
        25,
        30,
        40,
        50,
        60,
        75,
        100,
    ]
)
SIGNED = {
    "informeel contact": 0.03,
    "netwerk": 0.1,
    "project": 0.45,
    "ketenafspraak/doorverwijzing": 0.25,
    "convenant/intentieverklaring": 0.85,
    "samenwerkingsovereenkomst": 0.75,
    "dienstverleningsovereenkomst": 0.85,
    "subsidierelatie/prestatieafspraken": 0.85,
    "mfa": 0.75,
    "mfo": 0.75,
    "sponsoring": 0.45,
}
STATUS_NOTES = {
    "signaal": [
        "Belangstelling gemeld tijdens een netwerkoverleg.",
        "Vraag binnengekomen via de balie.",
    ],
    "verkenning": [
        "Eerste gesprek was positief; wensen op papier zetten.",
        "Wacht op een besluit van de partner.",
    ],
    "opstart": ["Afspraken in concept; startdatum bekend.", "Startbijeenkomst wordt gepland."],
    "slapend": [
        "Contactpersoon vertrokken; geen opvolger bekend.",
        "Al een jaar geen activiteit; opnieuw aanhalen of stoppen.",
    ],
    "beeindigd": [
        "Gestopt: geen uren meer bij de partner.",
        "Projectgeld was op; niet voortgezet.",
        "In overleg beëindigd na de evaluatie.",
    ],
}


def choose(
    kind: Ints, lists: Sequence[Sequence[object]], type_: pa.DataType, rng: np.random.Generator
) -> pa.Array:
    """For each partnership one of the choices of its kind, the first ones likeliest."""
    size = np.array([len(choices) for choices in lists])
    flat = pa.array([choice for choices in lists for choice in choices], type_)
    start = np.cumsum(size) - size
    nth = np.floor(size[kind] * rng.random(len(kind)) ** 1.6).astype(np.int64)
    return flat.take(pa.array(start[kind] + nth))


def blank(values: pa.Array, keep: Flags) -> pa.Array:
    """The values, empty where not kept."""
    return pa.compute.if_else(pa.array(keep), values, pa.scalar(None, values.type))


def amounts(typical: Floats, steps: Floats, spread: float, rng: np.random.Generator) -> Floats:
    """Amounts around what is typical, rounded as people do; nothing stays nothing."""
    drawn = typical * np.exp(rng.normal(0, spread, len(typical)))
    middles = np.sqrt(steps[1:] * steps[:-1])
    return np.where(typical > 0, steps[np.searchsorted(middles, drawn)], 0.0)


def days(values: Ints) -> pa.Array:
    """Days since 1970 as dates, empty for NONE."""
    empty = values == NONE
    return pa.array(np.where(empty, 0, values).astype(np.int32), mask=empty).cast(pa.date32())


def gemeenten(
    sample: Sample, kinds: list[Kind], areas: list[Area], places: Places, rng: np.random.Generator
) -> pa.Array:
    """Where each holds: its gemeente, the whole werkgebied (empty), or the part without a gap."""
    packs: list[list[str]] = [[code] for code in places.code] + [[]]
    for area in areas:
        here = [member for member in area.members if member != area.lone]
        for theme in range(len(sample.themes)):
            some = [member for member in here if not sample.gap[member, theme]] or here
            packs.append([places.code[member] for member in some])
    theme_of = np.array([sample.themes.index(kind.themes[0][0]) for kind in kinds])[sample.kind]
    by_library = np.array([kind.scope == "library" for kind in kinds])[sample.kind]
    lone = np.array([area.lone >= 0 for area in areas])[sample.library]
    whole = ~lone & (rng.random(len(sample)) < 0.5)
    several = len(places.code) + 1 + sample.library * len(sample.themes) + theme_of
    at = np.where(by_library, np.where(whole, len(places.code), several), sample.place)
    return pa.array(packs, pa.list_(pa.string())).take(pa.array(at))


def contributions(
    kind: Ints, kinds: list[Kind], status: Ints, rng: np.random.Generator
) -> pa.Array:
    """Judged contributions: all goals or only the obvious ones, none for some, zero for a few."""
    base = np.array([[k.goals.get(goal, 0) for goal in GOALS] for k in kinds])[kind]
    change = rng.random(base.shape)
    value = base + np.where(base > 0, (change > 0.88) * 1 - (change < 0.2) * 1, (change > 0.95) * 1)
    fate = rng.random(len(kind))
    value = np.clip(np.where((fate < 0.035)[:, None], 0, value), 0, 3).astype(np.uint8)
    judged = (fate < 0.88) & (status != SIGNAAL)
    shown = judged[:, None] & ((base > 0) | (fate < 0.55)[:, None])
    return _structs(shown, "goal", pa.array(GOALS), "value", pa.array(value[shown]))


def history(timeline: Timeline) -> pa.Array:
    """The status histories, oldest first."""
    shown = timeline.since != NONE
    steps = np.broadcast_to(np.array([*STEPS, 0]), timeline.since.shape).copy()
    steps[:, -1] = timeline.status
    names = pa.array(STATUSES).take(pa.array(steps[shown]))
    since = days(timeline.since[shown])
    return _lists(shown, pa.StructArray.from_arrays([names, since], ["status", "since"]))


def _structs(shown: Flags, key: str, labels: pa.Array, field: str, values: pa.Array) -> pa.Array:
    names = labels.take(pa.array(np.nonzero(shown)[1]))
    return _lists(shown, pa.StructArray.from_arrays([names, values], [key, field]))


def _lists(shown: Flags, values: pa.Array) -> pa.Array:
    ends = np.concatenate([[0], np.cumsum(shown.sum(axis=1))]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(ends), values)


def texts(
    sample: Sample, kinds: list[Kind], status: Ints, rng: np.random.Generator
) -> dict[str, pa.Array]:
    """Results, notes and why it ended, as they fit kind and status; empty for a good part."""
    kind, chance = sample.kind, rng.random((3, len(sample)))
    by_status = [STATUS_NOTES.get(code, [None]) for code in STATUSES]
    of_status = choose(status, by_status, pa.string(), rng)
    of_kind = choose(kind, [k.notes for k in kinds], pa.string(), rng)
    running = (status == ACTIEF) | (status == EVALUATIE)
    note = pa.compute.if_else(pa.array(running), of_kind, of_status)
    noted = chance[2] < np.where(running, 0.3, 0.75)
    judged = (status == EVALUATIE) | (status == BEEINDIGD)
    return {
        "intended_result": blank(
            choose(kind, [k.aims for k in kinds], pa.string(), rng),
            (chance[0] < 0.7) & (status != SIGNAAL),
        ),
        "actual_result": blank(
            choose(kind, [k.results for k in kinds], pa.string(), rng),
            (judged & (chance[1] < 0.7)) | ((status == ACTIEF) & (chance[1] < 0.3)),
        ),
        "note": blank(note, noted & (status != BEEINDIGD)),
        "ended_reason": blank(note, noted & (status == BEEINDIGD)),
    }
