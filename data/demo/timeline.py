"""When it happened: status histories, agreements and evaluations of the example."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.demo.places import Floats, Ints
from data.demo.sample import Flags

Days = npt.NDArray[np.datetime64]
Texts = npt.NDArray[np.object_]

STATUSES = ["signaal", "verkenning", "opstart", "actief", "evaluatie", "slapend", "beeindigd"]
SIGNAAL, VERKENNING, OPSTART, ACTIEF, EVALUATIE, SLAPEND, BEEINDIGD = range(7)
SHARES = np.array([0.02, 0.07, 0.05, 0.58, 0.12, 0.06, 0.10])
# How much likelier a status is in a theme that grows (+1) or shrinks (-1).
WITH_GROWTH = np.array([0.3, 0.6, 0.9, 0.05, 0.0, -0.8, -1.6])
# The same for what is always there, such as the subsidy of a gemeente.
STEADY = np.array([1e-9, 1e-9, 0.03, 0.75, 0.2, 1e-9, 1e-9])
STEPS = [SIGNAAL, VERKENNING, OPSTART, ACTIEF, EVALUATIE, ACTIEF, EVALUATIE, ACTIEF]
NONE = np.iinfo(np.int64).min


@dataclass(frozen=True)
class Timeline:
    """One position a partnership; days count from 1970, NONE where there is none.

    `since` has a column for each of STEPS and one for the last status; what is NONE did not happen.
    """

    status: Ints
    since: Ints
    start: Ints
    agreement: Ints
    signed: Ints
    end: Ints
    evaluation: Ints


@dataclass(frozen=True)
class Nature:
    """What decides when things happen, for each partnership.

    `growth`: of its kind, -1 to 1; `steady`: never dormant or ended; `signs`: the chance of an
    agreement; `by_school_year`: agreements end in the summer.
    """

    kind: Ints
    growth: Floats
    steady: Flags
    signs: Floats
    by_school_year: Flags


def timeline(nature: Nature, day: int, rng: np.random.Generator) -> Timeline:
    """Draw it all, as it stands on this day."""
    growth, signs, by_school_year = nature.growth, nature.signs, nature.by_school_year
    today = np.full(len(growth), day)
    count = len(growth)
    status = _statuses(nature, rng)
    running = status >= ACTIEF
    last = _last_step(status, today, rng)
    start = _starts(status, last, growth, today, rng)
    since = _since(status, start, last, rng)
    begins = np.where(running, start, NONE)
    planned = today + rng.integers(10, 120, count)
    begins = np.where(status == OPSTART, month_start(planned) + 31, begins)
    known = rng.random(count) > 0.04
    signed_at_all = running & (rng.random(count) < signs * np.where(status == SLAPEND, 0.6, 1.0))
    agreement = np.where(signed_at_all, 1, np.where(known, 0, -1))
    signed, end = _agreements(start, today, by_school_year, rng)
    has_end = signed_at_all & (rng.random(count) < 0.8)
    end = np.where(has_end, end, NONE)
    end = np.where(status == BEEINDIGD, last, end)
    signed = np.where(signed_at_all, np.where(status == BEEINDIGD, start, signed), NONE)
    return Timeline(
        status, since, begins, agreement, signed, end, _evaluations(status, signed, today, rng)
    )


def _statuses(nature: Nature, rng: np.random.Generator) -> Ints:
    """A status each. The shares hold over the whole and, as well as they can, within each kind.

    Numbers that spread evenly (steps of the golden ratio) along the partnerships by kind give
    each kind its share of every status.
    """
    growth, steady = nature.growth, nature.steady
    chance = SHARES * np.clip(1 + growth[:, None] * WITH_GROWTH, 0.05, None)
    chance = np.where(steady[:, None], STEADY, chance)
    for _ in range(20):
        chance *= SHARES / chance.mean(axis=0)
        chance /= chance.sum(axis=1, keepdims=True)
    order = np.lexsort((rng.random(len(growth)), nature.kind))
    even = np.empty(len(growth))
    even[order] = (np.arange(len(growth)) * 0.6180339887498949 + rng.random()) % 1
    drawn: Ints = (even[:, None] > chance.cumsum(axis=1)).sum(axis=1)
    return np.minimum(drawn, BEEINDIGD)


def _last_step(status: Ints, today: Ints, rng: np.random.Generator) -> Ints:
    """Since when the last status holds; today for what is simply active."""
    least = np.array([5, 10, 5, 0, 5, 30, 20])[status]
    most = np.array([200, 300, 120, 1, 100, 1200, 1600])[status]
    return today - rng.integers(least, most)


def _starts(
    status: Ints, last: Ints, growth: Floats, today: Ints, rng: np.random.Generator
) -> Ints:
    """The first day of each that ever was active; long ago for most in a theme that shrinks."""
    count = len(status)
    long_ago = rng.random(count) < 0.47 - 0.3 * growth + 0.25 * (growth < -0.2)
    age = np.where(long_ago, rng.uniform(1826, 3300, count), rng.uniform(30, 1826, count))
    start = today - age.astype(np.int64)
    before = np.array([0, 0, 0, 0, 250, 200, 200])[status] + rng.gamma(2, 200, count).astype(
        np.int64
    )
    start = np.where(status > ACTIEF, np.minimum(start, last - before), start)
    return np.where(rng.random(count) < 0.7, month_start(start), start)


def _since(status: Ints, start: Ints, last: Ints, rng: np.random.Generator) -> Ints:
    """The steps of each history as days that ascend."""
    count = len(status)
    origin = np.where(status >= ACTIEF, start, last)
    early = np.zeros((3, count), dtype=np.int64)
    early[OPSTART] = np.where(status == OPSTART, origin, origin - rng.integers(40, 150, count))
    later = np.where(status == VERKENNING, origin, early[OPSTART] - rng.integers(120, 400, count))
    early[VERKENNING] = later
    early[SIGNAAL] = np.where(status == SIGNAAL, last, later - rng.integers(20, 120, count))
    gaps = [rng.integers(320, 520, count), rng.integers(25, 60, count)]
    gaps += [rng.integers(500, 800, count), rng.integers(25, 60, count)]
    cycle = start + np.cumsum(gaps, axis=0)
    steps = np.column_stack([*early, start, *cycle, last])
    room = last - 60
    kept = np.ones_like(steps, dtype=bool)
    kept[:, SIGNAAL] = (status == SIGNAAL) | (rng.random(count) < 0.25)
    kept[:, VERKENNING] = (status >= VERKENNING) & (rng.random(count) < 0.8)
    kept[:, OPSTART] = status >= OPSTART
    kept[:, VERKENNING] |= status == VERKENNING
    kept[:, ACTIEF] = status >= ACTIEF
    evaluated = (status >= ACTIEF) & (rng.random(count) < 0.7)
    kept[:, 4] = kept[:, 5] = evaluated & (cycle[1] < room)
    kept[:, 6] = kept[:, 7] = evaluated & (cycle[3] < room)
    kept[:, 8] = status > ACTIEF
    return np.where(kept, steps, NONE)


def _agreements(
    start: Ints, today: Ints, by_school_year: Flags, rng: np.random.Generator
) -> tuple[Ints, Ints]:
    """When the current agreement was signed and ends: most run on, some end soon or have ended."""
    count = len(start)
    term = rng.choice([1, 2, 3, 4], count, p=[0.3, 0.25, 0.25, 0.2]) * 365
    signed = start + np.maximum(0, today - start) // term * term
    end = snapped(signed + term, by_school_year)
    end = np.where(end < today + 60, snapped(today + 200, by_school_year), end)
    fate = rng.random(count)
    late = (fate < 0.16) & (today - start > term + 30)
    overdue = np.maximum(month_start(today - rng.integers(10, 400, count)) - 1, start + 180)
    end = np.where(late & (overdue < today), overdue, end)
    soon = (fate > 0.86) & (today - start > 120)
    end = np.where(soon, month_start(today + rng.integers(32, 180, count)) - 1, end)
    return np.where(late | soon, np.maximum(start, end - term), signed), end


def _evaluations(status: Ints, signed: Ints, today: Ints, rng: np.random.Generator) -> Ints:
    """The next evaluation: overdue for some, planned for most that have an agreement."""
    count = len(status)
    ahead = np.where(
        rng.random(count) < 0.14, rng.integers(-200, -5, count), rng.integers(5, 500, count)
    )
    ahead = np.where(status == EVALUATIE, rng.integers(-20, 75, count), ahead)
    planned = rng.random(count) < np.where(signed != NONE, 0.85, 0.35)
    has = ((status == ACTIEF) & planned) | (status == EVALUATIE)
    return np.where(has, today + ahead, NONE)


def month_start(days: Ints) -> Ints:
    """The first day of the month."""
    return days.astype("M8[D]").astype("M8[M]").astype("M8[D]").astype(np.int64)


def snapped(days: Ints, by_school_year: Flags) -> Ints:
    """The next 31 July for schools and childcare, the next 31 December for others."""
    shifted = (days.astype("M8[D]").astype("M8[M]").astype(np.int64) - 7 * by_school_year) // 12
    first = (shifted + 1) * 12 + 7 * by_school_year
    last: Ints = first.astype("M8[M]").astype("M8[D]").astype(np.int64) - 1
    return last
