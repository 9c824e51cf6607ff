"""The network of partners, libraries and themes, as a whole or around one of them."""

from dataclasses import asdict
from typing import Any

import pyarrow as pa
import streamlit as st

from core.charts.network import EDGES, partner_graph
from core.filters import Filters
from core.names import name_keys
from core.partner_network import REST, Network, Node, node_id
from core.partner_network_wording import described, network_findings
from core.wording import counted, enumerated, number
from data import merging, partner_network
from pages.shared import charts, linked, rows
from pages.shared.opened import listed, result

KEY, FOCUS = "netwerk", "knoop"
EFFORTS = {"Uren": "hours", "Samenwerkingen": "partnerships"}
SIZES = (25, 50, 100)
KEPT = ("hoeveel",)
# Of an id or a code: what is longer is none.
LONGEST = 9
# The more ties there are, the paler each is: up to so many, so strong.
FADED = ((150, 0.32), (400, 0.2), (2_000, 0.11))
# As many other partners are offered to be put in the middle.
OFFERED = 50
KINDS = {Node.PARTNER: "partner", Node.LIBRARY: "bibliotheek", Node.THEME: "thema"}
COLUMNS = {
    "name": "Partner",
    "type": "Type",
    "gemeente_name": "Gemeente",
    "partnerships": "Samenwerkingen",
    "hours": "Uren per jaar",
    "library_names": "Bibliotheken",
    "theme_names": "Thema’s",
    "owners": "Eigenaren",
}
CALCULATION = """
- **Verbinding**: een partner staat met een lijn aan elke bibliotheek en elk thema waarmee hij een
  lopende samenwerking heeft, binnen de filters. Kiest u links statussen, dan gelden die.
- **Grootte** van een partner: de uren per jaar van die samenwerkingen, of hun aantal. Een
  samenwerking met meer partners telt bij elk van hen voor het geheel.
- **Bibliotheken**: van meer dan 24 staan die met de minste samenwerkingen samen als één blokje.
- **Kleur**: de themagroep waarin de partner de meeste samenwerkingen heeft.
  Bibliotheken zijn grijs.
- **Plaats**: bibliotheken staan links, thema’s rechts. Een partner staat daartussen waar zijn
  verbindingen hem heen trekken (Fruchterman-Reingold): wie dezelfde bibliotheek en thema’s deelt,
  staat bij elkaar. Dezelfde gegevens geven altijd hetzelfde beeld.
- **Hangt aan één persoon**: alle samenwerkingen van de partner, ten minste twee, hebben dezelfde
  eigenaar bij dezelfde bibliotheek.
"""


def show(filters: Filters) -> None:
    """What the picture says, the picture, and its rows."""
    st.session_state.setdefault("hoeveel", SIZES[1])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        effort = EFFORTS[linked.choice("Grootte naar", list(EFFORTS), key="maat")]
        many = st.segmented_control("Hoeveel partners", SIZES, key="hoeveel", required=True)
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)
    focus = _focus()
    asked = (filters, effort, many or SIZES[1], focus)
    found: Network = result(partner_network.drawn_network, *asked)
    if not found.nodes:
        _nothing(focus)
        return
    some = listed(partner_network.partner_network, *asked)[: found.shown]
    _say(some, found, effort)
    _choose(found, focus)
    _draw(found, focus)
    rows.twin(
        lambda: _table(some),
        COLUMNS,
        what="Netwerk van partners",
        filters=filters,
        definition="partners met hun bibliotheken en thema’s, naar lopende samenwerkingen",
        key="netwerk_rijen",
    )


def _focus() -> tuple[str, str] | None:
    """The node that the address puts in the middle, if there is such a one."""
    asked = st.query_params.get(FOCUS) or ""
    kind, _, which = asked.partition("-")
    is_number = which.isascii() and which.isdecimal()
    if kind in KINDS and 0 < len(which) <= LONGEST and (is_number or kind == Node.THEME):
        return kind, which
    if asked:
        st.warning(
            "Wat deze link in het midden zet, bestaat niet; u ziet het hele netwerk.",
            icon=":material/link_off:",
        )
    return None


def _nothing(focus: tuple[str, str] | None) -> None:
    if focus:
        st.markdown("Hierbij is binnen de filters **geen lopende samenwerking**.")
        _whole()
    else:
        st.caption(
            "Er is niets te tekenen: binnen deze keuze loopt geen samenwerking met een partner. "
            "Wis de filters, of kies links een status."
        )


