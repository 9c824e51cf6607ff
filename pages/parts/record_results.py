"""What a partnership was to bring and brought, by year, with a form to write it down."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.wording import plain
from core.yearly_result import YearlyResult, years_to_choose
from data import yearly_results
from data.errors import InputRefused
from pages.parts import record_editing
from pages.parts.record_state import Record
from pages.shared import allowed, rows
from pages.shared.opened import store

FORM = "jaarresultaat"
FIELDS = {"intended": "Beoogd resultaat", "actual": "Behaald resultaat"}
Row = dict[str, Any]


def show(record: Record, filters: Filters) -> None:
    """What the record says without a year, then each year, the latest first."""
    st.subheader("Beoogd en behaald", anchor=False)
    row = record.row
    if row["intended_result"] or row["actual_result"]:
        _beside(row["intended_result"], row["actual_result"])
    elif not record.results:
        st.caption("Nog niet opgeschreven wat de samenwerking moet opleveren.")
    opened = record_editing.opened(FORM, record.results)
    for one in record.results:
        if opened == one["id"]:
            _form(record, one)
        else:
            _year(record, one)
    if opened == record_editing.NEW:
        _form(record, None)
    elif opened is None:
        allowed.button(
            "Resultaat van een jaar toevoegen",
            icon=":material/add:",
            key="jaar_erbij",
            on_click=record_editing.begin,
            args=(FORM, None, {"jaar": _usual_year(record), "beoogd": "", "behaald": ""}),
        )
    if record.results:
        found = [one["content"].model_dump() for one in record.results]
        rows.twin(
            pa.Table.from_pylist(found),
            {"year": "Jaar", **FIELDS},
            what="Resultaat per jaar",
            filters=filters,
            key="jaar_rijen",
        )


def _beside(intended: str | None, actual: str | None) -> None:
    with st.grid(2, min_column_width=260, gap="small") as places:
        for title, text in zip(FIELDS.values(), (intended, actual), strict=True):
            with places.cell(), st.container(gap=None):
                st.caption(title)
                st.text(text or "niet ingevuld")


def _year(record: Record, one: Row) -> None:
    content: YearlyResult = one["content"]
    with st.container(border=True, gap="small", key=f"jaar_{one['id']}"):
        st.markdown(f"**{content.year}**")
        _beside(content.intended, content.actual)
        with st.container(horizontal=True):
            allowed.button(
                "Wijzigen",
                icon=":material/edit:",
                key=f"jaar_wijzig_{one['id']}",
                on_click=record_editing.begin,
                args=(
                    FORM,
                    one,
                    {
                        "jaar": content.year,
                        "beoogd": content.intended or "",
                        "behaald": content.actual or "",
                    },
                ),
            )
            allowed.button(
                "Verwijderen",
                icon=":material/delete:",
                key=f"jaar_weg_{one['id']}",
                on_click=record_editing.carry_out,
                args=(
                    lambda: yearly_results.remove_yearly_result(
                        store(), one["id"], one["version"], "app"
                    ),
                    f"Het resultaat over {content.year} is verwijderd.",
                ),
            )


def _form(record: Record, one: Row | None) -> None:
    """A form on a year that is there, whose year stays, or on a new one."""
    with st.container(border=True, key=f"{FORM}_vak"):
        if one:
            st.markdown(f"**{one['content'].year}**")
        else:
            years = _years(record)
            if record_editing.typed(FORM, "jaar") not in years:
                # Somebody else wrote that year meanwhile. Another one is for people to choose.
                st.session_state[f"{FORM}_jaar"] = None
            st.selectbox("Jaar", years, index=None, key=f"{FORM}_jaar", placeholder="Kies een jaar")
        for field, title in (("beoogd", FIELDS["intended"]), ("behaald", FIELDS["actual"])):
            st.text_area(title, key=f"{FORM}_{field}")
        record_editing.buttons(FORM, _save, record.id, one, row=one)


def _years(record: Record) -> list[int]:
    return years_to_choose(record.on, {row["content"].year for row in record.results})


def _usual_year(record: Record) -> int | None:
    """This year where it has no result yet, else the latest that has none."""
    years = _years(record)
    return record.on.year if record.on.year in years else next(iter(years), None)


def _save(partnership: int, one: Row | None) -> None:
    year = one["content"].year if one else record_editing.typed(FORM, "jaar")

    def write(id_: int, version: int) -> int:
        if year is None:
            raise InputRefused("Het jaar ontbreekt", "Kies het jaar waarover dit resultaat gaat.")
        made = YearlyResult(
            partnership=partnership,
            year=year,
            intended=record_editing.typed(FORM, "beoogd"),
            actual=record_editing.typed(FORM, "behaald"),
        )
        if id_ == record_editing.NEW:
            return yearly_results.add_yearly_result(store(), made, "app")[1]
        return yearly_results.change_yearly_result(store(), id_, version, made, "app")

    record_editing.save(FORM, write, f"Het resultaat over {plain(str(year))} is bewaard.")
