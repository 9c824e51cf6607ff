"""What reading a file has to say about single rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.values import Cell, line
from core.wording import enumerated

_SHOWN = 200
_NAMED_ROWS = 3


@dataclass(frozen=True)
class Problem:
    """Why a row is rejected: its number in the spreadsheet, the header, the value, the reason."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class Mistake:
    """The same value refused for the same reason in one or more rows."""

    column: str
    value: str
    reason: str
    rows: tuple[int, ...]

    @property
    def where(self) -> str:
        """The row numbers, of many the first: `3, 4, 7 en 112 andere`."""
        fits = len(self.rows) <= _NAMED_ROWS + 1
        return enumerated([str(row) for row in self.rows], len(self.rows) if fits else _NAMED_ROWS)


def mistakes(problems: Iterable[Problem]) -> tuple[Mistake, ...]:
    """The problems, each mistake once however many rows have it, by its first row."""
    rows: dict[tuple[str, str, str], dict[int, None]] = {}
    for one in problems:
        rows.setdefault((one.column, one.value, one.reason), {})[one.row] = None
    return tuple(Mistake(*what, tuple(there)) for what, there in rows.items())


@dataclass
class Remark:
    """Something to know about an accepted row; `times` counts the rows it holds for."""

    row: int
    column: str
    value: str
    text: str
    times: int = 1


class Remarks:
    """Remarks by content, so that ten thousand equal ones are one."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], Remark] = {}

    def add(self, row: int, column: str, value: str, text: str) -> None:
        known = self._found.get((column, value, text))
        if known:
            known.times += known.row != row
        else:
            self._found[column, value, text] = Remark(row, column, shown(value), text)

    def all(self) -> tuple[Remark, ...]:
        return tuple(sorted(self._found.values(), key=lambda one: one.row))


def shown(cell: Cell) -> str:
    """A value as it is shown in a message: one line, not longer than a message can be."""
    text = line(cell)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
