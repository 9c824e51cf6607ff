"""Partners, libraries and themes as a graph: where each stands, and what the picture shows.

A partner is tied to a library or theme by the partnerships that they have together. The layout is
that of Fruchterman & Reingold (1991) as networkx has it, from a fixed seed: the same data is always
the same picture.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

import networkx as nx

from core.wording import amount, counted, enumerated, number, plain

Row = dict[str, Any]
SEED = 5
ROUNDS = 200
# Every node and every tie is a mark of the chart.
MOST_MARKS = 1_200
# A label of so many letters takes this part of the width and height of the picture.
LETTER, LINE = 0.0135, 0.075
NAMED = 3


@dataclass(frozen=True)
class Node:
    """A partner, library or theme with its place (from -1 to 1) and what it asks."""

    PARTNER: ClassVar[str] = "partner"
    LIBRARY: ClassVar[str] = "library"
    THEME: ClassVar[str] = "theme"

    id: str
    kind: str
    which: str
    name: str
    theme_group: str
    partnerships: int
    hours: float | None
    size: float
    ties: int
    x: float
    y: float
    label: str


@dataclass(frozen=True)
class Edge:
    """A tie, from a partner to a library or theme: `partnerships` that they have together."""

    source: str
    target: str
    theme_group: str
    partnerships: int


@dataclass(frozen=True)
class Network:
    """What is drawn: `total` partners there are, of which `shown` are in it."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    total: int = 0
    shown: int = 0


@dataclass
class _Draft:
    """A node while it is put together."""

    kind: str
    which: str
    name: str
    theme_group: str = ""
    partnerships: int = 0
    hours: float | None = None
    groups: dict[str, int] = field(default_factory=lambda: defaultdict(int))


def node_id(kind: str, which: object) -> str:
    """How a node is called in the picture and in the address: `partner-12`, `theme-PO`."""
    return f"{kind}-{which}"


def network(rows: Sequence[Row], effort: str) -> Network:
    """Nodes and edges from rows of the query partner_network, those that ask most first.

    Of more than can be drawn the last partners are left out; `effort` is the measure of size:
    hours or partnerships.
    """
    drafts: dict[str, _Draft] = {}
    edges: list[Edge] = []
    shown = 0
    for row in rows:
        more = _ties(row)
        if len(drafts) + len(edges) + 2 * len(more) + 1 > MOST_MARKS:
            break
        shown += 1
        key = node_id(Node.PARTNER, row["id"])
        drafts[key] = _Draft(
            Node.PARTNER, str(row["id"]), row["name"], _main_group(row), row["partnerships"],
            row["hours"],
        )  # fmt: skip
        for tie in more:
            other = drafts.setdefault(node_id(tie.kind, tie.which), tie)
            other.partnerships += tie.partnerships if other is not tie else 0
            edges.append(
                Edge(key, node_id(tie.kind, tie.which), tie.theme_group, tie.groups["tie"])
            )
    nodes = _placed(drafts, edges, effort)
    total = rows[0]["total"] if rows else 0
    return Network(tuple(nodes), tuple(edges), total, shown)


def _ties(row: Row) -> list[_Draft]:
    """The libraries and themes of a partner, each with the number of their partnerships."""
    found = [
        _Draft(Node.LIBRARY, str(one["id"]), one["name"], "", one["partnerships"])
        for one in row["libraries"]
    ]
    found += [
        _Draft(Node.THEME, one["code"], one["label"], one["theme_group"], one["partnerships"])
        for one in row["themes"]
    ]
    for one in found:
        one.groups["tie"] = one.partnerships
    return found


def _main_group(row: Row) -> str:
    """The theme group with most of its partnerships; of equal ones the first."""
    times: dict[str, int] = defaultdict(int)
    for one in row["themes"]:
        times[one["theme_group"]] += one["partnerships"]
    return max(times, key=lambda group: times[group], default="")


