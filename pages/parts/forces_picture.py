"""The two pictures of a force analysis; they follow the sliders before anything is saved."""

from collections import Counter
from typing import Any

import pyarrow as pa
import streamlit as st

from core.charts.give_take import give_and_take
from core.charts.quadrant import quadrant
from core.filters import Filters
from core.force_places import is_named, placed
from core.forces import (
    APPROACHES,
    SCALES,
    SIGNS,
    STANCES,
    Assessment,
    added_value,
    approach,
    balance,
    is_outdated,
    stance_label,
)
from core.wording import plain
from pages.parts import forces_chosen
from pages.shared import charts, linked
from pages.shared.by_name import told_apart

Row = dict[str, Any]
GRID, BALANCE = "Invloed en belang", "Geven en nemen"
# Of the partners on one line.
LINES = 40
FIELDS = (*SCALES, "stance")
MOVING = ("influence", "interest")
CHART = "krachten_grafiek"
DRAWN = (
    "id", "number", "name", "interest", "influence", "stance", "sign", "value", "faded", "chosen",
    "day", "x", "y", "room", "from_x", "from_y",
)  # fmt: skip


def rows(found: list[Row], filters: Filters, draft: Assessment | None = None) -> list[Row]:
    """The assessed partners as they are shown, or as a `draft` that counts by then would have it.

    Both have the same numbers: who is not assessed yet comes last.
    """
    counts = draft is not None and draft.day <= filters.measure_date
    drawn = [_with_draft(one, draft) if counts else one for one in found]
    known_first = sorted(zip(found, drawn, strict=True), key=lambda pair: not pair[0]["day"])
    return [
        {
            **one,
            "number": number,
            "chosen": draft is not None and one["id"] == draft.partner,
            "sign": SIGNS[one["stance"]],
            "stance_label": stance_label(one["stance"]),
            "approach": approach(one["influence"], one["interest"]),
            "value": added_value(one["brings"], one["goals_share"], one["coverage_share"]),
            "faded": is_outdated(one["day"], filters.measure_date),
        }
        for number, one in enumerate((now for _, now in known_first if now["day"]), 1)
    ]


def show(shown: list[Row]) -> None:
    """One of the two pictures, as the address says."""
    picture = linked.choice("Beeld", (GRID, BALANCE), key="figuur", hide_title=True)
    if not shown:
        st.caption("Nog niets te tekenen: kies een partner en leg een inschatting vast.")
        return
    if picture == GRID:
        _grid(shown)
    else:
        _balance(shown)
    for one in shown:
        if "drafted" in one:
            st.caption(
                f"{plain(one['name'])} staat waar u die nu zet; dat is nog niet opgeslagen en "
                "telt nog niet mee in de zinnen en de tabel."
            )


def _grid(shown: list[Row]) -> None:
    # Who is chosen is drawn, however full the cell.
    drawn = placed(sorted(shown, key=lambda one: not one["chosen"]))
    charts.draw(
        quadrant,
        pa.Table.from_pylist(drawn).select(DRAWN),
        alt_text=_alt_text(shown),
        key=CHART,
        on_select=_clicked,
        named=is_named(shown),
    )
    st.caption(
        " · ".join(f"{SIGNS[one]} {STANCES[one]}" for one in SIGNS)
        + ". Grootte: toegevoegde waarde. Vaag: ouder dan een jaar. Pijl: sinds de vorige keer. "
        "Klik op een stip om die partner te kiezen."
    )
    if not is_named(shown):
        left_out = len(shown) - len(drawn)
        st.caption(
            "Er staan er te veel voor namen. Kies een bibliotheek, gemeente of thema, of zelf een "
            "netwerk. Wie welk nummer heeft, staat hieronder en in de tabel"
            + (f"; {left_out} staan alleen daar." if left_out else ".")
        )


def _alt_text(shown: list[Row]) -> str:
    counts = Counter(one["approach"] for one in shown)
    return "Partners naar belang en invloed: " + ", ".join(
        f"{counts[name]} {name.lower()}" for name, _ in APPROACHES.values()
    )


def _clicked() -> None:
    """Choose the partner of the mark that was clicked; a click beside the marks changes nothing."""
    if (id_ := charts.picked(CHART, "stip").get("id")) is not None:
        linked.point(forces_chosen.PARTNER, str(id_))


def _balance(shown: list[Row]) -> None:
    """What each brings beside what it asks, who leaves most over first."""
    ordered = sorted(shown, key=lambda one: (one["asks"] - one["brings"], one["name"]))
    names = told_apart({one["id"]: one["name"] for one in ordered})
    drawn = [
        {
            "label": names[one["id"]],
            "brings": one["brings"],
            "asks": one["asks"],
            "text": balance(one["brings"], one["asks"]),
        }
        for one in ordered[:LINES]
    ]
    charts.draw(
        give_and_take,
        pa.Table.from_pylist(drawn),
        alt_text="Per partner wat deze brengt en wat deze vraagt, van 1 tot 5",
        key="geven_nemen_grafiek",
    )
    st.caption(
        "Dicht rondje: brengt. Open rondje: vraagt. De lijn loopt van 1 (weinig, links) tot 5 "
        "(veel, rechts). Bovenaan staat wie het meest brengt voor wat die vraagt."
    )
    if len(ordered) > LINES:
        st.caption(f"De eerste {LINES} van {len(ordered)} partners; de tabel heeft ze alle.")


def _with_draft(one: Row, draft: Assessment | None) -> Row:
    if draft is None or one["id"] != draft.partner:
        return one
    said = {field: getattr(draft, field) for field in FIELDS}
    if all(one[field] == said[field] for field in FIELDS):
        return one
    said |= {"day": draft.day, "drafted": True}
    if one["day"] is None or draft.day > one["day"]:
        # Where it stood until now is where the arrow comes from.
        return {**one, **said, **{f"previous_{field}": one[field] for field in MOVING}}
    return {**one, **said} if draft.day == one["day"] else one
