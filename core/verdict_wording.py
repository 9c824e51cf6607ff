"""The verdict on a consideration in Dutch sentences, as an advisor would say them aloud.

Names are given as typed: a page escapes the whole sentence.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from core.consideration_table import ConsiderationTable
from core.verdict import (
    Scores,
    Verdict,
    band,
    contributions,
    in_the_running,
    is_certain,
    is_same,
    leaders,
    lifting,
    open_preconditions,
)
from core.wording import amount, counted, enumerated, number

# From this many points of 100 on something moves, or makes a difference that is worth a word.
NOTABLE = 0.5
MOST = 3


def finding(found: Sequence[Verdict]) -> str:
    """The outcome in one or two sentences. Advice: people decide."""
    if not found:
        return "Er zijn nog geen opties. Voeg toe wat u wilt afwegen."
    if not any(one.known for one in found):
        return "Er zijn nog geen scores van 1 tot 5. De uitkomst verschijnt bij de eerste."
    scored = [one for one in found if one.known]
    waiting = _waiting([one.name for one in found if not one.known])
    if len(scored) == 1:
        return f"{_of_one(scored[0])} {waiting}".strip()
    if all(one.is_blocked for one in scored):
        said = (
            "Geen van de opties kan nu verder: alle moeten eerst aan een randvoorwaarde voldoen. "
            f"{_leading(scored)}"
        )
        return f"{said} {waiting}".strip()
    return " ".join(filter(None, (_leading(scored), _blocked(scored), waiting)))


def _waiting(names: Sequence[str]) -> str:
    if not names:
        return ""
    return f"{enumerated(names)} {'heeft' if len(names) == 1 else 'hebben'} nog geen scores."


def between(ends: tuple[float, float], joint: str = " tot ") -> str:
    """Lowest and highest total, as whole numbers: `48 tot 71`, or `62` where they are the same."""
    low, high = (number(end) for end in ends)
    return low if low == high else low + joint + high


def total_in_words(one: Verdict) -> str:
    """`61 van 100` or, where scores are unknown, `tussen 48 en 73 van 100`."""
    low, high = (number(value) for value in one.total)
    return f"{low} van 100" if low == high else f"tussen {low} en {high} van 100"


def band_in_words(one: Verdict) -> str:
    """`sterk`, or `bespreken tot sterk` where unknown scores leave that open."""
    return " tot ".join(one.bands)


def band_of(total: Mapping[str, tuple[float, float]], group: str) -> str:
    """The word for the total of a group, or nothing where the group weighs nothing."""
    if group not in total:
        return ""
    return " tot ".join(dict.fromkeys(band(one) for one in total[group]))


def first_to_solve(table: ConsiderationTable, one: Verdict) -> list[str]:
    """Per precondition that is not met what would lift it."""
    return [
        f"{label}: {_within(anchor) or 'ten minste een 3'}"
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
    """The criteria on which an option scores 4 or 5, best first, and 1 or 2, worst first.

    Of equal scores the heaviest criterion first; at most three of each.
    """
    given = [
        (score, one.label)
        for one in sorted(table.criteria, key=lambda one: -table.points[one.code])
        if (score := scores.get((option, one.code))) is not None
    ]
    strong = sorted((one for one in given if one[0] >= 4), key=lambda one: -one[0])
    weak = sorted((one for one in given if one[0] <= 2), key=lambda one: one[0])
    return [label for _, label in strong[:MOST]], [label for _, label in weak[:MOST]]


def in_points(points: float) -> str:
    """`1 punt`, `2,3 punten`."""
    shown = _short(points)
    return f"{shown} {'punt' if shown == '1' else 'punten'}"


def ranking(table: ConsiderationTable, scores: Scores, found: Sequence[Verdict]) -> list[str]:
    """For each that follows, why it stands behind the one before it."""
    running = in_the_running(found)
    return [_behind(table, scores, ahead, after) for ahead, after in pairwise(running)]


def agreement_in_words(w: float | None, participants: int) -> str:
    """How far the participants put the cells in the same order: Kendall's W in words."""
    if w is None or participants < 2:
        return ""
    # As it is shown, so that number and word never differ.
    w = round(w, 2)
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
        said += f" Nu moet {now.name} eerst aan een randvoorwaarde voldoen."
    return f"{said} {_order_moved(before, after)}".strip()


def _total_moved(was: Verdict, now: Verdict) -> str:
    before, after = total_in_words(was), total_in_words(now)
    if before != after:
        return f"Het totaal van {now.name} was {before} en is nu {after}."
    rounded = "" if all(map(is_same, was.total, now.total)) else "afgerond "
    return f"Het totaal van {now.name} blijft {rounded}{after}."


def _order_moved(before: Sequence[Verdict], after: Sequence[Verdict]) -> str:
    if len(after) < 2:
        return ""
    was, now = leaders(before), leaders(after)
    names = enumerated([one.name for one in now])
    is_kept = {one.code for one in was} == {one.code for one in now}
    if len(now) > 1:
        return f"{names} blijven gelijk staan." if is_kept else f"{names} staan nu gelijk."
    if is_kept:
        return f"{names} blijft eerst."
    if len(was) > 1:
        return f"{names} staat nu eerst."
    return f"In plaats van {was[0].name} staat {names} nu eerst."