def _placed(drafts: dict[str, _Draft], edges: Sequence[Edge], effort: str) -> list[Node]:
    graph: Any = nx.Graph()
    graph.add_nodes_from(drafts)
    graph.add_weighted_edges_from((one.source, one.target, 1.0) for one in edges)
    places = (
        nx.spring_layout(
            graph, k=2.2 / max(1, len(drafts)) ** 0.5, iterations=ROUNDS, seed=SEED, method="force"
        )
        if drafts
        else {}
    )
    ties = dict(graph.degree())
    labels = _labelled(drafts, places)
    return [
        Node(
            id=key, kind=one.kind, which=one.which, name=one.name, theme_group=one.theme_group,
            partnerships=one.partnerships, hours=one.hours, size=_size(one, effort),
            ties=ties[key], x=float(places[key][0]), y=float(places[key][1]),
            label=labels.get(key, ""),
        )
        for key, one in drafts.items()
    ]  # fmt: skip


def _size(one: _Draft, effort: str) -> float:
    """What a node asks; libraries and themes all have one size, that of little."""
    if one.kind != Node.PARTNER:
        return 0.0
    return float((one.hours or 0.0) if effort == "hours" else one.partnerships)


def _labelled(drafts: dict[str, _Draft], places: dict[str, Any]) -> dict[str, str]:
    """The names that find room: those of libraries and themes, then of the largest partners."""
    boxes: list[tuple[float, float, float]] = []
    labels = {}
    order = sorted(drafts, key=lambda key: drafts[key].kind == Node.PARTNER)
    for key in order:
        name = drafts[key].name
        short = name if len(name) <= 28 else f"{name[:27].rstrip()}…"
        x, y, half = *map(float, places[key]), len(short) * LETTER / 2
        if all(abs(y - b) > LINE or abs(x - a) > half + other for a, b, other in boxes):
            labels[key] = short
            boxes.append((x, y, half))
    return labels


def network_findings(rows: Sequence[Row]) -> list[str]:
    """What the picture shows, in sentences (Markdown), from rows of the query partner_network."""
    said = [_most_connected(rows), _shared(rows), _on_one_person(rows)]
    return [one for one in said if one]


def _most_connected(rows: Sequence[Row]) -> str:
    def ties(row: Row) -> int:
        return len(row["libraries"]) + len(row["themes"])

    most = max(map(ties, rows), default=0)
    if most < 3:
        return ""
    those = [row for row in rows if ties(row) == most]
    verb = "heeft" if len(those) == 1 else "hebben elk"
    return (
        f"**{plain(enumerated([row['name'] for row in those], NAMED))}** {verb} de meeste "
        f"verbindingen: {number(most)} bibliotheken en thema’s samen."
    )


def _shared(rows: Sequence[Row]) -> str:
    shared = sorted(
        (row for row in rows if len(row["libraries"]) > 1), key=lambda row: -len(row["libraries"])
    )
    if not shared:
        return "Geen van deze partners werkt met meer dan één bibliotheek."
    names = [f"{row['name']} ({number(len(row['libraries']))})" for row in shared]
    return (
        f"**{counted(len(shared), 'partner', 'partners')}** "
        f"{'werkt' if len(shared) == 1 else 'werken'} met meer dan één bibliotheek: "
        f"{plain(enumerated(names, NAMED))}."
    )


def on_one_person(rows: Iterable[Row]) -> list[Row]:
    """The partners with two partnerships or more that all have one and the same owner."""
    return [
        row
        for row in rows
        if row["partnerships"] > 1
        and len(row["owners"]) == 1
        and row["owned"] == row["partnerships"]
        and len(row["libraries"]) == 1
    ]


def _on_one_person(rows: Sequence[Row]) -> str:
    those = on_one_person(rows)
    if not those:
        return ""
    names = [f"{row['name']} (aan {row['owners'][0]})" for row in those]
    return (
        f"**{counted(len(those), 'partner', 'partners')}** met meer samenwerkingen "
        f"{'hangt' if len(those) == 1 else 'hangen'} aan één persoon of functie: "
        f"{plain(enumerated(names, NAMED))}."
    )


def described(node: Node) -> str:
    """What somebody hears of a node: `12 samenwerkingen, 240 uur per jaar`."""
    said = counted(node.partnerships, "samenwerking", "samenwerkingen")
    return f"{said}, {amount(node.hours)} uur per jaar" if node.hours is not None else said
