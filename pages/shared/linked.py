"""A choice of one page that stands in the URL, so that a link and the browser's Back keep it.

Streamlit's own binding takes the key of a page's widget out of the address when that page is
left, as an entry of its own in the browser's history: Back then finds the page without it. So
the key is not bound, and the address is written here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from core.names import name_key
from pages.shared.by_name import told_apart

# What of a word in the address must be the same: for words of people not the case or the accents.
Spelling = Callable[[str], str]
# Between what was picked together; the short texts are numbers and codes.
BETWEEN = "-"


def choice(title: str, options: Sequence[str], *, key: str, hide_title: bool = False) -> str:
    """One of the options, the first where nothing else was chosen.

    The address wins: it is what a link, Back and Forward bring. Who comes back to the page
    through the navigation, and so without words in the address, finds the last choice.
    """
    usual = options[0]
    _follow(key, options, usual)
    picked = st.segmented_control(
        title,
        options,
        key=key,
        on_change=_write,
        args=(key, usual),
        required=True,
        label_visibility="collapsed" if hide_title else "visible",
    )
    return str(_keep(key, picked if picked in options else usual))


def pick(title: str, names: Mapping[str, str], *, key: str, placeholder: str) -> str | None:
    """One of many, by what it is called; its own short text stands in the address.

    None where nothing was chosen, or what was chosen is no more.
    """
    names = told_apart(names)
    _follow(key, names, None, str)
    picked = st.selectbox(
        title,
        list(names),
        index=None,
        key=key,
        on_change=_write,
        args=(key, None),
        format_func=lambda one: names.get(one, ""),
        placeholder=placeholder,
    )
    return _keep(key, picked if picked in names else None)


def words(title: str, *, key: str, placeholder: str, most: int = 200, width: int = 520) -> str:
    """What is typed to search with; it stands in the address as it was typed."""
    in_address = (st.query_params.get(key) or "")[:most]
    if key not in st.session_state:
        st.session_state[key] = in_address or last(key) or ""
        _write(key, "")
    elif in_address != (st.session_state.get(f"{key}_in_adres") or ""):
        st.session_state[key] = in_address
        st.session_state[f"{key}_in_adres"] = in_address
    typed = st.text_input(
        title,
        key=key,
        on_change=_write,
        args=(key, ""),
        placeholder=placeholder,
        max_chars=most,
        type="search",
        width=width,
    )
    return str(_keep(key, typed) or "").strip()


def picks(title: str, names: Mapping[str, str], *, key: str, placeholder: str) -> tuple[str, ...]:
    """Any number of many, as `pick` has one: their short texts stand in the address together.

    What of them is not among `names` is forgotten.
    """
    names = told_apart(names)
    st.session_state[key] = [one for one in told(key) if one in names]
    _write(key, None)
    picked = st.multiselect(
        title,
        list(names),
        key=key,
        format_func=lambda one: names.get(one, ""),
        placeholder=placeholder,
        select_all=False,
    )
    st.session_state[f"{key}_laatst"] = BETWEEN.join(picked)
    return tuple(picked)


def told(key: str) -> tuple[str, ...]:
    """What `pick` or `picks` is asked to hold, before it is drawn: of these it takes what it knows.

    Nothing asked is one empty text.
    """
    in_address = st.query_params.get(key) or ""
    if key not in st.session_state:
        return tuple((in_address or last(key) or "").split(BETWEEN))
    if in_address != (st.session_state.get(f"{key}_in_adres") or ""):
        return tuple(in_address.split(BETWEEN))
    held = st.session_state[key]
    return tuple(held) if isinstance(held, list) else (held or "",)


def asked(key: str, names: Mapping[str, str]) -> str | None:
    """What a `pick` will say, before it is drawn: for a page that places it by that."""
    names = told_apart(names)
    _follow(key, names, None, str)
    chosen: str | None = st.session_state[key]
    return _keep(key, chosen if chosen in names else None)


def point(key: str, value: str | None) -> None:
    """Choose something, or nothing, from a callback of another widget."""
    st.session_state[key] = value
    _write(key, None)
    st.session_state[f"{key}_laatst"] = value


def last(key: str) -> str | None:
    """What was chosen last, before the widget is drawn."""
    found: str | None = st.session_state.get(f"{key}_laatst")
    return found


def leave(key: str, value: str) -> None:
    """Have another page, when it is next opened, show this as what was chosen last."""
    st.session_state.pop(key, None)
    st.session_state[f"{key}_laatst"] = value


def address() -> str:
    """The address of this page with all that is chosen, for somebody else to open."""
    asked = [(key, one) for key in st.query_params for one in st.query_params.get_all(key)]
    return f"{st.context.url}?{urlencode(asked)}"


def unknown(key: str, options: Iterable[str]) -> str | None:
    """What the address asks for, if that is none of the options of a `pick`."""
    asked = st.query_params.get(key)
    return asked if asked and _meant(asked, options, str) is None else None


def _follow(
    key: str, options: Iterable[str], usual: str | None, spelled: Spelling = name_key
) -> None:
    """Let the widget say what the address says, or at first what was chosen last."""
    asked, seen, last = st.query_params.get(key), f"{key}_in_adres", f"{key}_laatst"
    if key not in st.session_state:
        remembered = st.session_state.get(last, usual)
        there = _meant(remembered, options, spelled) or usual
        st.session_state[key] = _meant(asked, options, spelled) or there
        _write(key, usual)
    elif asked != st.session_state.get(seen):
        st.session_state[key] = _meant(asked, options, spelled) or usual
        st.session_state[seen] = asked
    elif st.session_state[key] not in options:
        st.session_state[key] = usual
        _write(key, usual)


def _keep(key: str, chosen: str | None) -> str | None:
    st.session_state[f"{key}_laatst"] = chosen
    return chosen


def _meant(asked: str | None, options: Iterable[str], spelled: Spelling) -> str | None:
    return {spelled(one): one for one in options}.get(spelled(asked or ""))


def _write(key: str, usual: str | None) -> None:
    """Put the choice in the address; the usual one needs no words there."""
    chosen = st.session_state[key]
    if isinstance(chosen, list):
        chosen = BETWEEN.join(chosen) or None
    wanted = None if chosen == usual else chosen
    if wanted is None:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != wanted:
        st.query_params[key] = wanted
    st.session_state[f"{key}_in_adres"] = wanted