def _within(anchor: str) -> str:
    """What a score means, inside a sentence: a capital stays where the word has more of them."""
    first = anchor.partition(" ")[0]
    return anchor[:1].lower() + anchor[1:] if first[1:].islower() else anchor


def _is_open(one: Verdict) -> bool:
    return not is_same(*one.total)


def _of_one(one: Verdict) -> str:
    total, word = total_in_words(one), band_in_words(one)
    if one.is_blocked:
        return (
            f"{one.name} moet eerst aan een randvoorwaarde voldoen; het totaal is {total} ({word})."
        )
    said = f"{one.name} krijgt {total}: {word}."
    if one.known < one.asked:
        are = counted(one.asked - one.known, "criterium is", "criteria zijn")
        so = "; daarom is het een bereik" if _is_open(one) else ""
        said += f" {are} nog niet beantwoord{so}."
    return said


def _leading(found: Sequence[Verdict]) -> str:
    running, level = in_the_running(found), leaders(found)
    first = level[0]
    if len(running) == 1:
        start = f"{first.name} kan als enige verder, {_with(first)} ({band_in_words(first)})"
        return f"{start}.{_hanging(level)}"
    names = enumerated([one.name for one in level])
    state = "staan gelijk" if len(level) > 1 else "staat eerst"
    start = f"{names} {state}, {_with(first)} ({band_in_words(first)})"
    others = [one for one in running if one not in level]
    if threat := _threat(first, others):
        return f"{start}, maar dat staat nog niet vast: {threat}."
    if len(level) > 1:
        decides = " De scores die nog open staan, beslissen." if _is_open(first) else ""
        return f"{start}.{decides or _hanging(level)}"
    still_open = any(one.known < one.asked for one in running)
    is_sure = still_open and is_certain(found)
    sure = " Dat blijft zo, wat de open scores ook worden." if is_sure else _hanging(level)
    return f"{start}, vóór {others[0].name} {_with(others[0])}.{sure}"


def _with(one: Verdict) -> str:
    """`met 61 van 100`, or `met een totaal tussen 48 en 73 van 100`."""
    total = total_in_words(one)
    return f"met een totaal {total}" if total.startswith("tussen") else f"met {total}"


def _threat(first: Verdict, others: Sequence[Verdict]) -> str:
    """Who can pass the first by scores that are still open, or else come level; or nothing."""
    level = [one for one in others if is_same(one.total[1], first.total[0])]
    passing = [one for one in others if one not in level and one.total[1] > first.total[0]]
    those = passing or level
    if not those:
        return ""
    named = enumerated([f"{one.name} ({total_in_words(one)})" for one in those])
    can = "kan" if len(those) == 1 else "kunnen"
    if passing:
        return f"{named} {can} er met de scores die nog open staan voorbij"
    return f"{named} {can} met de scores die nog open staan gelijk komen"


def _hanging(level: Sequence[Verdict]) -> str:
    count = max(open_preconditions(one) for one in level)
    if not count:
        return ""
    what = (
        "een randvoorwaarde die nog niet is" if count == 1 else "randvoorwaarden die nog niet zijn"
    )
    return f" Dat hangt nog af van {what} beantwoord."


def _blocked(found: Sequence[Verdict]) -> str:
    blocked = [one.name for one in found if one.is_blocked]
    if not blocked:
        return ""
    must = "moet" if len(blocked) == 1 else "moeten"
    return f"{enumerated(blocked)} {must} eerst aan een randvoorwaarde voldoen."


def _behind(table: ConsiderationTable, scores: Scores, ahead: Verdict, after: Verdict) -> str:
    better, worse = _reasons(table, scores, ahead.code, after.code)
    gap = ahead.middle - after.middle
    halfway = " als open scores halverwege uitkomen" if _is_open(ahead) or _is_open(after) else ""
    if gap >= NOTABLE:
        start = f"{ahead.name} staat {in_points(gap)} vóór {after.name}{halfway}"
        why = f", vooral door {enumerated(better)}" if better else ""
        but = f"; {after.name} is beter op {enumerated(worse)}" if worse else ""
        return f"{start}{why}{but}."
    nearly = "" if is_same(gap, 0) else "vrijwel "
    start = f"{ahead.name} en {after.name} staan {nearly}gelijk{halfway}"
    sides = [
        f"{one.name} is beter op {enumerated(those)}"
        for one, those in ((ahead, better), (after, worse))
        if those
    ]
    return f"{'; '.join([start, *sides])}."


def _reasons(
    table: ConsiderationTable, scores: Scores, ahead: str, after: str
) -> tuple[list[str], list[str]]:
    """On what the one gets more points than the other, and less; what differs most first."""
    mine, theirs = (contributions(table, scores, one) for one in (ahead, after))
    labels = {one.code: one.label for one in table.criteria}
    gaps = {
        code: mine[code] - theirs[code] for code in table.codes if code in mine and code in theirs
    }
    notable = sorted(
        ((gap, code) for code, gap in gaps.items() if abs(gap) >= NOTABLE),
        key=lambda one: -round(abs(one[0]), 9),
    )
    more = [f"{labels[code]} (+{_short(gap)})" for gap, code in notable if gap > 0]
    less = [f"{labels[code]} (+{_short(-gap)})" for gap, code in notable if gap < 0]
    return more[:MOST], less[:MOST]


def _short(points: float) -> str:
    """`5` or `2,3`."""
    return amount(round(points, 1))
