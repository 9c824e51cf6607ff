"""Before and after a scenario: the figures of both, and what differs in sentences."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.coverage import in_words
from core.wording import amount, counted, enumerated, euro, number, plain

Row = dict[str, Any]
# Of a figure on 0-100, what is no difference to people.
ROUNDING = 0.05
# Of more gemeenten than that only their number is said.
NAMED = 3
_NO_GOAL: Row = {"partnerships": 0, "reach_share": None}


@dataclass(frozen=True)
class Picture:
    """The portfolio under the shared filters, as it is or as a scenario makes it.

    `reach` is how far the goals are reached (0-100, None where no werkgebied is known); `goals`
    are rows of the query goals, `coverage` the totals per theme of the query coverage; `servers`
    says for each goal (code) and gemeente (name) how many serve it there directly. Of what the
    scenario changes, `gone` are no more, `outside` lie outside the filters or did not run on the
    measure date; `short` are imagined partnerships that find too few locations, with how many.
    """

    partnerships: int
    hours: float
    budget: float
    reach: float | None
    goals: Sequence[Row]
    coverage: Sequence[Row]
    servers: Mapping[tuple[str, str], int]
    gone: int = 0
    outside: int = 0
    short: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Moved:
    """Where a goal gains or loses its last direct or core contribution: names of gemeenten."""

    label: str
    lost: tuple[str, ...]
    won: tuple[str, ...]


def moved_goals(before: Picture, after: Picture) -> list[Moved]:
    """The goals that are served in other gemeenten than before, in the order of the goals."""
    was, becomes = _served(before), _served(after)
    found = []
    for goal, label in _labels(before, after).items():
        old, new = was.get(goal, set()), becomes.get(goal, set())
        if old != new:
            found.append(Moved(label, tuple(sorted(old - new)), tuple(sorted(new - old))))
    return found


def _labels(before: Picture, after: Picture) -> dict[str, str]:
    """The goals of either by code: of a library that stops everything there are none after."""
    return {row["goal"]: row["label"] for row in (*before.goals, *after.goals)}


def _served(picture: Picture) -> dict[str, set[str]]:
    """The gemeenten in which each goal is served directly."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (goal, place), servers in picture.servers.items():
        if servers:
            found[goal].add(place)
    return found


def what_if_finding(name: str, before: Picture, after: Picture) -> str:
    """The scenario in one or two sentences: what it asks, and what that does to the goals."""
    moved = moved_goals(before, after)
    effect = [
        *_cells([(one.label, one.lost) for one in moved if one.lost], "verliest", "verliezen"),
        *_cells([(one.label, one.won) for one in moved if one.won], "wint", "winnen"),
    ]
    outcome = "; ".join(effect) or "geen gemeente verliest of wint een doel"
    return (
        f"Met **{plain(name)}** {effort_difference(before, after)}. Het doelbereik "
        f"{_reach(before, after)}; {outcome}."
    )


def _cells(moved: Sequence[tuple[str, Sequence[str]]], one: str, many: str) -> Iterator[str]:
    """`Urk verliest **Lezen**`, `Edam en Urk verliezen samen **3 keer een doel**`."""
    if not moved:
        return
    places = sorted({place for _, there in moved for place in there})
    where = f"{number(len(places))} gemeenten"
    if len(places) <= NAMED:
        where = enumerated([plain(place) for place in places])
    verb = one if len(places) == 1 else many
    if len(moved) == 1:
        yield f"{where} {verb} **{plain(moved[0][0])}**"
    elif len(places) == 1:
        yield f"{where} {verb} **{number(len(moved))} doelen**"
    else:
        cells = sum(len(there) for _, there in moved)
        yield f"{where} {verb} samen **{number(cells)} keer een doel**"


def effort_difference(before: Picture, after: Picture) -> str:
    """`vraagt de portefeuille **320 uur minder** per jaar`, or that it stays the same."""
    hours, budget = after.hours - before.hours, after.budget - before.budget
    parts = []
    if abs(hours) >= ROUNDING:
        parts.append(f"**{amount(round(abs(hours), 1))} uur {_more(hours)}**")
    if abs(budget) >= ROUNDING:
        parts.append(f"**{euro(float(round(abs(budget))))} {_more(budget)}**")
    if not parts:
        return "blijven uren en budget gelijk"
    return f"vraagt de portefeuille {' en '.join(parts)} per jaar"


