"""How sure the outcome is in Dutch sentences.

Names are given as typed: a page escapes the whole sentence.
"""

from core.certainty import Certainty, Chance
from core.consideration_table import ConsiderationTable
from core.verdict_wording import MOST, NOTABLE, in_points
from core.wording import enumerated, number


def certainty_in_words(table: ConsiderationTable, sure: Certainty) -> list[str]:
    """How often number one is first, and when each of the others would be."""
    if len(sure.chances) < 2:
        return []
    first, *others = sure.chances
    said = [
        f"{first.name} is eerst in {of_hundred(first.near[0])} denkbare wegingen rond de "
        f"afgesproken weging, en in {of_hundred(first.free[0])} als elke weging mag."
    ]
    return said + [_would_win(table, one) for one in others]


def tipping(interval: tuple[float, float], first: str) -> str:
    """Within which points of a criterion number one stays first."""
    low, high = interval
    if number(low, 1) == number(high, 1):
        return f"{first} blijft alleen eerst bij {number(low, 1)} punten."
    if low < 0.05 and high > 99.95:
        return f"{first} blijft eerst bij elk gewicht."
    if low < 0.05:
        return f"{first} blijft eerst tot {number(high, 1)} punten."
    if high > 99.95:
        return f"{first} blijft eerst vanaf {number(low, 1)} punten."
    return f"{first} blijft eerst tussen {number(low, 1)} en {number(high, 1)} punten."


def _would_win(table: ConsiderationTable, one: Chance) -> str:
    if one.winning is None:
        return f"{one.name} wordt bij geen van de denkbare wegingen eerst."
    heavier = sorted(
        (
            (one.winning[criterion.code] - table.points[criterion.code], criterion)
            for criterion in table.criteria
            if criterion.code in one.ahead
        ),
        key=lambda pair: -pair[0],
    )
    named = [
        f"{criterion.label} ({in_points(one.winning[criterion.code])})"
        for gap, criterion in heavier[:MOST]
        if gap >= NOTABLE and one.near[0] < 1
    ]
    often = (
        f"{one.name} is eerst in {of_hundred(one.near[0])} denkbare wegingen rond de afgesproken "
        "weging"
    )
    if not named:
        return f"{often}."
    when = "vooral" if one.near[0] else "wel"
    weigh = "zwaarder telt" if len(named) == 1 else "zwaarder tellen"
    return f"{often}; {when} als {enumerated(named)} {weigh} dan nu."


def of_hundred(share: float) -> str:
    """`83 van de 100`; what is not all or nothing never looks so."""
    if 0 < share < 0.01:
        return "minder dan 1 van de 100"
    if 0.99 < share < 1:
        return "meer dan 99 van de 100"
    return f"{number(100 * share)} van de 100"
