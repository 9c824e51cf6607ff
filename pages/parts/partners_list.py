"""The list of partners: searched, sorted and paged where they are stored."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.partner_findings import register_finding
from data import partner_register, partner_types
from data.partner_subject import HEADINGS
from pages.parts import partners_paging
from pages.shared import by_name, linked, rows
from pages.shared.opened import listed, result

PAGE = 100
KEY = "partners"
ORDERS = {
    "Naam": "name",
    "Lopende samenwerkingen": "active",
    "Uren per jaar": "hours",
    "Aantal bibliotheken": "libraries",
    "Beëindigde samenwerkingen": "ended",
}
KEPT = ("partner_zoek", "partner_soort", "partner_volgorde")
EVERY, ABSENT = "Alle typen", "Niet ingevuld"
COLUMNS = {
    one: HEADINGS[one]
    for one in (
        "name", "type", "gemeente_name", "active", "pipeline", "ended", "other", "library_count",
        "hours", "budget", "themes", "goals", "libraries",
    )
} | {"budget": "Budget per jaar (€)"}  # fmt: skip
CALCULATION = """
- **Wie staat hier**: elke partner met een samenwerking binnen de filters, op de peildatum. Kiest u
  geen bibliotheek, thema of status, dan ook partners zonder samenwerking.
- **Lopend** is *actief* of *evaluatie*; **in voorbereiding** is *verkenning* of *opstart*.
- **Uren en budget** zijn die van de lopende samenwerkingen. Heeft een samenwerking meer partners,
  dan telt zij bij elk van hen voor het geheel: de kolom optellen geeft dus te veel.
- **Doelen** zijn de doelen die de lopende samenwerkingen rechtstreeks (direct of als kern) dienen.
"""


def show(filters: Filters) -> None:
    """The finding, the list, and one partner to open."""
    [summary] = listed(partner_register.partner_summary, filters)
    st.markdown(register_finding(summary))
    words, kind, order = _asked()
    asked = (filters, words, kind, order)
    page = partners_paging.page(KEY, asked, None, PAGE)
    found = result(partner_register.partner_register, *asked, PAGE, page * PAGE)
    if not found.num_rows and page:  # somebody else's change made the list shorter
        page = partners_paging.page(KEY, asked, 0, PAGE)
        found = result(partner_register.partner_register, *asked, PAGE, 0)
    shown = found.to_pylist()
    if not shown:
        st.caption(
            "Er zijn geen partners binnen deze keuze. Zoek met minder woorden, kies een ander type "
            "of wis de filters."
        )
        return
    _open(shown)
    picked = rows.table(found, COLUMNS, alt="Partners", key=KEY, pick=True)
    if picked is not None:
        linked.point("partner", str(shown[picked]["id"]))
        st.rerun()
    partners_paging.turn(KEY, page, PAGE, shown[0]["total"], what="partners")
    with st.container(horizontal=True, vertical_alignment="center"):
        rows.download(
            lambda: _whole(asked),
            COLUMNS,
            what="Partners",
            filters=filters,
            definition="uren en budget van lopende samenwerkingen, bij elke partner geheel",
            key="partners_rijen",
        )
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)


def _asked() -> tuple[str, str | None, str]:
    """The words, the type and the order that are asked for; draws those choices."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(
            "Zoek op naam of gemeente",
            key="partner_zoek",
            placeholder="bijvoorbeeld ster zaanstad",
            max_chars=200,
            width=320,
        )
        kinds = {EVERY: None, ABSENT: ""} | {
            label: label for label in result(partner_types.partner_types)
        }
        kind = st.selectbox("Type", list(kinds), key="partner_soort", width=240)
        order = st.selectbox("Volgorde", list(ORDERS), key="partner_volgorde", width=240)
    return words, kinds.get(kind), ORDERS.get(order, "name")


def _open(shown: list[dict[str, Any]]) -> None:
    """One by name: on a phone a row is small to touch."""
    names = {
        row["id"]: f"{row['name']} ({row['gemeente_name'] or 'zonder gemeente'})" for row in shown
    }
    st.selectbox(
        "Open een partner",
        list(by_name.told_apart(names)),
        index=None,
        key="open_partner",
        format_func=lambda one: by_name.told_apart(names).get(one, ""),
        placeholder="Kies een partner, of klik op een rij",
        on_change=_opened,
        width=520,
    )


def _opened() -> None:
    if chosen := st.session_state.get("open_partner"):
        linked.point("partner", str(chosen))


def _whole(asked: tuple[Any, ...]) -> pa.Table:
    """Every partner that is asked for, not only those of this page."""
    table: pa.Table = result(partner_register.partner_register, *asked)
    return table
