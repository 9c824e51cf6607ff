"""The verdict on a consideration in Dutch sentences, as an advisor would say them aloud.

Names are given as typed: a page escapes the whole sentence.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from core.certainty import Certainty, Chance
from core.consideration_table import ConsiderationTable
from core.verdict import (
    Scores,
    Verdict,
    band,
    contributions,
    in_the_running,
    is_certain,
    is_tied,
    lifting,
)
from core.wording import counted, enumerated, number

# From this many points of 100 on something moves, or makes a difference that is worth a word.
NOTABLE = 0.5
MOST = 3


def finding(found: Sequence[Verdict]) -> str:
    """The outcome in one or two sentences. Advice: people decide."""
    scored = [one for one in found if one.known]
    if not found:
        return "Er zijn nog geen opties. Voeg toe wat u wilt afwegen."
    if not scored:
        return "Er zijn nog geen scores. De uitkomst verschijnt bij de eerste score."
    if len(found) == 1:
        return _of_one(found[0])
    return f"{_leading(found)} {_blocked(found)}".strip()


def total_in_words(one: Verdict) -> str:
    """`61 van 100` or, where scores are unknown, `tussen 48 en 73 van 100`."""
    low, high = (number(value) for value in one.total)
    return f"{low} van 100" if low == high else f"tussen {low} en {high} van 100"


def band_in_words(one: Verdict) -> str:
    """`sterk`, or `bespreken tot sterk` where unknown scores leave that open."""
    return " tot ".join(one.bands)


def first_to_solve(table: ConsiderationTable, one: Verdict) -> list[str]:
    """Per precondition that is not met what would lift it."""
    return [
        f"{label}: {anchor[0].lower() + anchor[1:] if anchor else 'ten minste een 3'}"
        for label, anchor in lifting(table, one).items()
    ]


def to_answer(table: ConsiderationTable, one: Verdict) -> list[str]:
    """The preconditions of which nobody knows yet whether they are met."""
    return [
        criterion.label
        for criterion in table.criteria
        if one.preconditions.get(criterion.code) == "unknown"
    ]


def strong_and_weak(
    table: ConsiderationTable, scores: Scores, option: str
) -> tuple[list[str], list[str]]:
    """The criteria on which an option scores 4 or 5, and 1 or 2; the heaviest first."""
    strong, weak = [], []
    for one in sorted(table.criteria, key=lambda one: -table.points[one.code]):
        score = scores.get((option, one.code))
        if score is not None and score >= 4:
            strong.append((score, one.label))
        elif score is not None and score <= 2:
            weak.append((score, one.label))
    return (
        [label for _, label in sorted(strong, key=lambda pair: -pair[0])][:MOST],
        [label for _, label in sorted(weak, key=lambda pair: pair[0])][:MOST],
    )


def ranking(table: ConsiderationTable, scores: Scores, found: Sequence[Verdict]) -> list[str]:
    """For each that follows, why it stands behind the one before it."""
    running = in_the_running(list(found))
    return [_behind(table, scores, ahead, after) for ahead, after in pairwise(running)]


def certainty_in_words(table: ConsiderationTable, sure: Certainty) -> list[str]:
    """How often number one is first, and when each of the others would be."""
    if len(sure.chances) < 2:
        return []
    first, *others = sure.chances
    said = [
        f"{first.name} is eerst in {_of_hundred(first.near[0])} denkbare wegingen rond de "
        f"afgesproken weging, en in {_of_hundred(first.free[0])} als elke weging mag."
    ]
    return said + [_would_win(table, one) for one in others]


def tipping(interval: tuple[float, float], first: str) -> str:
    """Within which points of a criterion number one stays first."""
    low, high = interval
    if low < 0.05 and high > 99.95:
        return f"{first} blijft eerst bij elk gewicht."
    if low < 0.05:
        return f"{first} blijft eerst tot {number(high, 1)} punten."
    if high > 99.95:
        return f"{first} blijft eerst vanaf {number(low, 1)} punten."
    return f"{first} blijft eerst tussen {number(low, 1)} en {number(high, 1)} punten."


def agreement_in_words(w: float | None, participants: int) -> str:
    """How far the participants put the cells in the same order: Kendall's W in words."""
    if w is None or participants < 2:
        return ""
    word = "groot" if w >= 0.7 else "redelijk" if w >= 0.5 else "beperkt" if w >= 0.3 else "klein"
    return (
        f"De overeenstemming tussen de {participants} deelnemers is {word} "
        f"(Kendalls W {number(w, 2)} op een schaal van 0 tot 1)."
    )


def moved(before: Sequence[Verdict], after: Sequence[Verdict], option: str) -> str:
    """What a change of one score did to the total of an option and to the order."""
    was = next((one for one in before if one.code == option), None)
    now = next((one for one in after if one.code == option), None)
    if was is None or now is None:
        return ""
    said = _total_moved(was, now)
    if was.is_blocked and not now.is_blocked:
        said += " De randvoorwaarden staan een start niet meer in de weg."
    elif now.is_blocked and not was.is_blocked:
        said += " Nu moet eerst een randvoorwaarde worden opgelost."
    return f"{said} {_order_moved(before, after)}".strip()


