"""The partners of partnerships, to choose among."""

from collections import Counter
from collections.abc import Iterable
from typing import Any


def with_partner(candidates: Iterable[dict[str, Any]], partner: int) -> list[int]:
    """The ids of those rows of the query candidates that are with a partner."""
    return [row["id"] for row in candidates if partner in {one["id"] for one in row["partners"]}]


def named(candidates: Iterable[dict[str, Any]]) -> dict[int, str]:
    """The partners of rows of the query candidates by id; namesakes with their gemeente."""
    found = {one["id"]: one for row in candidates for one in row["partners"]}
    times = Counter(one["name"] for one in found.values())
    return {
        id_: one["name"]
        if times[one["name"]] == 1
        else f"{one['name']} ({one['gemeente'] or 'gemeente onbekend'})"
        for id_, one in sorted(found.items(), key=lambda item: str(item[1]["name"]))
    }
