"""Showing the portfolio without names: who sees it so, and how one makes such a link.

How much is hidden is settled when a visit begins and stays so: what was typed or chosen under
real names is in no session without them. To see names again one closes the window.
"""

from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from core.shared_link import SharedLink
from data import choices as chosen_from
from data.errors import StoreError
from data.shared_links import share, withdraw
from pages.components.kept_key import kept_key
from pages.shared import done, filters
from pages.shared import presenting as presentation
from pages.shared.failure import show_failure
from pages.shared.first_visit import COOKIE, IN_ADDRESS, key_in
from pages.shared.opened import KEY, may_lead, seen_through, shown_through, with_names


def begin() -> None:
    """Settle what this visitor may see, before anything is shown; nothing after a dead link."""
    if KEY not in st.session_state:
        cookie = st.context.cookies.get(COOKIE)  # no text where there is no browser
        bound = key_in(cookie) if isinstance(cookie, str) else None
        st.session_state[KEY] = st.query_params.get(IN_ADDRESS, bound)
    key = st.session_state[KEY]
    try:
        link = shown_through()
    except StoreError as error:
        show_failure(error)
        st.stop()
    if link:
        kept_key(key="anonieme_links", name=IN_ADDRESS, value=link.token)
        if st.query_params.get(IN_ADDRESS) != key:
            st.query_params[IN_ADDRESS] = key


def say_so() -> None:
    """That names are hidden, on every page where they are."""
    if (link := shown_through()) is None:
        return
    whose = (
        "partners, locaties, mensen en bibliotheken"
        if link.libraries
        else ("partners, locaties en mensen")
    )
    st.info(
        f"**Anoniem.** De namen van {whose} zijn vervangen en teksten verborgen. "
        "U kunt alles bekijken en niets wijzigen.",
        icon=":material/visibility_off:",
    )


def in_short() -> list[str]:
    """The same in two words, or nothing."""
    return ["namen vervangen"] if shown_through() else []


def offer() -> None:
    """The button that makes a link without names, for who sees them."""
    if (
        shown_through() is None
        and may_lead()
        and st.button(
            "Anoniem tonen",
            icon=":material/visibility_off:",
            width="stretch",
            help="Een venster of link waarin niemand bij naam te herkennen is.",
        )
    ):
        _make()


@st.dialog("Anoniem tonen")
def _make() -> None:
    st.markdown(
        "In een anoniem venster heten partners, locaties en mensen bij hun soort en nummer, "
        "steeds hetzelfde: *Basisschool 12*. Notities en andere vrije teksten zijn verborgen, en "
        "er is niets te wijzigen. Gemeenten, thema’s en cijfers blijven."
    )
    libraries = st.toggle(
        "Verberg ook de namen van bibliotheken",
        value=True,
        key="anoniem_bibliotheken",
        help="Wie de gemeenten kent, weet meestal toch om welke bibliotheek het gaat.",
    )
    presenting = st.toggle("Begin als presentatie", key="anoniem_presentatie")
    try:
        link = share(with_names(), libraries, "app")
    except StoreError as error:
        show_failure(error)
        return
    address = _address(link, presenting)
    st.link_button("Open anoniem venster", address, icon=":material/open_in_new:", type="primary")
    whose = "geen enkele naam" if libraries else "alleen de namen van bibliotheken"
    st.caption(
        f"Of deel deze link. Wie hem volgt, ziet {whose}, en blijft dat zien tot de browser sluit. "
        "De gemeenten blijven; daaraan is de bibliotheek vaak te herkennen. Wie het adres van het "
        "dashboard zelf kent en er op dit netwerk bij kan, kan het ook zonder deze link openen."
    )
    st.code(address, language=None, wrap_lines=True)
    _offer_to_withdraw()


def _address(link: SharedLink, presenting: bool) -> str:
    """This page as it is filtered now, through the link. Nothing that somebody typed goes along."""
    here = urlsplit(st.context.url or "")
    chosen = st.query_params.to_dict() | {
        key: st.query_params.get_all(key) for key in filters.KEYS if key in st.query_params
    }
    kept = {
        key: words for key, words in chosen.items() if key in filters.KEYS or str(words).isdecimal()
    }
    if filters.LIBRARY in kept:
        called = {row["id"]: row["name"] for row in chosen_from.libraries(seen_through(link))}
        kept[filters.LIBRARY] = [called[one] for one in filters.current().libraries]
    kept[IN_ADDRESS] = link.token
    if presenting:
        kept[presentation.IN_ADDRESS] = "ja"
    return urlunsplit(here._replace(query=urlencode(kept, doseq=True), fragment=""))


def _offer_to_withdraw() -> None:
    with st.popover("Links intrekken", icon=":material/link_off:", type="tertiary"):
        st.markdown(
            "Alle anonieme links die voor uw bibliotheken zijn gemaakt, ook die u eerder deelde, "
            "werken dan niet meer."
        )
        if st.button("Trek ze in", key="anoniem_intrekken"):
            withdraw(with_names(), "app")
            done.remember("De anonieme links zijn ingetrokken.", None)
            st.rerun()
