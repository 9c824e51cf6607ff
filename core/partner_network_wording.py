"""What the network of partners shows, in Dutch sentences (Markdown)."""

from collections.abc import Iterable, Sequence
from typing import Any

from core.partner_network import Node
from core.wording import amount, counted, enumerated, number, plain

Row = dict[str, Any]
# Of more names than that the rest is counted.
NAMED = 3


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
    if len({one["id"] for row in rows for one in row["libraries"]}) < 2:
        return ""  # of one library nobody asks
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
