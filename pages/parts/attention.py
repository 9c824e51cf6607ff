"""What needs attention: a reason, its rows and a download.

Some reasons are made of what people write down in a record, so this is asked with `recorded`.
"""

from typing import Any

import streamlit as st

from core.attention import REASONS
from core.filters import Filters
from data import portfolio
from pages.shared import reasons, rows
from pages.shared.opened import recorded

KEY = "aandacht"
COLUMNS = {
    "due": "Datum",
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "partners": "Partners",
    "gemeente_names": "Gemeenten",
    "owner": "Eigenaar",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar (€)",
    "status_label": "Status",
}


def asked(filters: Filters, code: str | None = None) -> tuple[Any, ...]:
    """What is asked for the rows of a reason: as many as are shown, for the one chosen last."""
    return (
        portfolio.attention,
        filters,
        code or st.session_state.get(KEY) or next(iter(REASONS)),
        rows.SHOWN,
    )


def counts(filters: Filters) -> list[dict[str, Any]]:
    """How many partnerships each reason holds for, and all together (reason None)."""
    found: list[dict[str, Any]] = recorded(portfolio.attention_counts, filters).to_pylist()
    return found


def show(counted: dict[str, int], filters: Filters) -> None:
    """The reasons that occur, most urgent first, and the rows of the chosen one."""
    st.subheader("Wat vraagt aandacht", anchor=False)
    occurring = {code: counted[code] for code in REASONS if counted.get(code)}
    if not occurring:
        st.success(
            "Niets: geen verstreken einddatum, geen late evaluatie of afspraak, overal een "
            "eigenaar.",
            icon=":material/check_circle:",
        )
        return
    code = reasons.choose(
        occurring, {code: reason.label for code, reason in REASONS.items()}, key=KEY
    )
    st.caption(REASONS[code].explanation)
    what = f"Aandacht {REASONS[code].label}"
    found = recorded(*asked(filters, code))
    dated = found["due"].null_count < found.num_rows  # a missing owner, say, has no date
    shown = {name: title for name, title in COLUMNS.items() if dated or name != "due"}
    rows.table(found, shown, alt=what, total=counted[code], to_record=True)
    rows.download(
        lambda: recorded(portfolio.attention, filters, code),
        shown,
        what=what,
        filters=filters,
        key="aandacht_rijen",
    )
