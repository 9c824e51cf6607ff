"""Where each partner stands in the picture of a force analysis, so that no two cover each other.

Influence and interest are whole numbers: partners with the same two stand in one cell. Within it
they are listed, and the place in the list means nothing.
"""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

# So many names fit below each other in a cell, and so many numbers side by side on such lines.
NAMED = 5
ABREAST, LINES = 3, 5
MOST = ABREAST * LINES
HIGHEST = 5
# More arrows hide what they are about.
MOST_ARROWS = 15
# In steps of the scale: the left edge of a cell, and from one line and one number to the next.
LEFT, DOWN, ASIDE = -0.4, 0.19, 0.32


def placed(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Give each of the rows, which are in order of weight, its place in the picture.

    Rows have `interest` and `influence` (1-5), `previous_interest` and `previous_influence` or
    None, and `chosen`. Added, in steps of the scale: `x` and `y`, and where it moved `from_x` and
    `from_y` (else None): there it would stand in the cell it came from; and `room`, how many cells
    its name has to itself. More than MOST in a cell are left out; of more than MOST_ARROWS that
    moved only the chosen one says where it came from.
    """
    cells = Counter(_cell(one) for one in rows)
    named = is_named(rows)
    seen: Counter[tuple[int, int]] = Counter()
    arrows = sum(_has_moved(one) for one in rows) <= MOST_ARROWS
    found = []
    for one in rows:
        cell = _cell(one)
        nth, of = seen[cell], min(cells[cell], MOST)
        seen[cell] += 1
        if nth >= MOST:
            continue
        line, column = (nth, 0) if named else divmod(nth, ABREAST)
        lines = of if named else -(-of // ABREAST)
        aside = LEFT + column * ASIDE
        up = ((lines - 1) / 2 - line) * DOWN
        shown = _has_moved(one) and (arrows or one["chosen"])
        found.append(
            {
                **one,
                "x": cell[0] + aside,
                "y": cell[1] + up,
                "room": _room(cell, cells),
                "from_x": one["previous_interest"] + aside if shown else None,
                "from_y": one["previous_influence"] + up if shown else None,
            }
        )
    return found


def is_named(rows: Sequence[Row]) -> bool:
    """Whether every cell has room for the names of those that stand in it."""
    return max(Counter(_cell(one) for one in rows).values(), default=0) <= NAMED


def _room(cell: tuple[int, int], taken: Container[tuple[int, int]]) -> int:
    """How many cells wide a name in this one can be, until the next in which something stands."""
    right = range(cell[0] + 1, HIGHEST + 1)
    return next((at for at in right if (at, cell[1]) in taken), HIGHEST + 1) - cell[0]


def _has_moved(row: Row) -> bool:
    before = (row["previous_interest"], row["previous_influence"])
    return before[0] is not None and before != _cell(row)


def _cell(row: Row) -> tuple[int, int]:
    return int(row["interest"]), int(row["influence"])