def _more(difference: float) -> str:
    return "meer" if difference > 0 else "minder"


def _reach(before: Picture, after: Picture) -> str:
    if before.reach is None or after.reach is None:
        return "is onbekend, zolang het werkgebied dat is"
    if abs(after.reach - before.reach) < ROUNDING:
        return f"blijft {number(before.reach, 1)} van de 100"
    verb = "stijgt" if after.reach > before.reach else "daalt"
    return f"{verb} van {number(before.reach, 1)} naar **{number(after.reach, 1)}** van de 100"


def differences(before: Picture, after: Picture) -> list[str]:
    """What differs, a sentence each (Markdown): goals that move, goals that weaken, coverage."""
    return [*_where(before, after), *_strength(before, after), *_coverage(before, after)]


def _where(before: Picture, after: Picture) -> Iterator[str]:
    for one in moved_goals(before, after):
        if one.lost:
            yield (
                f"In {enumerated([plain(place) for place in one.lost], 6)} dient niemand "
                f"**{plain(one.label)}** nog rechtstreeks."
            )
        if one.won:
            yield (
                f"In {enumerated([plain(place) for place in one.won], 6)} wordt "
                f"**{plain(one.label)}** voortaan rechtstreeks gediend."
            )


def _strength(before: Picture, after: Picture) -> Iterator[str]:
    was = {row["goal"]: row for row in before.goals}
    becomes = {row["goal"]: row for row in after.goals}
    for goal, label in _labels(before, after).items():
        old, new = was.get(goal, _NO_GOAL), becomes.get(goal, _NO_GOAL)
        said = (old["partnerships"], _tenths(old)) != (new["partnerships"], _tenths(new))
        if not said:
            continue
        has = "Geen enkele samenwerking draagt"
        if new["partnerships"]:
            has = counted(new["partnerships"], "samenwerking draagt", "samenwerkingen dragen")
        reach = ""
        if _tenths(new) != _tenths(old):
            reach = f"; het doel is dan voor {_tenths(new)} bereikt, nu voor {_tenths(old)}"
        yield (f"{has} bij aan **{plain(label)}**, nu {number(old['partnerships'])}{reach}.")


def _tenths(goal: Row) -> str:
    """How far a goal is reached, to a tenth: small steps are what a scenario is about.

    Without any partnership of its library there is no row, and nothing is reached.
    """
    return f"{number(100 * (goal['reach_share'] or 0), 1)}%"


def _coverage(before: Picture, after: Picture) -> Iterator[str]:
    was = {row["theme"]: row for row in before.coverage}
    for row in after.coverage:
        old = was.get(row["theme"])
        if old is None or old["numerator"] == row["numerator"]:
            continue
        verb = "stijgt" if row["numerator"] > old["numerator"] else "daalt"
        then, now = in_words(row), in_words(old)
        if row["denominator"] is None:
            then, now = f"{number(row['numerator'])} bereikt", number(old["numerator"])
            now += " (de doelgroep is onbekend)"
        yield (
            f"De dekking van **{plain(row['theme_label'].lower())}** {verb}: dan {then}, nu {now}."
        )


def figures(picture: Picture) -> dict[str, float | None]:
    """Every figure of a picture by what it is, for a table that sets pictures side by side."""
    found: dict[str, float | None] = {
        "Samenwerkingen": picture.partnerships,
        "Uren per jaar": picture.hours,
        "Budget per jaar (€)": picture.budget,
        "Doelbereik (0-100)": None if picture.reach is None else round(picture.reach, 2),
    }
    for row in picture.goals:
        reach = None if row["reach_share"] is None else round(100 * row["reach_share"], 2)
        found[f"Doel {row['goal']} {row['label']}: bereikt (0-100)"] = reach
        found[f"Doel {row['goal']} {row['label']}: rechtstreeks"] = row["direct_or_core"]
    for row in picture.coverage:
        found[f"Dekking {row['theme_label']}: {row['population']}"] = row["numerator"]
    return found
