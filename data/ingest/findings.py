"""What reading a file has to say about single rows."""

from dataclasses import dataclass

from core.values import Cell, line

_SHOWN = 200


@dataclass(frozen=True)
class Problem:
    """Why a row is rejected: its number in the spreadsheet, the header, the value, the reason."""

    row: int
    column: str
    value: str
    reason: str


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
