"""The table of all partnerships: search, sort, choose columns, act on what is chosen."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.names import name_keys
from core.partnership_edit import LABELS
from core.wording import counted, number, person, plain
from data import partnership_list as listing
from data.partnership_list import SORTS
from pages.parts import partnership_state, partnerships_chosen, partnerships_views
from pages.shared import allowed, rows
from pages.shared.empty import nothing_yet
from pages.shared.opened import result, store

PAGE, TALL = 100, 640
# What is called otherwise here than in the form, and the columns that it does not have.
CALLED = {
    "locations": "Aantal locaties",
    "name": "Samenwerking",
    "status_label": LABELS["status"],
    "goal_profile": "Doelen",
    "theme_labels": LABELS["themes"],
    "gemeente_names": LABELS["gemeenten"],
    "agreement_date": "Getekend",
    "budget": "Budget per jaar (€)",
    "changed_by": "Gewijzigd door",
}
COLUMNS = {
    column: CALLED.get(column) or LABELS[column]
    for column in (
        "name", "partners", "status_label", "goal_profile", "theme_labels", "gemeente_names",
        "owner", "library", "form", "level", "programmes", "agreement", "agreement_date", "hours",
        "budget", "start_date", "end_date", "evaluation_date", "locations", "intended_result",
        "actual_result", "ended_reason", "note", "changed_by",
    )
}  # fmt: skip
USUAL = tuple(COLUMNS)[:8]
SORTED_BY = {
    sort: {"status": "Status", "changed_at": "Laatst gewijzigd"}.get(sort) or COLUMNS[sort]
    for sort in SORTS
}
COLUMNS_KEY, SORT_KEY, DOWN_KEY, WORDS_KEY = "kolommen", "sorteer", "aflopend", "zoek"


def show(filters: Filters) -> None:
    """What there is under the filters, a page at a time."""
    if nothing_yet():
        _offer_new()
        return
    words, sort, descending = _toolbar()
    page = _page((filters, words, sort, descending))
    asked = (filters, words, sort, descending, PAGE, (page - 1) * PAGE)
    found = _with_persons(result(listing.partnership_list, *asked))
    if not found.num_rows and page > 1:  # what stood on this page was removed
        _go(page - 1)
        st.rerun()
    total = found["total"][0].as_py() if found.num_rows else 0
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(_finding(total, words), width="content")
        _offer_new()
    if not total:
        return
    columns = {one: COLUMNS[one] for one in st.session_state.get(COLUMNS_KEY) or USUAL}
    picked = rows.several(
        found,
        columns,
        alt="Samenwerkingen",
        key=f"tabel_{hash((tuple(columns), *found['id'].to_pylist()))}",
        height=min(35 * found.num_rows + 38, TALL),
        to_record=True,
    )
    _turn(page, total)
    chosen = found.select(["id", "version", "name"]).take(pa.array(picked, pa.int64())).to_pylist()
    partnerships_chosen.show(chosen, total, (filters, words, sort, descending))
    with st.expander("Download", on_change="rerun", key="sw_download") as folded:
        if folded.open:
            rows.download(
                lambda: _with_persons(
                    listing.partnership_list(store(), filters, words, sort, descending)
                ),
                columns,
                what="Samenwerkingen",
                filters=filters,
                definition=f"gezocht op “{words}”" if words else "alle binnen de filters",
                key="sw_rijen",
            )
            st.caption(
                "Dit is om te lezen. Om te verbeteren en opnieuw te laden is er op Gegevens “Alle "
                "samenwerkingen”: dat heeft de kolommen van het sjabloon."
            )


def _with_persons(found: pa.Table) -> pa.Table:
    """The rows, without what changed them where that is no person."""
    at = found.schema.get_field_index("changed_by")
    persons = [person(who) for who in found.column(at).to_pylist()]
    return found.set_column(at, "changed_by", pa.array(persons, pa.string()))


def _finding(total: int, words: str) -> str:
    if not total and words:
        return f"Niets gevonden met “{plain(words)}”. Zoek op minder woorden, of wis filters."
    if not total:
        return "Binnen deze filters zijn er geen samenwerkingen. Wis filters of voeg er een toe."
    said = f"**{counted(total, 'samenwerking', 'samenwerkingen')}**"
    return f"{said} met “{plain(words)}”." if words else f"{said} binnen de filters."


def _toolbar() -> tuple[str, str, bool]:
    _forget_unknown()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(
            "Zoek", key=WORDS_KEY, bind="query-params", max_chars=200, width=260,
            placeholder="Naam, partner, eigenaar of bibliotheek",
        )  # fmt: skip
        sort = st.selectbox(
            "Sorteer op",
            list(SORTED_BY),
            key=SORT_KEY,
            persist_state="session",
            format_func=SORTED_BY.__getitem__,
            width=200,
        )
        descending = st.toggle("Aflopend", key=DOWN_KEY, persist_state="session")
        with st.popover("Kolommen", icon=":material/view_column:"):
            st.multiselect(
                "Kolommen", list(COLUMNS), default=list(USUAL), key=COLUMNS_KEY,
                persist_state="session",
                format_func=COLUMNS.__getitem__, placeholder="De gewone kolommen",
            )  # fmt: skip
        with st.popover("Weergaven", icon=":material/bookmark:"):
            partnerships_views.show()
    said = str(words or "")
    if said and not name_keys(said):
        st.caption(f"Op “{plain(said)}” kan niet worden gezocht: zoek op letters of cijfers.")
    return said if name_keys(said) else "", str(sort or "name"), bool(descending)


def _forget_unknown() -> None:
    """A view that was kept may name columns or an order that the table has no more."""
    kept = st.session_state.get(COLUMNS_KEY) or []
    if any(one not in COLUMNS for one in kept):
        st.session_state[COLUMNS_KEY] = [one for one in kept if one in COLUMNS]
    if st.session_state.get(SORT_KEY, "name") not in SORTED_BY:
        st.session_state[SORT_KEY] = "name"


def _offer_new() -> None:
    allowed.button(
        "Nieuwe samenwerking",
        type="primary",
        icon=":material/add:",
        on_click=partnership_state.open_for,
        args=(partnership_state.NEW,),
    )


def _page(asked: Any) -> int:
    """The page of the table; the first again when something else is asked."""
    if st.session_state.get("blad_van") != asked:
        st.session_state["blad_van"], st.session_state["blad"] = asked, 1
    page: int = st.session_state["blad"]
    return page


def _turn(page: int, total: int) -> None:
    last = -(-total // PAGE)
    if last == 1:
        return
    first = (page - 1) * PAGE + 1
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{number(first)}–{number(min(page * PAGE, total))} van {number(total)}")
        for icon, to, said in (
            ("first_page", 1, "Eerste"),
            ("chevron_left", page - 1, "Vorige"),
            ("chevron_right", page + 1, "Volgende"),
            ("last_page", last, "Laatste"),
        ):
            st.button(
                said, icon=f":material/{icon}:", key=f"blad_{said}", on_click=_go, args=(to,),
                disabled=to == page or not 1 <= to <= last, type="tertiary",
            )  # fmt: skip


def _go(to: int) -> None:
    st.session_state["blad"] = to
