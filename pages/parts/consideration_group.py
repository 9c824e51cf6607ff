"""What the participants of a session scored: spread, agreement and where it matters."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.consideration import kendall_w
from core.consideration_table import ConsiderationTable
from core.decision import Cell, Spread
from core.disagreement import pivotal, spread, together
from core.verdict import weights
from data import sessions
from pages.parts import consideration_state as state
from pages.shared.opened import recorded

UNKNOWN = "?"
Row = dict[str, Any]


@dataclass(frozen=True)
class Group:
    """A revealed round: who scored, and per cell the spread.

    `notes` are without a name, as the scores are; `unknown`: how many said not to know.
    `matters`: the cells that could turn the outcome, those in which people differ most first.
    `agreement`: Kendall's W of the `raters` who scored anything, over the cells that all of them
    scored; None where there are too few.
    """

    round: int
    names: tuple[str, ...]
    given: dict[Cell, tuple[int, ...]]
    notes: dict[Cell, tuple[str, ...]]
    unknown: dict[Cell, int]
    spreads: dict[Cell, Spread]
    matters: tuple[Cell, ...]
    agreement: float | None
    raters: int


def revealed(table: ConsiderationTable, session: int, round_: int) -> Group | None:
    """The group in a round; None where nobody scored, or the round is not revealed."""
    rows = recorded(sessions.round_scores, session, round_)
    names = {one["participant"]: one["name"] for one in rows}
    if not names or not table.options:
        return None
    scored = _array(table, rows, list(names))
    if np.isnan(scored).all():
        return None
    of_cells = spread(scored)
    places = [
        (row, column, (option.code, code))
        for row, option in enumerate(table.options)
        for column, code in enumerate(table.codes)
    ]
    notes = defaultdict(list)
    for one in rows:
        if one["note"]:
            notes[one["option"], one["criterion"]].append(one["note"])
    flags = [one.precondition for one in table.criteria]
    asked = (of_cells.median, of_cells.low, of_cells.high, weights(table), flags)
    turning = pivotal(*asked)
    if not turning.any():
        turning = together(*asked)
    return Group(
        round_,
        tuple(names.values()),
        {
            cell: tuple(int(one) for one in column if not np.isnan(one))
            for row, at, cell in places
            for column in [np.sort(scored[:, row, at])]
        },
        {cell: tuple(those) for cell, those in notes.items()},
        Counter((one["option"], one["criterion"]) for one in rows if one["score"] == UNKNOWN),
        {
            cell: Spread(
                round=round_,
                count=int(of_cells.count[row, at]),
                median=float(of_cells.median[row, at]),
                low=int(of_cells.low[row, at]),
                high=int(of_cells.high[row, at]),
                quartile_low=float(of_cells.quartile_low[row, at]),
                quartile_high=float(of_cells.quartile_high[row, at]),
            )
            for row, at, cell in places
            if of_cells.count[row, at]
        },
        tuple(
            cell
            for _, cell in sorted(
                (-table.points[cell[1]] * (of_cells.high - of_cells.low)[row, at], cell)
                for row, at, cell in places
                if turning[row, at]
            )
        ),
        _agreement(scored),
        int((~np.isnan(scored)).any(axis=(1, 2)).sum()),
    )


def _array(table: ConsiderationTable, rows: list[Row], people: list[int]) -> np.ndarray:
    """Participants x options x criteria; NaN where somebody gave no score or does not know."""
    options = {one.code: n for n, one in enumerate(table.options)}
    criteria = {code: n for n, code in enumerate(table.codes)}
    found = np.full((len(people), len(options), len(criteria)), np.nan)
    for one in rows:
        score = state.known(one["score"])
        if score is not None and one["option"] in options and one["criterion"] in criteria:
            at = options[one["option"]], criteria[one["criterion"]]
            found[people.index(one["participant"]), *at] = score
    return found


def _agreement(scored: np.ndarray) -> float | None:
    """Kendall's W of those who scored anything, over the cells that all of them scored."""
    by_person = scored.reshape(len(scored), -1)
    by_person = by_person[~np.isnan(by_person).all(axis=1)]
    shared = by_person[:, ~np.isnan(by_person).any(axis=0)]
    if shared.shape[0] < 2 or shared.shape[1] < 2:
        return None
    found = kendall_w(shared)
    return None if np.isnan(found) else found


def took_part(consideration: int) -> list[str]:
    """Who took part in the last session, as they named themselves."""
    held = recorded(sessions.sessions_of, consideration)
    if not held:
        return []
    return [one["name"] for one in recorded(sessions.roster, held[0]["id"])]


def spreads(now: state.State) -> tuple[dict[Cell, list[Spread]], float | None, int]:
    """Per cell the spread in each revealed round of the last session; its last agreement.

    And of how many raters that is.
    """
    held = recorded(sessions.sessions_of, now.id)
    found: dict[Cell, list[Spread]] = defaultdict(list)
    agreement, raters = None, 0
    for round_ in range(1, held[0]["round"] + 1) if held else ():
        group = revealed(now.table, held[0]["id"], round_)
        if group is None:
            continue
        agreement, raters = group.agreement, group.raters
        for cell, one in group.spreads.items():
            found[cell].append(one)
    return dict(found), agreement, raters