def _say(some: list[dict[str, Any]], found: Network, effort: str) -> None:
    st.markdown("\n".join(f"- {one}" for one in network_findings(some)))
    left = found.total - found.shown
    if left:
        by = "uren" if effort == "hours" else "samenwerkingen"
        st.caption(
            f"Getekend: de {number(found.shown)} partners met de meeste {by}; "
            f"{counted(left, 'andere staat', 'andere staan')} niet in het beeld, wel in de lijst. "
            "De zinnen hierboven gaan over de getekende partners. Kies links een bibliotheek of "
            "gemeente om er meer van te zien, of zet hieronder één partner in het midden."
        )


def _choose(found: Network, focus: tuple[str, str] | None) -> None:
    """The middle by name: on a phone a node is small to touch."""
    names = {
        one.id: f"{one.name} ({KINDS[one.kind]})" for one in _by_name(found) if one.which != REST
    }
    if found.total > found.shown:
        names = _others() | names
    here = node_id(*focus) if focus else None
    st.session_state["midden"] = here if here in names else None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Zet in het midden",
            list(names),
            index=None,
            key="midden",
            format_func=lambda one: names.get(one, ""),
            placeholder="Kies een partner, bibliotheek of thema, of klik in het beeld",
            on_change=lambda: linked.point(FOCUS, st.session_state["midden"]),
            width=520,
        )
        if focus:
            _whole()
            if focus[0] == Node.PARTNER:
                st.button("Naar deze partner", on_click=linked.point, args=("partner", focus[1]))


def _others() -> dict[str, str]:
    """Partners that are not in the picture, as far as somebody looks for them."""
    words = st.text_input(
        "Zoek een partner die er niet in staat",
        key="zoek_knoop",
        max_chars=200,
        placeholder="bijvoorbeeld ster zaanstad",
        width=520,
    )
    keys = name_keys(words)
    if keys is None:
        return {}
    found = result(merging.partners_searched, tuple(keys), None, OFFERED)
    if not found:
        st.caption("Er is geen partner met deze woorden in naam of gemeente.")
    return {
        node_id(Node.PARTNER, row["id"]): f"{row['name']} ({row['gemeente_name'] or 'partner'})"
        for row in found
    }


def _by_name(found: Network) -> list[Node]:
    order = [Node.LIBRARY, Node.THEME, Node.PARTNER]
    return sorted(found.nodes, key=lambda one: (order.index(one.kind), one.name.casefold()))


def _whole() -> None:
    st.button("Hele netwerk", icon=":material/hub:", on_click=linked.point, args=(FOCUS, None))


def _picked() -> None:
    clicked = charts.picked(KEY, FOCUS).get("id")
    if clicked and clicked != node_id(Node.LIBRARY, REST):
        linked.point(FOCUS, str(clicked))


def _draw(found: Network, focus: tuple[str, str] | None) -> None:
    here = node_id(*focus) if focus else ""
    places = {one.id: one for one in found.nodes}
    nodes = [
        {**asdict(one), "is_focus": one.id == here, "described": described(one)}
        for one in found.nodes
    ]
    opacity = next(strong for most, strong in FADED if len(found.edges) <= most)
    edges = [
        {
            "opacity": opacity,
            "x": places[one.source].x,
            "y": places[one.source].y,
            "x2": places[one.target].x,
            "y2": places[one.target].y,
            "theme_group": one.theme_group,
        }
        for one in found.edges
    ]
    st.caption(
        "● partner · ■ bibliotheek · ◆ thema. Hoe groter een partner, hoe meer inzet. "
        "Op een telefoon staan de namen van partners in de tabel hieronder."
    )
    charts.draw(
        partner_graph,
        pa.Table.from_pylist(nodes),
        alt_text=_alt_text(found),
        key=KEY,
        on_select=_picked,
        datasets={EDGES: pa.Table.from_pylist(edges)},
    )


def _alt_text(found: Network) -> str:
    libraries, themes = (
        sum(one.kind == kind for one in found.nodes) for kind in (Node.LIBRARY, Node.THEME)
    )
    largest = enumerated([one.name for one in found.nodes if one.kind == Node.PARTNER], 3)
    return (
        f"Netwerk van {counted(found.shown, 'partner', 'partners')}, "
        f"{counted(libraries, 'bibliotheek', 'bibliotheken')} en "
        f"{counted(themes, 'thema', 'thema’s')}, met "
        f"{counted(len(found.edges), 'verbinding', 'verbindingen')}; de grootste: {largest}"
    )


def _table(some: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(
        [
            {
                **{name: row[name] for name in COLUMNS if name in row},
                "library_names": [one["name"] for one in row["libraries"]],
                "theme_names": [one["label"] for one in row["themes"]],
            }
            for row in some
        ]
    )
