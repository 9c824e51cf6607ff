"""The shared filters: drawn in the sidebar of every page, kept in the URL.

A multiselect that is bound to the URL drops what it does not know without a word, so the URL
is compared with the choices first and the page says what a link asked for in vain.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NoReturn

import streamlit as st

from core.filters import Filters, today
from core.wording import enumerated, long_date, plain
from data import choices as chosen_from
from data.store import Row
from pages.shared.opened import result, sees_all

LIBRARY = "bibliotheek"
KEYS = (LIBRARY, "regio", "gemeente", "thema", "status", "peildatum")
FIRST_DATE = date(2010, 1, 1)
FIELD = "filters"


def clear() -> None:
    """Empty every filter; for a button's on_click."""
    for key in KEYS[:-1]:
        st.session_state[key] = []
    st.session_state["peildatum"] = None


def choose(key: str, label: str) -> None:
    """Set one filter to one value, named by its label; for a click on a chart."""
    st.session_state[key] = [label]


def set_measure_date(on: date) -> None:
    """Look at another day; for a button's on_click."""
    st.session_state["peildatum"] = on


def go_on_to(page: str) -> NoReturn:
    """Show another page under the filters as they now are; in a button's on_click too.

    Without words for the address: Streamlit refuses to take out what filters put there.
    """
    st.switch_page(page, query_params={})


def draw(*, said: bool = True) -> Filters:
    """Draw the sidebar and return what it says; keeps it for the page as well.

    Not `said` above a page that is about one thing, whatever the filters are.
    """
    regions = result(chosen_from.regions)
    with st.sidebar:
        st.subheader("Filters", anchor=False)
        missing: list[str] = []
        libraries = _select(LIBRARY, "Bibliotheek", result(chosen_from.libraries), missing)
        area = _select("regio", "Regio", regions, missing, label="label")
        codes = {row["code"] for row in area}
        within = [g for g in result(chosen_from.gemeenten) if _inside(g, codes)]
        gemeenten = _select("gemeente", "Gemeente", within, missing)
        themes = _select("thema", "Thema", result(chosen_from.themes), missing, label="label")
        statuses = _select("status", "Status", result(chosen_from.statuses), missing, label="label")
        measure_date = _measure_date(missing)
        st.button("Wis filters", icon=":material/filter_alt_off:", on_click=clear, width="stretch")
    filters = Filters(
        measure_date=measure_date,
        libraries=tuple(row["id"] for row in libraries),
        regions=tuple(row["code"] for row in area),
        gemeenten=tuple(row["code"] for row in gemeenten),
        themes=tuple(row["code"] for row in themes),
        statuses=tuple(row["code"] for row in statuses),
    )
    st.session_state[FIELD] = filters
    _say_what_is_missing(missing)
    if said:
        st.caption(in_words(filters))
    return filters


def current() -> Filters:
    """The filters of this run. A page that was reached without the frame goes to the frame."""
    if FIELD not in st.session_state:
        st.switch_page("app.py")
    found: Filters = st.session_state[FIELD]
    return found


def in_words(filters: Filters) -> str:
    """What is shown, as one Dutch sentence in Markdown."""
    parts = [
        _names(chosen_from.libraries, filters.libraries, "id", "name") or _every_library(),
        _names(chosen_from.regions, filters.regions, "code", "label"),
        _names(chosen_from.gemeenten, filters.gemeenten, "code", "name"),
        _names(chosen_from.themes, filters.themes, "code", "label") or "alle thema’s",
    ]
    status = _names(chosen_from.statuses, filters.statuses, "code", "label")
    if status:
        parts.append(f"status {status}")
    day = "vandaag, " if filters.measure_date == today() else ""
    return (
        "U ziet "
        + " · ".join(part for part in parts if part)
        + f" · peildatum {day}{long_date(filters.measure_date)}"
    )


def _every_library() -> str:
    """What no choice of a library comes down to: all, or the few that somebody sees."""
    if sees_all():
        return "alle bibliotheken"
    found = [plain(row["name"]) for row in result(chosen_from.libraries)]
    return enumerated(found) if found else "geen bibliotheek"


def _names(query: Callable[..., list[Row]], wanted: Iterable[object], key: str, label: str) -> str:
    names = {row[key]: row[label] for row in result(query)}
    found = [plain(names[one]) for one in wanted if one in names]
    return enumerated(found) if found else ""


def _inside(gemeente: Row, regions: set[str]) -> bool:
    return not regions or not regions.isdisjoint(gemeente["regions"])


def _select(
    key: str, title: str, rows: list[Row], missing: list[str], label: str = "name"
) -> list[Row]:
    """One bound multiselect over the labels of the rows; returns the chosen rows."""
    by_label = {row[label]: row for row in rows}
    asked = st.query_params.get_all(key) if key not in st.session_state else []
    missing += [f"{title.lower()} “{plain(one)}”" for one in asked if one not in by_label]
    kept = st.session_state.get(key)
    if kept and any(one not in by_label for one in kept):
        dropped = [one for one in kept if one not in by_label]
        missing += [f"{title.lower()} “{plain(one)}” (ligt buiten de keuze)" for one in dropped]
        st.session_state[key] = [one for one in kept if one in by_label]
    picked = st.multiselect(
        title, list(by_label), key=key, bind="query-params", placeholder="Alle", select_all=False
    )
    return [by_label[one] for one in picked if one in by_label]


def _measure_date(missing: list[str]) -> date:
    asked = st.query_params.get("peildatum") if "peildatum" not in st.session_state else None
    picked = st.date_input(
        "Peildatum",
        value=None,
        min_value=FIRST_DATE,
        max_value=date(today().year + 5, 12, 31),
        format="DD-MM-YYYY",
        key="peildatum",
        bind="query-params",
        help="De dag waarvoor elk cijfer geldt. Leeg is vandaag.",
    )
    if asked and picked is None:
        missing.append(f"peildatum “{plain(asked)}”")
    return picked if isinstance(picked, date) else today()


def _say_what_is_missing(missing: list[str]) -> None:
    if missing:
        st.warning(
            f"Deze link noemt iets wat hier niet te vinden is: {enumerated(missing, 6)}. "
            "Dat deel van de filters is overgeslagen.",
            icon=":material/link_off:",
        )
