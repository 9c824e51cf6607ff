"""Integer programmes, solved exactly by HiGHS (Huangfu & Hall 2018)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

# Asked now and then, with the share of the gap that is closed (0-1): whether to go on.
Going = Callable[[float], bool]


@dataclass(frozen=True)
class Row:
    """A condition: the weighted sum of some columns lies between two limits."""

    columns: tuple[int, ...]
    weights: tuple[float, ...]
    at_least: float = -highspy.kHighsInf
    at_most: float = highspy.kHighsInf


@dataclass(frozen=True)
class Solved:
    """Which of the whole columns are 1, and whether it is proven that nothing costs less."""

    chosen: tuple[bool, ...]
    is_proven: bool


def solved(
    cost: np.ndarray,
    lower: np.ndarray,
    upper: np.ndarray,
    rows: Sequence[Row],
    whole: int,
    going: Going = lambda _: True,
    start: np.ndarray | None = None,
) -> Solved | None:
    """Minimise `cost` over columns between `lower` and `upper` (each 0-1) that meet the rows.

    The first `whole` columns are 0 or 1, the others may lie between; `start` are values known to
    meet the rows, from which the search is shorter. None where no column values
    meet the rows, or none were found before `going` said to stop.
    """
    if not len(cost):
        return Solved((), is_proven=True)
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    # One core a search: others wait for the other. No gap: the answer is proven, or it is not.
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 1e-9)

    def ask(event: Any) -> None:
        gap = event.data_out.mip_gap
        if not going(1.0 - min(gap, 1.0) if gap >= 0 else 0.0):
            event.interrupt()

    solver.cbMipInterrupt.subscribe(ask)
    solver.passModel(_model(cost, lower, upper, rows, whole))
    if start is not None:
        known = highspy.HighsSolution()
        known.col_value = start.tolist()
        solver.setSolution(known)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    values = solver.getSolution().col_value[:whole]
    return Solved(
        tuple(value > 0.5 for value in values), status == highspy.HighsModelStatus.kOptimal
    )


def _model(
    cost: np.ndarray, lower: np.ndarray, upper: np.ndarray, rows: Sequence[Row], whole: int
) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(cost), len(rows)
    model.col_cost_ = cost
    model.col_lower_, model.col_upper_ = lower.astype(float), upper.astype(float)
    model.integrality_ = [highspy.HighsVarType.kInteger] * whole + [
        highspy.HighsVarType.kContinuous
    ] * (len(cost) - whole)
    model.row_lower_ = np.array([row.at_least for row in rows])
    model.row_upper_ = np.array([row.at_most for row in rows])
    matrix: Any = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *(len(row.columns) for row in rows)])
    matrix.index_ = np.array([column for row in rows for column in row.columns], dtype=int)
    matrix.value_ = np.array([weight for row in rows for weight in row.weights], dtype=float)
    return model
