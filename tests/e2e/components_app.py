"""Not a test: a small app around the components, for test_components.py.

It keeps in this process what it receives, per scope, and confirms it. The address says what is
shown: `?wat=weights`, `?opties=8`, `?scope=x`, `?smal=1`, `?vast=1`, `?veel=1` (40 criteria).
"""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from core.score_edit import Edit
from pages.components.score_table import Cell, CriterionGroup, Option, score_table
from pages.components.weights import Weighing, weights

HOSTILE = "<img src=x onerror=\"document.title='gekraakt'\"><b>vet</b>"
NAMES = ["BoekStart", HOSTILE, "Huis van het Lezen met een heel lange naam erbij"]


@st.cache_resource
def received() -> dict[str, dict[str, Any]]:
    """Return what each scope has stored; every visitor of this process shares it."""
    return {}


def stored(scope: str) -> dict[str, Any]:
    """Return what one scope holds."""
    empty: dict[str, Any] = {"cells": {}, "handled": [], "log": [], "points": None, "version": 3}
    return received().setdefault(scope, empty)


def criterion(code: str, label: str, precondition: bool = False) -> Any:
    return {
        "code": code,
        "label": label,
        "question": "Draagt deze samenwerking aantoonbaar bij aan wat de bibliotheek wil bereiken?",
        "precondition": precondition,
        "anchors": {
            "1": "Er is geen verband met een strategisch doel.",
            "3": "Er is een verband, maar het is niet uitgewerkt of afgesproken.",
            "5": "De bijdrage staat in het plan van beide partners, met een maat en een datum.",
        },
    }


GROUPS: list[CriterionGroup] = [
    {
        "label": "Inhoud",
        "criteria": [
            criterion("SP", "Strategische passendheid"),
            criterion("BE", "Bereik van de doelgroep"),
            criterion("DR", "Bestuurlijk draagvlak bij gemeente en partner", True),
        ],
    },
    {
        "label": "Samenwerking",
        "criteria": [
            criterion("VE", "Vertrouwen tussen de partners"),
            criterion("AF", "Heldere afspraken over taken, verantwoordelijkheden en geld", True),
            criterion("ON", HOSTILE),
        ],
    },
    {
        "label": "Uitvoering",
        "criteria": [
            criterion("ME", "Menskracht"),
            criterion("GE", "Geld"),
            criterion("DU", "Duurzaamheid"),
        ],
    },
]


MANY: list[CriterionGroup] = [
    {
        "label": f"Groep {group}",
        "criteria": [criterion(f"C{group}{at}", f"Criterium {group}.{at}") for at in range(1, 9)],
    }
    for group in range(1, 6)
]


def options(number: int) -> list[Option]:
    names = NAMES + [f"Optie {at}" for at in range(4, 9)]
    return [{"code": "ABCDEFGH"[at], "name": names[at]} for at in range(number)]


def cells(
    scope: str, groups: Sequence[CriterionGroup], shown: Sequence[Option], scored: bool
) -> list[Cell]:
    rows: list[Cell] = []
    for at, option in enumerate(shown):
        for number, one in enumerate(one for group in groups for one in group["criteria"]):
            held = stored(scope)["cells"].get((option["code"], one["code"]), {})
            example: Any = [4, 3, 2, None, "?", 5, 1, 4, 3][(number + 2 * at) % 9]
            score = held.get("score", (example if scored else None, 0))
            note = held.get("note", ("Nog na te vragen." if scored and number == 1 else "", 0))
            rows.append(
                {
                    "option": option["code"],
                    "criterion": one["code"],
                    "score": int(score[0]) if str(score[0]).isdigit() else score[0],
                    "note": note[0],
                    "score_base": score[1],
                    "note_base": note[1],
                }
            )
    return rows


def keep(scope: str, edits: list[Edit]) -> None:
    """Store edits once, and only on the version that they were made on."""
    held = stored(scope)
    for edit in edits:
        if edit.id in held["handled"]:
            continue
        cell = held["cells"].setdefault((edit.option, edit.criterion), {})
        start = (None, 0) if edit.field == "score" else ("", 0)
        if cell.get(edit.field, start)[1] == edit.base:
            cell[edit.field] = (edit.value, edit.base + 1)
            held["log"].append(f"{edit.option}/{edit.criterion}/{edit.field}={edit.value}")
        else:
            held["log"].append(f"geweigerd {edit.option}/{edit.criterion}/{edit.field}")
        held["handled"].append(edit.id)


def weigh(scope: str, weighing: Weighing) -> None:
    """Store a weighing on the version that it was made on."""
    held = stored(scope)
    if weighing.base == held["version"]:
        held["points"] = dict(weighing.points)
        held["version"] += 1
        held["log"].append(f"som={sum(weighing.points.values()):.9f}")


st.set_page_config(layout="wide")
asked = st.query_params
scope = asked.get("scope", "proef")
if asked.get("zijbalk"):
    st.sidebar.write("Filters")
if asked.get("wat") == "weights":
    st.header("Gewichten")
    codes = [one["code"] for group in GROUPS for one in group["criteria"]]
    points = stored(scope)["points"] or dict(
        zip(codes, [20, 15, 10, 10, 10, 5, 10, 10, 10], strict=True)
    )
    stable: dict[str, tuple[float, float] | None] = {
        code: (max(0, points[code] - 8), min(100, points[code] + 10)) for code in codes
    }
    stable |= {"SP": (2, 18), "BE": (0, 100), "GE": None, "ME": (3.5, 62)}
    left = weights(
        GROUPS,
        points,
        stable,
        asked.get("eerste", "BoekStart"),
        key="punten",
        scope=scope,
        version=stored(scope)["version"],
        locked="vast" in asked,
        on_change=lambda weighing: weigh(scope, weighing),
    )
    if left:
        weigh(scope, left)
        st.rerun()
else:
    st.header("Scores")
    shown = options(int(asked.get("opties", "3")))
    groups = MANY if "veel" in asked else GROUPS
    columns = st.columns([1, 2]) if asked.get("smal") else [st.container()]
    with columns[0]:
        unhandled = score_table(
            groups,
            shown,
            cells(scope, groups, shown, "gevuld" in asked),
            scope=scope,
            handled=stored(scope)["handled"],
            key="scores",
            locked="vast" in asked,
            on_change=lambda edits: keep(scope, edits),
        )
    if unhandled:
        keep(scope, unhandled)
        st.rerun()
with st.expander("Ontvangen"):
    st.text("\n".join(stored(scope)["log"]) or "niets")
