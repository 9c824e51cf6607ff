"""Decisions for tests: what is scored, weighed and agreed can be chosen, the rest is filled in."""

from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median, quantiles
from typing import Any

from core.consideration_table import WHOLE, Option
from core.criteria import GROUPS, Criterion
from core.decision import Action, DecidedCell, Decision, OptionOutcome, Spread, StoredDecision
from core.scale import ENOUGH

DECIDED_ON = date(2026, 11, 22)
CRITERIA = (
    Criterion(
        code="P1",
        label="Strategische passendheid",
        group="passendheid",
        question="Draagt dit aantoonbaar bij aan een doel uit ons eigen beleidsplan?",
        precondition=True,
        anchor_1="Geen doel aan te wijzen",
        anchor_5="Is een kernroute naar een prioritair doel",
    ),
    Criterion(
        code="P2",
        label="Gedeelde ambitie",
        group="passendheid",
        question="Kunnen beide partijen in één zin hetzelfde resultaat noemen?",
    ),
    Criterion(
        code="T1",
        label="Bereik van nieuwe doelgroepen",
        group="toegevoegde waarde",
        question="Bereiken we mensen die we nu niet bereiken?",
    ),
    Criterion(
        code="R1",
        label="Beschikbare uren",
        group="realiseerbaarheid",
        question="Zijn er mensen en uren om dit te doen?",
        precondition=True,
    ),
)
ACTIONS = (
    Action(what="Intentieverklaring opstellen", owner="Marieke de Vries", due=date(2027, 1, 15)),
    Action(what="Uren vrijmaken in het jaarplan", owner="Teamleider educatie"),
)
# By option and criterion: what those at the table gave, or None where nobody could say.
Scores = Mapping[tuple[str, str], int | None]


def options(*names: str) -> tuple[Option, ...]:
    """Options with these names under the letters A, B, ..."""
    return tuple(Option(code=chr(65 + at), name=name) for at, name in enumerate(names))


def criteria(count: int, label: str = "Criterium {}") -> tuple[Criterion, ...]:
    """That many criteria, spread evenly over the groups; the first of a group a precondition."""
    return tuple(
        Criterion(
            code=f"C{at}",
            label=label.format(at),
            group=GROUPS[at * len(GROUPS) // count],
            question=f"Vraag {at}?",
            precondition=at == 0 or at * len(GROUPS) % count < len(GROUPS),
        )
        for at in range(count)
    )


def spread(*scores: int, in_round: int = 1) -> Spread:
    """How far these scores of participants lie apart."""
    low, _, high = quantiles(scores, n=4, method="inclusive") if len(scores) > 1 else scores * 3
    return Spread(
        round=in_round,
        count=len(scores),
        median=median(scores),
        low=min(scores),
        high=max(scores),
        quartile_low=low,
        quartile_high=high,
    )


def a_decision(
    *,
    weighed: Sequence[Option] | None = None,
    judged_by: Sequence[Criterion] = CRITERIA,
    points: Mapping[str, float] | None = None,
    scores: Scores | None = None,
    notes: Mapping[tuple[str, str], str] | None = None,
    session: bool = False,
    **changes: Any,
) -> StoredDecision:
    """A decision with the outcome that its scores and points lead to.

    `scores` replaces some of the scores that are filled in. `session`: two rounds of a group.
    `changes` are fields of `Decision`.
    """
    weighed = options("Taalhuis Zaan", "Boekstart met de GGD") if weighed is None else weighed
    points = points or {one.code: WHOLE / len(judged_by) for one in judged_by}
    given = _filled_in(weighed, judged_by) | dict(scores or {})
    rounds = (spread(1, 3, 3, 5), spread(3, 3, 4, 4, in_round=2)) if session else ()
    cells = tuple(
        DecidedCell(
            option=option,
            criterion=criterion,
            score=score,
            note=(notes or {}).get((option, criterion), ""),
            spread=rounds,
        )
        for (option, criterion), score in given.items()
    )
    best = max(weighed, key=lambda one: _total(one.code, judged_by, points, given)[0])
    decision = {
        "consideration": 7,
        "question": "Met wie bereiken we laaggeletterden in 2027?",
        "library": "Bibliotheek Zaan",
        "decided_on": DECIDED_ON,
        "took_part": ("Marieke de Vries", "Ahmed Yıldız", "José van ’t Hoff"),
        "options": tuple(weighed),
        "criteria": tuple(judged_by),
        "criteria_name": "Criteria van de Zaan",
        "criteria_version": 3,
        "points": dict(points),
        "cells": cells,
        "outcome": _outcome(weighed, judged_by, points, given),
        "finding": f"{best.name} komt als beste uit de tabel.",
        "certainty": (f"{best.name} blijft de beste in 83% van de denkbare wegingen.",),
        "decision": f"We gaan door met {best.name} en evalueren na een jaar.",
        "chosen": (best.code,),
        "actions": ACTIONS,
        "review_on": date(2027, 11, 22),
        "data_version": "2026-11-20.4",
    }
    made = Decision.model_validate(decision | changes)
    return StoredDecision(decision=made, hash=made.hash)


def _filled_in(
    weighed: Sequence[Option], judged_by: Sequence[Criterion]
) -> dict[tuple[str, str], int | None]:
    return {
        (option.code, criterion.code): (3, 4, 5, 2)[(across + down) % 4]
        for across, option in enumerate(weighed)
        for down, criterion in enumerate(judged_by)
    }


def _total(
    option: str, judged_by: Sequence[Criterion], points: Mapping[str, float], given: Scores
) -> tuple[float, float]:
    """The weighted mean of (score - 1) / 4, 0-100, with unknown scores as 1 and as 5."""
    whole = sum(points[one.code] for one in judged_by)
    ends = []
    for unknown in (1, 5):
        scored = [(points[one.code], given.get((option, one.code))) for one in judged_by]
        earned = sum(w * ((unknown if score is None else score) - 1) / 4 for w, score in scored)
        ends.append(100 * earned / whole)
    return ends[0], ends[1]


def _outcome(
    weighed: Sequence[Option],
    judged_by: Sequence[Criterion],
    points: Mapping[str, float],
    given: Scores,
) -> tuple[OptionOutcome, ...]:
    totals = {one.code: _total(one.code, judged_by, points, given) for one in weighed}
    by_group = {group: [one for one in judged_by if one.group == group] for group in GROUPS}
    groups = {name: of for name, of in by_group.items() if sum(points[one.code] for one in of)}
    return tuple(
        OptionOutcome(
            option=code,
            total=total,
            groups={name: _total(code, of, points, given) for name, of in groups.items()},
            band=" tot ".join(dict.fromkeys(_band(end) for end in total)),
            rank=1 + sum(other[0] > total[0] for other in totals.values()),
            preconditions={
                one.code: _state(given[(code, one.code)]) for one in judged_by if one.precondition
            },
            first_near=1 / len(totals),
            first_free=1 / len(totals),
        )
        for code, total in totals.items()
    )


def _state(score: int | None) -> Any:
    if score is None:
        return "unknown"
    return "met" if score >= ENOUGH else "unmet"


def _band(total: float) -> str:
    return "sterk" if total >= 75 else "bespreken" if total >= 50 else "zorg"
