"""A decision by hand, for tests: the scores of its cells, the rest as it may be."""

from datetime import date
from typing import Any

from core.consideration_table import Option
from core.decision import DecidedCell, Decision, OptionOutcome, Review, ReviewedScore
from tests.weighing import CRITERIA

DAY = date(2026, 11, 28)


def decided(scores: dict[str, int | None] | None = None, **fields: Any) -> Decision:
    """A decision on options A and B with these scores by cell, `AP1`."""
    options = (Option(code="A", name="Taalhuis", partnership=12), Option(code="B", name="Leesclub"))
    whole: dict[str, Any] = {
        "consideration": 1,
        "question": "Wat eerst?",
        "decided_on": DAY,
        "options": options,
        "criteria": CRITERIA,
        "criteria_name": "Standaardcriteria",
        "criteria_version": 0,
        "points": {"P1": 100 / 3, "T1": 0.1 + 0.2, "R1": 1e-9},
        "cells": tuple(
            DecidedCell(option=cell[0], criterion=cell[1:], score=score, note="Zin 'met' \"€\"")
            for cell, score in (scores or {"AP1": 3}).items()
        ),
        "outcome": (
            OptionOutcome(
                option="A", total=(40.0, 60.0), groups={"passendheid": (0.1, 0.3)},
                band="bespreken", rank=1, preconditions={"P1": "met"}, first_near=0.875,
            ),
        ),
        "finding": "Taalhuis staat voorop.",
        "decision": "We beginnen met het Taalhuis.",
        "data_version": "wijziging 1 (28-11-2026)",
    }  # fmt: skip
    return Decision(**whole | fields)


def looked_back(decision: int, option: str = "A", on: date = DAY, **actual: int | None) -> Review:
    """A review of an option with what scores turned out to be, by criterion."""
    return Review(
        decision=decision,
        option=option,
        reviewed_on=on,
        scores=tuple(ReviewedScore(criterion=code, actual=one) for code, one in actual.items()),
    )
