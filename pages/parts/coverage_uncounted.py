"""What does not count in the coverage, and why: the first thing to look at when a figure is low."""

import pyarrow.compute as pc
import streamlit as st

from core.filters import Filters
from core.uncounted import REASONS
from core.wording import counted
from data import coverage
from pages.shared import reasons, rows
from pages.shared.opened import result

KEY = "telt_niet"


def show(filters: Filters) -> None:
    """How many partnerships count in part or not at all; per reason which, and what mends it."""
    found = result(coverage.uncounted, filters)
    st.subheader("Wat telt niet mee", anchor=False)
    if found.num_rows == 0:
        st.success(
            "Alles wat loopt of in voorbereiding is, telt mee.", icon=":material/check_circle:"
        )
        return
    affected = len(pc.unique(found["id"]))
    st.caption(
        f"{counted(affected, 'samenwerking telt', 'samenwerkingen tellen')} niet of niet helemaal "
        "mee in de dekking van scholen en kinderopvang."
    )
    counts = {code: pc.sum(pc.equal(found["reason"], code)).as_py() for code in REASONS}
    code = reasons.choose(
        {code: count for code, count in counts.items() if count},
        {code: reason.label for code, reason in REASONS.items()},
        key=KEY,
    )
    reason = REASONS[code]
    st.caption(reason.explanation)
    rows.with_download(
        found.filter(pc.equal(found["reason"], code)),
        {
            "name": "Samenwerking",
            "library": "Bibliotheek",
            "theme_label": "Thema",
            "subject": reason.subject,
            "status_label": "Status",
        },
        what=f"Telt niet mee {reason.label.lower()}",
        filters=filters,
        key="telt_niet_rijen",
        to_record=True,
    )
