"""Coverage per theme, group by group, with the pipeline and what was published nationally."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from core.charts.bars import coverage_bars
from core.coverage import LABELS, Definition, bar_row, people, published_text
from core.filters import Filters
from core.wording import counted, number
from data import choices as chosen_from
from data import coverage
from pages.shared import charts, rows
from pages.shared.opened import result

COLUMNS = {
    "theme_label": "Thema",
    "population": "Geteld wordt",
    "numerator": "Teller",
    "denominator": "Noemer",
    "share": "Dekking",
    "pipeline": "In voorbereiding",
    "unlinked": "Waarvan niet gekoppeld",
    "gemeenten_empty": "Gemeenten zonder",
    "gemeenten_unknown": "Gemeenten met onbekende noemer",
    "counted_from": "Noemer komt uit",
}

_LOCATIONS = ("locatie", "locaties")


def show(grid: pa.Table, filters: Filters, definition: Definition) -> None:
    """One set of bars per theme group, and their table."""
    totals = grid.filter(pc.is_null(grid["gemeente"])).to_pylist()
    st.subheader("Per thema", anchor=False)
    published = _published(definition)
    groups = {row["theme_group"]: row["group_label"] for row in result(chosen_from.themes)}
    drawn = [bar_row(row, published.get(row["theme"])) for row in totals]
    by_group = {group: [row for row in drawn if row["theme_group"] == group] for group in groups}
    halves = _halves({group: len(found) for group, found in by_group.items() if found})
    with st.grid(max(len(halves), 1), min_column_width=300, gap="medium") as places:
        for half in halves:
            with places.cell():
                for group in half:
                    _bars(group, groups[group], by_group[group])
    _explain(totals, published)
    rows.twin(
        grid.filter(pc.is_null(grid["gemeente"])),
        COLUMNS,
        what="Dekking per thema",
        filters=filters,
        definition=LABELS[definition],
        key="dekking_rijen",
    )


def _halves(bars: dict[str, int]) -> list[list[str]]:
    """The groups in their order over two columns, the first not much longer than the second."""
    if len(bars) < 2:
        return [list(bars)] if bars else []
    groups, middle = list(bars), sum(bars.values()) / 2
    cut = min(range(1, len(groups)), key=lambda at: abs(sum(list(bars.values())[:at]) - middle))
    return [groups[:cut], groups[cut:]]


def _bars(group: str, label: str, of_group: list[dict[str, Any]]) -> None:
    st.markdown(f"**{label}**")
    charts.draw(
        coverage_bars,
        pa.Table.from_pylist(of_group),
        alt_text=f"Dekking per thema, {label}: "
        + "; ".join(f"{row['theme_label']} {row['text']}" for row in of_group),
        key=f"dekking_{group}",
    )


def _published(definition: Definition) -> dict[str, dict[str, Any]]:
    """The newest published figure per theme under this definition."""
    found = result(coverage.published_coverage, definition)
    return {row["theme"]: row for row in found.to_pylist()}


def _explain(totals: list[dict[str, Any]], published: dict[str, dict[str, Any]]) -> None:
    said = ["Vol: gedekt. Licht: in voorbereiding."]
    unlinked = sum(row["unlinked"] for row in totals)
    if unlinked:
        said.append(
            f"{counted(unlinked, 'locatie is', 'locaties zijn')} nog niet gekoppeld aan een "
            "register."
        )
        if totals[0]["definition"] == Definition.REACH:
            said.append("Hoeveel mensen daar zijn, is onbekend: het bereik is ten minste dit.")
    unknown = [row["theme_label"] for row in totals if row["denominator"] is None]
    if unknown:
        said.append(f"Noemer onbekend: {', '.join(unknown)}; laad een register op Gegevens.")
    shown = [published[row["theme"]] for row in totals if row["theme"] in published]
    if shown:
        said.append(
            "Streepje: landelijk gepubliceerd, "
            + "; ".join(f"{one['theme_label']} {published_text(one)}" for one in shown)
            + "; zie Bronnen."
        )
    st.caption("  \n".join(said))
    faults = [row for row in totals if (row["share"] or 0) > 1]
    for row in faults:
        one, many = people(row) if row["definition"] == Definition.REACH else _LOCATIONS
        reached = counted(row["numerator"], f"gedekte {one}", f"gedekte {many}")
        st.warning(
            f"{row['theme_label']}: {reached} op een doelgroep van {number(row['denominator'])}. "
            "Dat kan niet; kijk of locaties dubbel of niet gekoppeld zijn.",
            icon=":material/report:",
        )
