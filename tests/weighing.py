"""A consideration by hand, for tests: three criteria, as many options as asked."""

from itertools import count

from core.consideration_table import ConsiderationTable
from core.criteria import Criterion
from core.score_edit import Edit
from data.considerations import make_consideration
from data.store import Store

CRITERIA = (
    Criterion(
        code="P1", label="Past", group="passendheid", question="Past het?", precondition=True
    ),
    Criterion(code="T1", label="Waarde", group="toegevoegde waarde", question="Wat levert het op?"),
    Criterion(code="R1", label="Kan", group="realiseerbaarheid", question="Kan het?"),
)
_NUMBERS = count(1)


def weighed(*names: str, library: int | None = None) -> ConsiderationTable:
    """A table with options of these names."""
    table = ConsiderationTable(criteria=CRITERIA, library=library)
    for name in names or ("Taalhuis", "Leesclub"):
        table = table.adding(name)
    return table


def consideration(store: Store, *names: str, question: str = "Wat eerst?") -> int:
    """A consideration with options of these names; its id."""
    return make_consideration(store, question, weighed(*names), "Anna")[0]


def scored(cell: str, value: str | None, base: int = 0, browser: str = "anna") -> Edit:
    """A score for a cell, `AP1`, as a browser sends it."""
    return Edit(f"{browser}-{next(_NUMBERS)}", cell[0], cell[1:], "score", value, base)


def noted(cell: str, value: str | None, base: int = 0, browser: str = "anna") -> Edit:
    """A note for a cell."""
    return Edit(f"{browser}-{next(_NUMBERS)}", cell[0], cell[1:], "note", value, base)
