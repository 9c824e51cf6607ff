"""The key figures of a gemeente by year: what is known, and a form to fill them in."""

from typing import Any

import pyarrow as pa
import streamlit as st
from pydantic import ValidationError

from core.filters import Filters, today
from core.gemeente_figures import FIGURES, GemeenteFigures, figure_faults
from core.values import text
from core.wording import plain
from core.yearly_result import years_to_choose
from data import factsheet_documents as stored
from data.errors import InputRefused
from pages.parts import record_editing
from pages.parts.factsheet_chosen import Place
from pages.shared import allowed, rows
from pages.shared.opened import recorded, store

FORM = "kerncijfers"
COLUMNS = {"year": "Jaar", **{name: one.label for name, one in FIGURES.items()}}
Row = dict[str, Any]


def show(place: Place, filters: Filters) -> None:
    """Each year that is known, the last first, and a form on one of them or a new one."""
    st.subheader(f"Kerncijfers van {plain(place.gemeente['name'])}", anchor=False)
    st.caption(
        "Per jaar, voor deze gemeente. Op de factsheet staat van elk kerncijfer het laatste dat "
        "bekend is, met zijn jaar. Veel gemeenten tegelijk? Dat kan bij Kerncijfers inlezen."
    )
    found = recorded(stored.factsheet_documents, stored.FIGURES, place.library["id"], place.number)
    opened = record_editing.opened(FORM, found)
    if not found and opened is None:
        st.markdown(
            "**Nog geen kerncijfers.** Vul ze hier in, of lees ze in uit een bestand. Tot dan "
            "staat er op de factsheet *niet aangeleverd*."
        )
    if opened == record_editing.NEW:
        _form(place, found, None)
    elif opened is None:
        allowed.button(
            "Kerncijfers van een jaar toevoegen",
            icon=":material/add:",
            key="kerncijfers_erbij",
            on_click=record_editing.begin,
            args=(FORM, None, {"jaar": _usual_year(found), **dict.fromkeys(FIGURES, "")}),
        )
    for one in found:
        if opened == one["id"]:
            _form(place, found, one)
        else:
            _year(one)
    if found:
        rows.twin(
            pa.Table.from_pylist([one["content"].model_dump() for one in found]),
            COLUMNS,
            what="Kerncijfers per jaar",
            filters=filters,
            definition=f"kerncijfers van {place.library['name']} in {place.gemeente['name']}",
            key="kerncijfers_rijen",
        )


def _years(found: list[Row]) -> list[int]:
    """This year and ten back, but for those that have figures."""
    taken = {row["content"].year for row in found}
    return [year for year in years_to_choose(today(), taken) if year <= today().year]


def _usual_year(found: list[Row]) -> int | None:
    """Last year, of which the figures are complete, where it has none yet."""
    years = _years(found)
    return today().year - 1 if today().year - 1 in years else next(iter(years), None)


def _year(one: Row) -> None:
    content: GemeenteFigures = one["content"]
    with st.container(border=True, gap="small", key=f"kerncijfers_{one['id']}"):
        st.markdown(f"**{content.year}**")
        shown = content.in_words()
        shown.pop("Jaar")
        st.markdown(" · ".join(f"{label}: **{plain(value)}**" for label, value in shown.items()))
        with st.container(horizontal=True):
            allowed.button(
                "Wijzigen",
                icon=":material/edit:",
                key=f"kerncijfers_wijzig_{one['id']}",
                on_click=record_editing.begin,
                args=(FORM, one, {"jaar": content.year, **_fields(content)}),
            )
            allowed.button(
                "Verwijderen",
                icon=":material/delete:",
                key=f"kerncijfers_weg_{one['id']}",
                on_click=record_editing.carry_out,
                args=(
                    lambda: stored.remove_factsheet_document(
                        store(), stored.FIGURES, one["id"], one["version"], "app"
                    ),
                    f"De kerncijfers over {content.year} zijn verwijderd.",
                ),
            )


def _fields(content: GemeenteFigures) -> dict[str, str]:
    return {name: _typed(getattr(content, name)) for name in FIGURES}


def _typed(value: float | None) -> str:
    return "" if value is None else text(value).replace(".", ",")


def _form(place: Place, found: list[Row], one: Row | None) -> None:
    with st.container(border=True, key=f"{FORM}_vak"):
        if one:
            st.markdown(f"**{one['content'].year}**")
        else:
            years = _years(found)
            if record_editing.typed(FORM, "jaar") not in years:
                st.session_state[f"{FORM}_jaar"] = None
            st.selectbox("Jaar", years, index=None, key=f"{FORM}_jaar", placeholder="Kies een jaar")
        with st.grid(4, min_column_width=150, gap="small"):
            for name, figure in FIGURES.items():
                st.text_input(figure.label, key=f"{FORM}_{name}", help=figure.note, max_chars=20)
        st.caption("Laat leeg wat u niet weet: op de factsheet staat dan *niet aangeleverd*.")
        record_editing.buttons(FORM, _save, place, one, row=one)


def _save(place: Place, one: Row | None) -> None:
    year = one["content"].year if one else record_editing.typed(FORM, "jaar")

    def write(id_: int, version: int) -> int:
        if year is None:
            raise InputRefused("Het jaar ontbreekt", "Kies het jaar waarover de cijfers gaan.")
        typed = {name: record_editing.typed(FORM, name) for name in FIGURES}
        about = {"library": place.library["id"], "gemeente": place.number, "year": year}
        try:
            made = GemeenteFigures(**about, **typed)
        except ValidationError as error:
            said = [
                f"{FIGURES[field].label}: {reason}" if field in FIGURES else reason
                for field, reason in figure_faults(error)
            ]
            raise InputRefused("Dit kan zo niet worden bewaard", " ".join(said)) from None
        return stored.write_factsheet_document(
            store(), id_, version, place.gemeente["name"], made, "app"
        )

    record_editing.save(FORM, write, f"De kerncijfers over {plain(str(year))} zijn bewaard.")
