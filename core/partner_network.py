"""Partners, libraries and themes as a graph: who is tied to whom, and where each stands.

A partner is tied to a library or theme by the partnerships that they have together. The layout is
that of Fruchterman & Reingold (1991) as networkx has it, with libraries and themes held in columns
and from a fixed seed: the same data is always the same picture.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, ClassVar

import networkx as nx

from core.charts.shared import THEME_GROUPS
from core.wording import number

Row = dict[str, Any]
Place = tuple[float, float]
SEED = 5
ROUNDS = 200
# Every node and every tie is a mark of the chart.
MOST_MARKS = 1_200
# More libraries than this are a wall: those with the fewest partnerships are one node.
MOST_LIBRARIES = 24
REST = "rest"
# How far partners keep from each other, and how much of the room between the columns they fill.
APART, WIDE, HIGH = 0.55, 0.72, 0.96
# What a letter and a line of a label take, and how far above its partner one stands.
LETTER, LINE, ABOVE = 0.021, 0.055, 0.06
LONGEST = 30
# The room of one partner, and how often those that stand in each other's are moved.
ROOM_X, ROOM_Y, NUDGES = 0.085, 0.082, 60
GOLDEN = 0.618034


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
    apart = _libraries_apart(rows)
    rest = len({one["id"] for row in rows for one in row["libraries"]}) - len(apart)
    for row in rows:
        more = _ties(row, apart, rest)
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


def _libraries_apart(rows: Sequence[Row]) -> set[int]:
    """The libraries that are drawn each for themselves: all, or those with most partnerships."""
    times: Counter[int] = Counter()
    for row in rows:
        for one in row["libraries"]:
            times[one["id"]] += one["partnerships"]
    order = sorted(times, key=lambda id_: (-times[id_], id_))
    return set(order if len(order) <= MOST_LIBRARIES else order[: MOST_LIBRARIES - 1])


def _ties(row: Row, apart: Collection[int], rest: int) -> list[_Draft]:
    """The libraries and themes of a partner, each with the number of their partnerships.

    The libraries that are not drawn `apart`, `rest` in number, are one.
    """
    found = [
        _Draft(Node.LIBRARY, str(one["id"]), one["name"], "", one["partnerships"])
        for one in row["libraries"]
        if one["id"] in apart
    ]
    if others := sum(one["partnerships"] for one in row["libraries"] if one["id"] not in apart):
        name = f"{number(rest)} andere bibliotheken"
        found.append(_Draft(Node.LIBRARY, REST, name, "", others))
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
    places = _places(drafts, edges)
    ties = Counter(one for edge in edges for one in (edge.source, edge.target))
    labels = _labelled(drafts, places)
    return [
        Node(
            id=key, kind=one.kind, which=one.which, name=one.name, theme_group=one.theme_group,
            partnerships=one.partnerships, hours=one.hours, size=_size(one, effort),
            ties=ties[key], x=places[key][0], y=places[key][1], label=labels.get(key, ""),
        )
        for key, one in drafts.items()
    ]  # fmt: skip


def _size(one: _Draft, effort: str) -> float:
    """What a node asks; libraries and themes all have one size, that of little."""
    if one.kind != Node.PARTNER:
        return 0.0
    return float((one.hours or 0.0) if effort == "hours" else one.partnerships)


def _places(drafts: dict[str, _Draft], edges: Sequence[Edge]) -> dict[str, Place]:
    """Libraries in a column at the left, themes at the right, partners between as their ties pull.

    Libraries stand in the order in which their partners' themes do: fewer lines cross.
    """
    themes = sorted(key for key, one in drafts.items() if one.kind == Node.THEME)
    themes.sort(key=lambda key: _rank(drafts[key].theme_group))
    fixed = _column(themes, 1.0)
    heights: dict[str, list[float]] = defaultdict(list)
    by_partner: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        by_partner[edge.source].append(edge.target)
    for targets in by_partner.values():
        pulls = [fixed[one][1] for one in targets if one in fixed]
        for one in targets:
            if one not in fixed:
                heights[one] += pulls
    libraries = sorted(
        (key for key, one in drafts.items() if one.kind == Node.LIBRARY),
        key=lambda key: (-sum(heights[key]) / max(1, len(heights[key])), key),
    )
    fixed |= _column(libraries, -1.0)
    partners = [key for key, one in drafts.items() if one.kind == Node.PARTNER]
    if not partners:
        return fixed
    graph: Any = nx.Graph()
    graph.add_nodes_from(drafts)
    graph.add_edges_from((edge.source, edge.target) for edge in edges)
    # Not two on one spot: what pushes them apart has no direction there.
    start = {
        key: (
            at * GOLDEN % 1 - 0.5,
            sum(fixed[one][1] for one in by_partner[key]) / max(1, len(by_partner[key])),
        )
        for at, key in enumerate(partners)
    }
    found = nx.spring_layout(
        graph, pos=start | fixed, fixed=list(fixed) or None, k=APART, iterations=ROUNDS,
        seed=SEED, method="force",
    )  # fmt: skip
    return fixed | _spread({key: (float(found[key][0]), float(found[key][1])) for key in partners})


def _column(keys: Sequence[str], x: float) -> dict[str, Place]:
    """Evenly from top to bottom."""
    step = 2 / max(1, len(keys))
    return {key: (x, 1 - step * (at + 0.5)) for at, key in enumerate(keys)}


def _spread(places: dict[str, Place]) -> dict[str, Place]:
    """The same, so that they fill the room between the columns."""

    def stretched(values: list[float], most: float) -> list[float]:
        low, high = min(values), max(values)
        if high - low < 1e-6:
            return [0.0] * len(values)
        return [((one - low) / (high - low) * 2 - 1) * most for one in values]

    xs = stretched([x for x, _ in places.values()], WIDE)
    ys = stretched([y for _, y in places.values()], HIGH)
    return dict(zip(places, _apart(list(zip(xs, ys, strict=True))), strict=True))


def _apart(places: list[Place]) -> list[Place]:
    """The same, moved as little as it takes for none to hide another."""
    found = [list(one) for one in places]
    for _ in range(NUDGES):
        is_free = True
        for one, other in combinations(found, 2):
            x, y = (other[0] - one[0]) / ROOM_X, (other[1] - one[1]) / ROOM_Y
            near = (x * x + y * y) ** 0.5
            if near < 1:
                is_free = False
                x, y = (x / near, y / near) if near > 1e-6 else (0.6, 0.8)
                step = (1.02 - near) / 2
                for moved, way in ((one, -1), (other, 1)):
                    moved[0] = max(-WIDE, min(WIDE, moved[0] + way * step * x * ROOM_X))
                    moved[1] = max(-HIGH, min(HIGH, moved[1] + way * step * y * ROOM_Y))
        if is_free:
            break
    return [(x, y) for x, y in found]


def _rank(group: str) -> int:
    return THEME_GROUPS.index(group) if group in THEME_GROUPS else len(THEME_GROUPS)


def _labelled(drafts: dict[str, _Draft], places: dict[str, Place]) -> dict[str, str]:
    """The names that find room: in the columns, and above the partners that ask most."""
    labels: dict[str, str] = {}
    taken: dict[str, list[float]] = defaultdict(list)
    for key, one in drafts.items():
        if one.kind != Node.PARTNER:
            y = places[key][1]
            if all(abs(y - other) >= LINE for other in taken[one.kind]):
                labels[key] = _short(one.name)
                taken[one.kind].append(y)
    marks = [places[key] for key, one in drafts.items() if one.kind == Node.PARTNER]
    boxes: list[tuple[float, float, float]] = []
    for key, one in drafts.items():
        if one.kind != Node.PARTNER:
            continue
        name = _short(one.name)
        x, y, half = places[key][0], places[key][1] + ABOVE, len(name) * LETTER / 2
        is_free = all(abs(y - b) > LINE or abs(x - a) > half + other for a, b, other in boxes)
        if is_free and not any(abs(y - b) < LINE * 0.8 and abs(x - a) < half for a, b in marks):
            labels[key] = name
            boxes.append((x, y, half))
    return labels


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
