"""Groups of partnerships by goal: the mean contribution of each at a glance, and opening one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.wording import counted, number
from data import alignment
from pages.parts import goals_cells
from pages.shared import by_name, charts, rows
from pages.shared.opened import listed, result

KEY = "groepenmatrix"
ORDERS = {
    "Aantal": "size",
    "Aansluiting": "alignment",
    "Sterkste doel": "goal",
    "Naam": "name",
}
EVERY, COUNT, ALIGNMENT = "Alle samenwerkingen", "Aantal", "Aansluiting"


@dataclass(frozen=True)
class Grouping:
    """What the partnerships are grouped by: its code, and how its groups are called."""

    code: str
    one: str
    many: str
    absent: str = ""
    several: str = ""


GROUPINGS = {
    "Thema": Grouping(
        "theme", "thema", "thema’s", several="Een samenwerking met twee thema’s telt bij beide mee."
    ),
    "Bibliotheek": Grouping("library", "bibliotheek", "bibliotheken"),
    "Partner": Grouping(
        "partner",
        "partner",
        "partners",
        "Zonder partner",
        "Een samenwerking met twee partners telt bij beide mee.",
    ),
    "Sterkste doel": Grouping(
        "goal",
        "doel",
        "groepen",
        "Dient geen doel",
        "Het sterkste doel is dat met de hoogste bijdrage; bij gelijke telt het zwaarste.",
    ),
}


def asked(filters: Filters, words: str, grouping: Grouping | None) -> tuple[Any, ...]:
    """What is asked for all together and for the groups: as many as can be drawn or chosen."""
    code, order = (grouping.code, _order(grouping)) if grouping else (None, "size")
    return (alignment.alignment_groups, filters, words, code, order, rows.SHOWN)


def opened(groups: list[dict[str, Any]], grouping: Grouping) -> dict[str, Any] | None:
    """The group that is open, by a click on its row or by name; draws that choice.

    As long as none is, beside it the choice of an order.
    """
    names = {
        row["key"]: label for row, label in zip(groups, _labels(groups, grouping), strict=True)
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = by_name.choose(grouping.one.capitalize(), _key(grouping), names, width=320)
        if chosen is None:
            st.segmented_control(
                "Volgorde",
                list(ORDERS),
                default="Aantal",
                key=_order_key(grouping),
                required=True,
                wrap=True,
            )
        elif len(groups) > 1:
            st.button(
                "Alle groepen", icon=":material/arrow_back:", on_click=_close, args=(grouping,)
            )
    return next((row for row in groups if row["key"] == chosen), None)


def show(
    filters: Filters,
    words: str,
    grouping: Grouping,
    everything: dict[str, Any],
    groups: list[dict[str, Any]],
) -> None:
    """The heatmap of the groups, and its table.

    `everything` is the row of alignment_groups for all partnerships together, `groups` the others.
    """
    shown = groups[: goals_cells.most_rows(len(everything["cells"]) + 2)]
    labels = {row["goal"]: row["label"] for row in listed(alignment.goals, filters)}
    goals_cells.draw(
        _drawn(shown, grouping, everything, labels),
        rows=len(shown),
        alt_text=f"Gemiddelde bijdrage aan elk doel per {grouping.one}",
        key=KEY,
        on_select=lambda: _open(grouping),
    )
    st.caption(_said(len(shown), everything["groups"], grouping))
    rows.twin(
        lambda: _table(result(alignment.alignment_groups, filters, words, grouping.code), grouping),
        _columns(everything, grouping),
        what=f"Bijdrage aan de doelen per {grouping.one}",
        filters=filters,
        key="groepen_rijen",
    )


def _key(grouping: Grouping) -> str:
    return f"groep_{grouping.code}"


def _order_key(grouping: Grouping) -> str:
    return f"groepenvolgorde_{grouping.code}"


def _order(grouping: Grouping) -> str:
    return ORDERS.get(st.session_state.get(_order_key(grouping)) or "", "size")


def _open(grouping: Grouping) -> None:
    if (key := charts.picked(KEY, "cel").get("key")) is not None:
        st.session_state[_key(grouping)] = key


def _close(grouping: Grouping) -> None:
    st.session_state[_key(grouping)] = None


def _labels(found: list[dict[str, Any]], grouping: Grouping) -> list[str]:
    """What each group is called; namesakes are told apart."""
    named = [label(row, grouping) for row in found]
    times = Counter(named)
    placed = [
        f"{name} ({row['gemeente_name'] or 'gemeente onbekend'})" if times[name] > 1 else name
        for row, name in zip(found, named, strict=True)
    ]
    times = Counter(placed)
    return [
        f"{name} · nr. {row['key']}" if times[name] > 1 else name
        for row, name in zip(found, placed, strict=True)
    ]


def label(row: dict[str, Any], grouping: Grouping) -> str:
    """What a group is called."""
    if grouping.code == "goal" and row["key"] == alignment.UNJUDGED:
        return "Niet beoordeeld"
    if row["key"] == alignment.NONE:
        return grouping.absent
    return f"{row['key']} {row['label']}" if grouping.code == "goal" else str(row["label"])


def _drawn(
    shown: list[dict[str, Any]],
    grouping: Grouping,
    everything: dict[str, Any],
    labels: dict[str, str],
) -> Iterator[dict[str, Any]]:
    """The cells in drawing order: all together on top, number and alignment at the right."""
    for one in everything["cells"]:
        yield goals_cells.total(EVERY, one["goal"], None, _mean(one), _text(one, labels))
    yield from _margin(EVERY, None, everything)
    for row, name in zip(shown, _labels(shown, grouping), strict=True):
        for one in row["cells"]:
            yield goals_cells.cell(
                name, one["goal"], row["key"], one["mean"], _mean(one), _text(one, labels)
            )
        yield from _margin(name, row["key"], row)


def _margin(name: str, key: str | None, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    held = counted(row["partnerships"], "samenwerking", "samenwerkingen")
    judged = f"{number(row['judged'])} van {number(row['partnerships'])} beoordeeld"
    yield goals_cells.total(name, COUNT, key, number(row["partnerships"]), f"{held}, {judged}")
    said = "–" if row["alignment"] is None else number(row["alignment"])
    yield goals_cells.total(name, ALIGNMENT, key, said, f"Gemiddelde aansluiting {said}, {judged}")


def _mean(one: dict[str, Any]) -> str:
    if one["mean"] is None:
        return ""
    if 0 < one["mean"] < 0.05:
        return "<0,1"  # nought is that nobody contributes
    return number(one["mean"], 1 if one["mean"] else 0)


def _text(one: dict[str, Any], labels: dict[str, str]) -> str:
    said = "niet beoordeeld" if one["mean"] is None else f"gemiddeld {_mean(one)}"
    judged = f"{number(one['judged'])} van {number(one['partnerships'])} beoordeeld"
    return f"{labels.get(one['goal'], one['goal'])}: {said}; {judged}"


def _said(shown: int, groups: int, grouping: Grouping) -> str:
    drawn = counted(groups, grouping.one, grouping.many)
    if shown < groups:
        drawn = (
            f"De eerste {number(shown)} van {drawn}; de andere vindt u met zoeken, met de filters "
            "of in een andere volgorde"
        )
    return (
        f"{drawn}. In een cel staat het gemiddelde van de bijdragen die zijn beoordeeld, van 0 "
        f"geen tot 3 kern; gestippeld: niets beoordeeld. {grouping.several} Klik op een rij, of "
        f"kies een {grouping.one}, om de samenwerkingen te zien en te beoordelen."
    ).replace("  ", " ")


def _columns(everything: dict[str, Any], grouping: Grouping) -> dict[str, str]:
    return {
        "name": grouping.one.capitalize(),
        "partnerships": "Samenwerkingen",
        "judged": "Waarvan beoordeeld",
        "alignment": "Gemiddelde aansluiting (0-100)",
        "hours": "Uren per jaar",
        "budget": "Budget per jaar (€)",
    } | {f"doel_{one['goal']}": one["goal"] for one in everything["cells"]}


def _table(found: pa.Table, grouping: Grouping) -> pa.Table:
    """The groups with a column per goal."""
    groups = [row for row in found.to_pylist() if row["key"] is not None]
    return pa.Table.from_pylist(
        [
            {name: row[name] for name in ("partnerships", "judged", "alignment", "hours", "budget")}
            | {"name": name}
            | {f"doel_{one['goal']}": one["mean"] for one in row["cells"]}
            for row, name in zip(groups, _labels(groups, grouping), strict=True)
        ]
    )
