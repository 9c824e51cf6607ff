"""Where each partner stands in the picture of a force analysis, so that no two cover each other.

Influence and interest are whole numbers: partners with the same two stand in one cell. Within it
they are listed, and the place in the list means nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

# So many names fit below each other in a cell, and so many numbers side by side on such lines.
NAMED = 5
ABREAST, LINES = 4, 5
MOST = ABREAST * LINES
# In steps of the scale: the left edge of a cell, and from one line and one number to the next.
LEFT, DOWN, ASIDE = -0.4, 0.19, 0.25


def placed(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Give each of the rows, which are in order of weight, its place in the picture.

    Rows have `interest` and `influence` (1-5), and `previous_interest` and `previous_influence` or
    None. Added: `number` (from 1), and in steps of the scale `x` and `y`, and `from_x` and `from_y`
    where it moved (else None): there it would stand in the cell it came from. More than MOST in a
    cell are left out.
    """
    cells = Counter(_cell(one) for one in rows)
    named = is_named(rows)
    seen: Counter[tuple[int, int]] = Counter()
    found = []
    for number, one in enumerate(rows, 1):
        cell = _cell(one)
        nth, of = seen[cell], min(cells[cell], MOST)
        seen[cell] += 1
        if nth >= MOST:
            continue
        line, column = (nth, 0) if named else divmod(nth, ABREAST)
        lines = of if named else -(-of // ABREAST)
        aside = LEFT + column * ASIDE
        up = ((lines - 1) / 2 - line) * DOWN
        before = (one["previous_interest"], one["previous_influence"])
        moved = before[0] is not None and before != cell
        found.append(
            {
                **one,
                "number": number,
                "x": cell[0] + aside,
                "y": cell[1] + up,
                "from_x": before[0] + aside if moved else None,
                "from_y": before[1] + up if moved else None,
            }
        )
    return found


def is_named(rows: Sequence[Row]) -> bool:
    """Whether every cell has room for the names of those that stand in it."""
    return max(Counter(_cell(one) for one in rows).values(), default=0) <= NAMED


def _cell(row: Row) -> tuple[int, int]:
    return int(row["interest"]), int(row["influence"])
