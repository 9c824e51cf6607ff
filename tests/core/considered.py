"""Tables and scores in a line each, for tests of what a consideration says."""

from core.consideration_table import ConsiderationTable
from core.verdict import Scores, Verdict, verdicts
from tests.weighing import weighed

POINTS = {"P1": 50.0, "T1": 30.0, "R1": 20.0}


def table(*names: str, **points: float) -> ConsiderationTable:
    """Options on P1 (a precondition), T1 and R1, which weigh 50, 30 and 20 unless told."""
    return weighed(*names).weighing(points or POINTS)


def given(**rows: str) -> Scores:
    """Scores of P1, T1 and R1: `A="5?-"` is a 5, does not know, and not filled in."""
    return {
        (option, code): None if one == "?" else int(one)
        for option, row in rows.items()
        for code, one in zip(POINTS, row, strict=True)
        if one != "-"
    }


def found(*names: str, **rows: str) -> list[Verdict]:
    """The verdicts on options of these names with these scores."""
    return verdicts(table(*names), given(**rows))
