"""The factsheet on the screen: what is printed, the rows behind it, and the PDF."""

import re
from datetime import date
from typing import Any

import pyarrow as pa
import streamlit as st

from core.charts.bars import coverage_bars
from core.coverage import LABELS, Definition
from core.factsheet import Factsheet
from core.factsheet_wording import (
    FIGURES_MEAN,
    PARTNERS_MEAN,
    agreements_in_words,
    covered,
    lead,
    missing,
)
from core.filters import Filters
from core.gemeente_figures import KnownFigure
from core.library_functions import FUNCTIONS, SOURCE
from core.policy_fields import CALCULATION, POLICY_FIELDS, Served
from core.wording import counted, enumerated, number, plain
from data import choices
from data.factsheet_pdf import about, factsheet_picture, one_factsheet_pdf
from pages.parts.factsheet_chosen import Place, sheet_of
from pages.shared import charts, definition, linked, offered, rows
from pages.shared import filters as shared_filters
from pages.shared.opened import recorded, result, store

COLUMNS = {
    "name": "Samenwerking",
    "fields": "Beleidsvelden",
    "partners": "Partners",
    "theme_labels": "Thema’s",
    "programmes": "Programma’s",
    "status_label": "Status",
    "form": "Vorm",
    "agreement": "Getekend",
    "end_date": "Einde",
}
COVERED = {
    "theme_label": "Thema",
    "numerator": "Teller",
    "denominator": "Noemer",
    "share": "Dekking",
    "population": "Geteld wordt",
    "counted_from": "Noemer komt uit",
}
_NOT_IN_A_NAME = re.compile(r"[^\w-]+")


def show(place: Place, filters: Filters) -> None:
    """The finding, what is still to be filled in, the PDF and what stands on it."""
    above = st.container()
    chosen = definition.choose()
    sheet = sheet_of(place, filters, chosen)
    with above:
        st.markdown(f"**{plain(lead(sheet))}**")
        _say_missing(sheet)
        _download(place, filters, chosen)
        _printed(place, filters, chosen)
    _figures(sheet, filters.measure_date, recorded(about, filters, chosen).inhabitants_of)
    if sheet.others:
        st.caption(
            f"In deze gemeente werkt ook {plain(enumerated(sheet.others))}: dat staat op een eigen "
            "factsheet."
        )
    with st.grid(2, min_column_width=320, gap="large") as places:
        with places.cell():
            _policy(sheet)
            _words(sheet)
        with places.cell():
            _coverage(sheet, filters, chosen)
            _partners(sheet)
            _behind(sheet, filters)
    with st.expander("Waar de bibliotheek voor staat", icon=":material/account_balance:"):
        for one in FUNCTIONS:
            st.markdown(f"- **{one.label}**: {one.meaning} (artikel 5{one.letter})")
        st.caption(f"Bron: {SOURCE}.")


def _say_missing(sheet: Factsheet) -> None:
    lacking = missing(sheet)
    if not lacking:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f":material/edit_note: Nog in te vullen: **{plain(enumerated(lacking))}**.",
            width="content",
        )
        if not (sheet.story and sheet.ask):
            _to_part("Verhaal en vraag invullen", "Verhaal, vraag en kleur")
        if any(one.value is None for one in sheet.figures):
            _to_part("Kerncijfers invullen", "Kerncijfers")


def _to_part(label: str, part: str) -> None:
    st.button(
        label,
        icon=":material/edit:",
        type="tertiary",
        key=f"naar_{part}",
        on_click=linked.point,
        args=("blad", part),
    )


def _download(place: Place, filters: Filters, chosen: Definition) -> None:
    asked = (filters, chosen, place.library["id"], place.gemeente["code"])
    offered.file(
        "Factsheet (PDF, één A4)",
        lambda: one_factsheet_pdf(store(), *asked),
        file_name=f"factsheet-{file_name(place.gemeente['name'])}.pdf",
        mime="application/pdf",
        icon=":material/picture_as_pdf:",
        type="primary",
        key="factsheet_pdf",
        on_click="ignore",
    )


def _printed(place: Place, filters: Filters, chosen: Definition) -> None:
    """The page as it is printed, once somebody wants to see it: setting it takes the longest."""
    with st.expander(
        "Zo wordt het afgedrukt", icon=":material/print:", on_change="rerun", key="factsheet_afdruk"
    ) as printed:
        if printed.open:
            st.image(
                recorded(
                    factsheet_picture, filters, chosen, place.library["id"], place.gemeente["code"]
                ),
                width=720,
                alt=f"De factsheet van {place.gemeente['name']} zoals die op A4 wordt afgedrukt; "
                "de inhoud staat eronder in woorden",
            )


def file_name(name: str) -> str:
    """A name as part of a file's."""
    return _NOT_IN_A_NAME.sub("-", name).strip("-").lower()


def _figures(sheet: Factsheet, on: date, counted_in: str) -> None:
    st.subheader("Kerncijfers", anchor=False)
    with st.grid(5, min_column_width=165, gap="small"):
        inhabitants = number(sheet.inhabitants) if sheet.inhabitants else rows.ABSENT
        st.metric(f"Inwoners ({counted_in})", inhabitants, border=True)
        for one in sheet.figures:
            st.metric(_label(one, on), _value(one), border=True)
    lacking = sum(one.value is None for one in sheet.figures)
    if lacking:
        st.caption(
            f"{counted(lacking, 'kerncijfer is', 'kerncijfers zijn')} niet aangeleverd (–); dat "
            "staat zo op de afdruk."
        )
    with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
        st.markdown(FIGURES_MEAN)


