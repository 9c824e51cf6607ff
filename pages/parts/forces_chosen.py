"""What an analysis is about: the partners of the filters or a network, and one of them.

Both stand in the address, so that a record leads here and a colleague sees the same.
"""

from collections import Counter
from typing import Any

import streamlit as st

from core.filters import Filters
from core.wording import counted, number, plain
from data import forces
from pages.shared import linked
from pages.shared.opened import recorded

NETWORK, PARTNER, PARTNER_TO_APPROACH = "kring", "wie", "met"
Row = dict[str, Any]


def partners(filters: Filters) -> list[Row]:
    """The partners in view, told apart: those that were picked, else those of the selection.

    The one that the address asks for is among them, whatever the filters are.
    """
    rows = recorded(forces.forces, filters)
    asked = numbers(linked.told(NETWORK))
    picked = recorded(forces.forces, filters, asked) if asked else []
    if gone := len(set(asked)) - len(picked):
        are = "is er" if gone == 1 else "zijn er"
        _gone(f"Van dit netwerk {are} {counted(gone, 'partner', 'partners')} niet meer.")
    network = linked.picks(
        "Eén netwerk: kies zelf de partners",
        called([*picked, *(one for one in rows if one["id"] not in asked)]),
        key=NETWORK,
        placeholder="Leeg: alle partners binnen de filters",
    )
    found: list[Row] = recorded(forces.forces, filters, numbers(network)) if network else rows
    if found and found[0]["total"] > len(found):
        st.caption(
            f"De {number(len(found))} partners met een inschatting of met de meeste uren, van de "
            f"{number(found[0]['total'])}. Kies een bibliotheek, gemeente of thema."
        )
    return apart(with_asked(found, filters, PARTNER))


def with_asked(found: list[Row], filters: Filters, key: str) -> list[Row]:
    """The partners, and first the one that `key` in the address asks for if it is not there."""
    asked = numbers(linked.told(key))[:1]
    if not asked or any(one["id"] == asked[0] for one in found):
        return found
    outside = recorded(forces.forces, filters, asked)
    for one in outside:
        st.caption(f"{plain(one['name'])} valt buiten deze keuze, maar u koos die en staat erbij.")
    return [*outside, *found]


def partner(found: list[Row], key: str, elsewhere: str) -> Row | None:
    """The one of them that is chosen by name; the page of the key `elsewhere` begins with it too.

    Two pages cannot share a key: who goes from one to the other would lose the choice.
    """
    names = called(found)
    if linked.unknown(key, names):
        _gone("De partner van deze link is er niet (meer).")
    chosen = linked.pick("Partner", names, key=key, placeholder="Kies een partner")
    if chosen:
        linked.leave(elsewhere, chosen)
    return next((one for one in found if str(one["id"]) == chosen), None)


def _gone(text: str) -> None:
    st.warning(text, icon=":material/link_off:")


def called(rows: list[Row]) -> dict[str, str]:
    """The partners by their number as a text, with their gemeente where it is known."""
    return {str(one["id"]): _with_place(one) for one in rows}


def apart(rows: list[Row]) -> list[Row]:
    """The same partners; of those that bear one name the name says in which gemeente each is."""
    times = Counter(one["name"] for one in rows)
    return [{**one, "name": _with_place(one)} if times[one["name"]] > 1 else one for one in rows]


def _with_place(one: Row) -> str:
    place = f" ({one['gemeente_name']})" if one["gemeente_name"] else ""
    return str(one["name"]) if one["name"].endswith(place) else f"{one['name']}{place}"


def numbers(texts: tuple[str, ...]) -> tuple[int, ...]:
    """The texts that are the number of a partner, at most MOST of them."""
    return tuple(int(one) for one in texts[:MOST] if one.isdecimal() and len(one) < 10)


# Of a network in the address: more are no network.
MOST = 200
