"""Partners with the libraries and themes that they are tied to, to be drawn as a network."""

import pyarrow as pa

from core.filters import Filters
from core.partner_network import Network, Node, network
from data.scope import parameters
from data.store import Reader

EFFORTS = ("hours", "partnerships")


def partner_network(
    store: Reader,
    filters: Filters,
    effort: str = "hours",
    limit: int = 60,
    focus: tuple[str, str] | None = None,
) -> pa.Table:
    """One row per partner that asks most (one of EFFORTS), with its ties.

    `focus` keeps what is tied to one node: its kind (library, theme, partner) and its id or code.
    """
    kind, which = focus or ("", "")
    return store.table(
        "partner_network",
        **parameters(store, filters),
        effort=effort,
        limit=limit,
        focus_library=int(which) if kind == Node.LIBRARY else None,
        focus_theme=which if kind == Node.THEME else None,
        focus_partner=int(which) if kind == Node.PARTNER else None,
    )


def drawn_network(
    store: Reader,
    filters: Filters,
    effort: str,
    limit: int,
    focus: tuple[str, str] | None = None,
) -> Network:
    """The same as nodes with a place and the edges between them."""
    return network(partner_network(store, filters, effort, limit, focus).to_pylist(), effort)