def _value(one: KnownFigure) -> str:
    return rows.ABSENT if one.value is None else one.shown


def _label(one: KnownFigure, on: date) -> str:
    return one.label if one.year in (None, on.year) else f"{one.label} ({one.year})"


def _policy(sheet: Factsheet) -> None:
    st.subheader("Bijdrage aan het gemeentelijk beleid", anchor=False)
    st.markdown("\n".join(f"- {_field(one)}" for one in sheet.served))
    with st.popover("Hoe is dit ingedeeld?", icon=":material/calculate:", type="tertiary"):
        st.markdown(CALCULATION)
        for one in POLICY_FIELDS:
            st.markdown(f"- **{one.label}**: {one.source}.")


def _field(one: Served) -> str:
    label = one.field.label
    if not one.partnerships:
        return f"{label}: nog geen samenwerking vastgelegd"
    by = [f"{name} ({number(times)}×)" if times > 1 else name for name, times in one.programmes]
    together = counted(len(one.partnerships), "samenwerking", "samenwerkingen")
    return f"**{label}**: {together}; {plain(enumerated([*by, *one.others], 6))}"


def _coverage(sheet: Factsheet, filters: Filters, chosen: Definition) -> None:
    st.subheader("Dekking per thema", anchor=False)
    by_label = {row["theme_label"]: row for row in sheet.coverage}
    drawn = [
        {
            "theme_label": one.label,
            "theme_group": by_label[one.label]["theme_group"],
            "share": one.share,
            "with_pipeline": one.share,
            "text": one.text,
            "published": None,
            "published_text": "",
        }
        for one in covered(sheet)
    ]
    if not drawn:
        st.caption("Er zijn geen thema’s binnen deze keuze.")
        return
    charts.draw(
        coverage_bars,
        pa.Table.from_pylist(drawn, schema=_DRAWN),
        alt_text=f"Dekking per thema in {sheet.gemeente_name}: "
        + "; ".join(f"{one['theme_label']} {one['text']}" for one in drawn),
        key="factsheet_dekking",
    )
    st.caption("Thema’s zonder register tellen de gemeente zelf: 1 van 1 is er, 0 van 1 nog niet.")
    rows.twin(
        pa.Table.from_pylist([dict(row) for row in sheet.coverage]),
        COVERED,
        what="Dekking op de factsheet",
        filters=filters,
        definition=LABELS[chosen],
        key="factsheet_dekking_rijen",
    )


_DRAWN = pa.schema(
    [(name, pa.string()) for name in ("theme_label", "theme_group", "text", "published_text")]
    + [(name, pa.float64()) for name in ("share", "with_pipeline", "published")]
)


def _partners(sheet: Factsheet) -> None:
    st.subheader("Partners en afspraken", anchor=False)
    if sheet.partners:
        st.markdown(plain(enumerated([one.name for one in sheet.partners], 12)))
    else:
        st.caption("Nog geen partners in deze gemeente vastgelegd.")
    if said := agreements_in_words(sheet):
        st.markdown(f"{said}.")
    if sheet.pipeline:
        st.caption(f"In voorbereiding: {number(sheet.pipeline)}.")
    with st.popover("Hoe is dit geteld?", icon=":material/calculate:", type="tertiary"):
        st.markdown(PARTNERS_MEAN)


def _behind(sheet: Factsheet, filters: Filters) -> None:
    """The partnerships behind it all, and the way to them in the register."""
    if not sheet.active:
        return
    st.caption("De samenwerkingen achter deze factsheet, met de beleidsvelden van elk:")
    rows.twin(
        lambda: pa.Table.from_pylist([_row(one, sheet) for one in sheet.active]),
        COLUMNS,
        what="Samenwerkingen op de factsheet",
        filters=filters,
        key="factsheet_rijen",
        to_record=True,
    )
    st.button(
        "Toon ze bij Samenwerkingen",
        icon=":material/arrow_forward:",
        key="naar_rijen",
        on_click=_to_partnerships,
        args=(sheet, filters),
    )


def _to_partnerships(sheet: Factsheet, filters: Filters) -> None:
    """What the factsheet counts: of this library and gemeente, those that run."""
    shared_filters.choose("bibliotheek", sheet.library_name)
    shared_filters.choose("gemeente", sheet.gemeente_name)
    st.session_state["status"] = [
        row["label"]
        for row in result(choices.statuses)
        if row["counts_as"] == "active"
        and (not filters.statuses or row["code"] in filters.statuses)
    ]
    shared_filters.go_on_to("pages/partnerships.py")


def _row(one: Any, sheet: Factsheet) -> dict[str, Any]:
    fields = [each.field.label for each in sheet.served if one["id"] in each.partnerships]
    return {
        **{name: one[name] for name in ("id", "name", "theme_labels", "programmes")},
        **{name: one[name] for name in ("status_label", "form", "end_date")},
        "fields": fields,
        "partners": [partner["name"] for partner in one["partners"]],
        "agreement": "ja" if one["in_force"] else "nee",
    }


def _words(sheet: Factsheet) -> None:
    for title, text in (("Verhaal", sheet.story), ("Wat wij vragen", sheet.ask)):
        st.subheader(title, anchor=False)
        if text:
            st.text(text)
        else:
            st.caption("Nog niet ingevuld; dit deel blijft van de afdruk weg.")
