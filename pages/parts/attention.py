"""What needs attention: a reason, its rows and a download."""

from typing import Any

import streamlit as st

from core.attention import REASONS
from core.filters import Filters
from core.wording import number
from data import portfolio
from pages.shared import rows
from pages.shared.opened import result

COLUMNS = {
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "partners": "Partners",
    "gemeente_names": "Gemeenten",
    "due": "Datum",
    "owner": "Eigenaar",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar (€)",
    "status": "Status",
}


def counts(filters: Filters) -> list[dict[str, Any]]:
    """How many partnerships each reason holds for, and all together (reason None)."""
    found: list[dict[str, Any]] = result(portfolio.attention_counts, filters).to_pylist()
    return found


def show(counted: dict[str, int], filters: Filters) -> None:
    """The reasons that occur, most urgent first, and the rows of the chosen one."""
    st.subheader("Wat vraagt aandacht", anchor=False)
    occurring = [code for code in REASONS if counted.get(code)]
    if not occurring:
        st.success(
            "Niets: geen verlopen overeenkomst, geen late evaluatie, overal een eigenaar.",
            icon=":material/check_circle:",
        )
        return
    chosen = st.pills(
        "Reden",
        occurring,
        default=occurring[0],
        format_func=lambda code: f"{REASONS[code].label} · {number(counted[code])}",
        key="aandacht",
        label_visibility="collapsed",
        required=True,
    )
    code = chosen if chosen in occurring else occurring[0]
    st.caption(REASONS[code].explanation)
    rows.with_download(
        result(portfolio.attention, filters, (code,)),
        COLUMNS,
        what=f"Aandacht {REASONS[code].label}",
        filters=filters,
        key="aandacht_rijen",
    )