def _total_moved(was: Verdict, now: Verdict) -> str:
    if max(abs(a - b) for a, b in zip(was.total, now.total, strict=True)) < NOTABLE / 10:
        return f"Het totaal van {now.name} blijft {total_in_words(now)}."
    return f"{now.name} gaat van {total_in_words(was)} naar {total_in_words(now)}."


def _order_moved(before: Sequence[Verdict], after: Sequence[Verdict]) -> str:
    if len(after) < 2:
        return ""
    was, now = in_the_running(list(before))[0], in_the_running(list(after))[0]
    if is_tied(list(after)):
        return "De eerste twee staan nu gelijk."
    if was.code == now.code:
        return f"{now.name} blijft eerst."
    return f"{now.name} staat nu eerst, in plaats van {was.name}."


def _of_one(one: Verdict) -> str:
    said = f"{one.name} krijgt {total_in_words(one)}: {band_in_words(one)}."
    if one.is_blocked:
        return f"{one.name} moet eerst iets oplossen, ook al is het totaal {total_in_words(one)}."
    if one.known < one.asked:
        said += f" {_open(one.asked - one.known)}"
    return said


def _open(count: int) -> str:
    return (
        f"{counted(count, 'criterium is', 'criteria zijn')} nog niet beantwoord; daarom is het "
        "een bereik."
    ).capitalize()


def _leading(found: Sequence[Verdict]) -> str:
    running = in_the_running(list(found))
    first = running[0]
    start = f"{first.name} staat eerst met {total_in_words(first)} ({band_in_words(first)})"
    if len(running) == 1:
        return (
            f"{first.name} kan als enige verder: {total_in_words(first)} ({band_in_words(first)})."
        )
    second = running[1]
    if is_tied(list(found)):
        return (
            f"{first.name} en {second.name} staan gelijk: {total_in_words(first)} "
            f"({band_in_words(first)})."
        )
    if is_certain(list(found)):
        sure = (
            "" if first.known == first.asked else " Dat blijft zo, wat de open scores ook worden."
        )
        return f"{start}, vóór {second.name} met {total_in_words(second)}.{sure}"
    return (
        f"{start}, maar dat staat nog niet vast: {second.name} ({total_in_words(second)}) kan er "
        "met de scores die nog open staan voorbij."
    )


def _blocked(found: Sequence[Verdict]) -> str:
    blocked = [one for one in found if one.is_blocked]
    if not blocked:
        return ""
    if len(blocked) == len(found):
        return "Geen van de opties kan nu verder: elk moet eerst een randvoorwaarde oplossen."
    names = enumerated([one.name for one in blocked])
    return f"{names} {'moet' if len(blocked) == 1 else 'moeten'} eerst een randvoorwaarde oplossen."


def _behind(table: ConsiderationTable, scores: Scores, ahead: Verdict, after: Verdict) -> str:
    difference = ahead.middle - after.middle
    if difference < NOTABLE:
        start = f"{ahead.name} en {after.name} staan vrijwel gelijk"
    else:
        points = counted(round(difference), "punt", "punten")
        start = f"{ahead.name} staat {points} vóór {after.name}"
    mine, theirs = (contributions(table, scores, one.code) for one in (ahead, after))
    both = mine.keys() & theirs.keys()
    apart = sorted(
        ((mine[code] - theirs[code], code) for code in both), key=lambda one: -abs(one[0])
    )
    labels = {one.code: one.label for one in table.criteria}
    for_it = [_by(labels[code], gap) for gap, code in apart if gap >= NOTABLE][:MOST]
    against = [_by(labels[code], -gap) for gap, code in apart if gap <= -NOTABLE][:MOST]
    if for_it:
        start += f", vooral door {enumerated(for_it)}"
    if against:
        start += f"; {after.name} is beter op {enumerated(against)}"
    return f"{start}."


def _by(label: str, gap: float) -> str:
    return f"{label} (+{number(gap, 1)})"


def _would_win(table: ConsiderationTable, one: Chance) -> str:
    if one.winning is None:
        return f"{one.name} wordt nooit eerst, bij geen enkele weging."
    heavier = sorted(
        ((one.winning[c.code] - table.points[c.code], c) for c in table.criteria),
        key=lambda pair: -pair[0],
    )
    named = [
        f"{criterion.label} ({number(one.winning[criterion.code], 1)} punten)"
        for gap, criterion in heavier[:MOST]
        if gap > 0
    ]
    often = f"{one.name} is eerst in {_of_hundred(one.near[0])} wegingen rond de afgesproken weging"
    if not named:
        return f"{often}."
    return f"{often}; typisch als {enumerated(named)} zwaarder telt dan nu."


def _of_hundred(share: float) -> str:
    """`83 van de 100`; what is not all or nothing never looks so."""
    if 0 < share < 0.01:
        return "minder dan 1 van de 100"
    if 0.99 < share < 1:
        return "meer dan 99 van de 100"
    return f"{number(100 * share)} van de 100"


def band_of(total: Mapping[str, tuple[float, float]], group: str) -> str:
    """The word for the total of a group, or nothing where the group weighs nothing."""
    if group not in total:
        return ""
    return " tot ".join(dict.fromkeys(band(one) for one in total[group]))
