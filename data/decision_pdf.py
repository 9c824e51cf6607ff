"""A decision as a PDF: one A4 to sign, then the scores behind it.

How it looks is in templates/decision.typ.
"""

from typing import Any

from core.consideration_table import shown_points
from core.criteria import GROUPS, Criterion
from core.decision import DecidedCell, Decision, OptionOutcome, StoredDecision
from core.verdict_wording import between
from core.wording import amount, long_date, number, short_date
from data.decision_words import OF_OLD, criteria_of, method_of, named, to_settle
from data.typesetting import pdf

TEMPLATE = "decision.typ"
_SHORT_HASH = 12
_MOST_SIGNATURES = 8
_SIGN_FOR_ALL = ("Adviseur", "Directeur")


def decision_pdf(stored: StoredDecision, address: str) -> bytes:
    """The document; the same decision and address give the same bytes.

    `address` is the link that opens the decision.
    """
    return pdf(TEMPLATE, decision_content(stored, address), stored.decision.decided_on)


def decision_content(stored: StoredDecision, address: str) -> dict[str, Any]:
    """What the template shows: texts, and the numbers that bars are drawn from."""
    decision = stored.decision
    ranked = sorted(decision.outcome, key=lambda one: (one.rank, one.option))
    chosen = set(decision.chosen)
    return {
        "question": decision.question,
        "library": decision.library or "",
        "decided_on": long_date(decision.decided_on),
        "took_part": decision.took_part,
        "warning": "" if stored.is_unchanged else OF_OLD,
        "decision": decision.decision,
        "chosen": named(decision, decision.chosen),
        "finding": decision.finding,
        "outcome": [_bar(decision, one) | {"chosen": one.option in chosen} for one in ranked],
        "certainty": decision.certainty,
        "actions": [
            [one.what, one.owner, short_date(one.due) if one.due else ""]
            for one in decision.actions
        ],
        "review_on": long_date(decision.review_on) if decision.review_on else "",
        "signatures": _signatures(decision.took_part),
        "options": [one.model_dump(include={"code", "name", "note"}) for one in decision.options],
        "groups": _score_table(decision),
        "totals": [between(one.total, "–") for one in _by_option(decision)],
        "method": method_of(decision),
        "spread": any(one.spread for one in decision.cells),
        "agreement": "" if decision.agreement is None else number(decision.agreement, 2),
        "criteria": criteria_of(decision),
        "data_version": decision.data_version,
        "hash": stored.hash,
        "short_hash": stored.hash[:_SHORT_HASH],
        "address": address,
    }


def _signatures(took_part: tuple[str, ...]) -> tuple[str, ...]:
    return took_part if 0 < len(took_part) <= _MOST_SIGNATURES else _SIGN_FOR_ALL


def _by_option(decision: Decision) -> list[OptionOutcome]:
    found = {one.option: one for one in decision.outcome}
    return [found[one.code] for one in decision.options]


def _bar(decision: Decision, outcome: OptionOutcome) -> dict[str, Any]:
    name = next(one.name for one in decision.options if one.code == outcome.option)
    return {
        "option": outcome.option,
        "name": name,
        "low": outcome.total[0],
        "high": outcome.total[1],
        "total": between(outcome.total),
        "band": outcome.band,
        "to_settle": to_settle(decision, outcome),
    }


def _score_table(decision: Decision) -> list[dict[str, Any]]:
    points = shown_points(decision.points)
    cells = {(one.option, one.criterion): one for one in decision.cells}
    groups = []
    for group in GROUPS:
        criteria = [one for one in decision.criteria if one.group == group]
        if criteria:
            ends = [one.groups.get(group) for one in _by_option(decision)]
            groups.append(
                {
                    "name": group.capitalize(),
                    "points": amount(sum(points[one.code] for one in criteria)),
                    "totals": [between(one, "–") if one else "" for one in ends],
                    "rows": [_row(decision, one, points[one.code], cells) for one in criteria],
                }
            )
    return groups


def _row(
    decision: Decision,
    criterion: Criterion,
    points: float,
    cells: dict[tuple[str, str], DecidedCell],
) -> dict[str, Any]:
    found = [(one.code, cells.get((one.code, criterion.code))) for one in decision.options]
    return {
        "label": criterion.label,
        "precondition": criterion.precondition,
        "points": amount(points),
        "cells": [_cell(cell) for _, cell in found],
        "notes": [[option, cell.note] for option, cell in found if cell and cell.note],
    }


def _cell(cell: DecidedCell | None) -> dict[str, Any]:
    """The score, or in words why there is none, and the spread of the last round."""
    given = cell or DecidedCell(option="", criterion="")
    said = {"score": given.score, "open": "" if given.score else given.said, "spread": ""}
    if given.spread:
        last = max(given.spread, key=lambda one: one.round)
        middle = number(last.median, 0 if float(last.median).is_integer() else 1)
        said["spread"] = f"{middle} ({between((last.low, last.high), '–')})"
    return said
