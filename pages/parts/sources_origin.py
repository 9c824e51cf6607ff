"""Where each shipped fact comes from: facts of others first, our own lists folded below."""

from typing import Any

import streamlit as st

from core.filters import Filters
from core.wording import plain, site_link
from data import sources
from pages.shared import registers, rows
from pages.shared.opened import listed, result

COLUMNS = {
    "topic": "Onderwerp",
    "what": "Wat",
    "origin": "Herkomst",
    "date": "Datum",
    "licence": "Licentie",
    "url": "Adres",
}
FACTS = {
    "facts": "Feiten over gemeenten, inwoners en scholen",
    "published": "Landelijk gepubliceerde cijfers over bibliotheken",
}
OWN = "Eigen indelingen en woordenlijsten"
# What stands for a licence where there is none to name: facts are nobody's, and our own are ours.
WITHOUT_LICENCE = {"feiten", "eigen werk"}


def show(filters: Filters) -> None:
    """A list to read, not a table: its texts are sentences, and wrap at every width."""
    found = listed(sources.sources)
    for kind, title in FACTS.items():
        st.subheader(title, anchor=False)
        _list([row for row in found if row["kind"] == kind])
    st.subheader("Geladen registers", anchor=False)
    registers.show_loads()
    own = [row for row in found if row["kind"] == "own"]
    with st.expander(f"{OWN} ({len(own)})", icon=":material/list_alt:"):
        _list(own)
    rows.download(
        result(sources.sources),
        COLUMNS,
        what="Bronnen",
        filters=filters,
        key="bronnen_rijen",
    )


def _list(found: list[dict[str, Any]]) -> None:
    with st.grid(2, min_column_width=320, gap="medium") as places:
        for row in found:
            with places.cell(), st.container(gap="xxsmall"):
                what = str(row["what"])
                st.markdown(f"**{plain(row['topic'])}**  \n{plain(what[:1].upper() + what[1:])}.")
                st.caption(_from(row))


def _from(row: dict[str, Any]) -> str:
    parts = [plain(row["origin"]), plain(row["date"])]
    if row["licence"] not in WITHOUT_LICENCE:
        parts.append(plain(row["licence"]))
    return " · ".join([*parts, site_link(row["url"])] if row["url"] else parts)
