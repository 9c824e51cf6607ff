"""Points per criterion, which always sum to 100."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypedDict

import streamlit as st

from core.score_edit import EDIT_ID
from pages.components.score_table import CriterionGroup
from pages.components.source import source

SUM: Final = 100.0
OFF_BY_AT_MOST: Final = 0.5

_MOUNT = st.components.v2.component(
    "weights",
    html="<div data-root></div>",
    css=source("shared.css", "weights.css"),
    js=source("make.js", "outbox.js", "weights.js"),
)


class WeighedCriterion(TypedDict):
    code: str
    label: str


class WeighedGroup(TypedDict):
    label: str
    criteria: Sequence[WeighedCriterion]


@dataclass(frozen=True)
class Weighing:
    """All points as a person set them, on a version (`base`) of what is stored."""

    id: str
    base: int
    points: Mapping[str, float]


def weights(
    groups: Sequence[WeighedGroup | CriterionGroup],
    points: Mapping[str, float],
    stable: Mapping[str, tuple[float, float] | None] | None,
    first: str | None,
    *,
    key: str,
    scope: str,
    version: int,
    on_change: Callable[[Weighing], object],
    locked: bool = False,
) -> Weighing | None:
    """Draw the points; hand what people set to `on_change`, before the page is drawn.

    A weighing comes again until `version` is past its base. What is returned was not handled: the
    first run of a new connection calls no `on_change`. Handle it and run the page again.
    """
    codes = frozenset(one["code"] for group in groups for one in group["criteria"])

    def changed() -> None:
        if weighing := read_weighing(st.session_state[key].get("weighing"), codes):
            on_change(weighing)

    state = _MOUNT(
        key=key,
        data={
            "groups": [
                {
                    "label": group["label"],
                    "criteria": [
                        {"code": one["code"], "label": one["label"]} for one in group["criteria"]
                    ],
                }
                for group in groups
            ],
            "points": {code: float(points.get(code, 0)) for code in sorted(codes)},
            "stable": {code: list(span) for code, span in (stable or {}).items() if span},
            "first": first,
            "scope": scope,
            "version": version,
            "locked": locked,
        },
        on_weighing_change=changed,
    )
    weighing = read_weighing(state.get("weighing"), codes)
    return weighing if weighing and weighing.base >= version else None


def read_weighing(sent: object, codes: frozenset[str]) -> Weighing | None:
    """Return what a browser sent when it is a whole weighing of these criteria."""
    if not isinstance(sent, dict):
        return None
    weighing_id, base = sent.get("id"), sent.get("base")
    if not isinstance(weighing_id, str) or not re.fullmatch(EDIT_ID, weighing_id):
        return None
    if type(base) is not int or base < 0:
        return None
    points = _points(sent.get("points"), codes)
    return Weighing(weighing_id, base, points) if points else None


def _points(sent: Any, codes: frozenset[str]) -> dict[str, float] | None:
    if not isinstance(sent, dict) or set(sent) != codes:
        return None
    numbers = [one for one in sent.values() if type(one) in {int, float}]
    if len(numbers) < len(codes) or not all(0 <= one <= SUM + OFF_BY_AT_MOST for one in numbers):
        return None
    total = math.fsum(numbers)
    if abs(total - SUM) > OFF_BY_AT_MOST:
        return None
    points = {code: sent[code] * SUM / total for code in sorted(codes)}
    largest = max(points, key=lambda code: points[code])
    points[largest] += SUM - math.fsum(points.values())
    return points
