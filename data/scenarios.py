"""Scenarios: named, versioned, in the change log. What they would do is in data.what_if."""

from core.scenario import Scenario
from data import documents
from data.store import Reader, Row, Store

KIND = documents.Kind("scenario", "scenario", Scenario)


def scenarios(store: Reader, id: int | None = None) -> list[Row]:
    """The scenarios by name, or the one of an id, as data.documents has them."""
    return documents.documents(store, KIND, id)


def make_scenario(
    store: Store, name: str, who: str, content: Scenario | None = None
) -> tuple[int, int]:
    """A new scenario that changes nothing, or what `content` says: see data.documents.make."""
    return documents.make(store, KIND, name, content or Scenario(), who)


def change_scenario(
    store: Store, id: int, version: int, name: str, content: Scenario, who: str
) -> int:
    """Write another name or content: see data.documents.rewrite."""
    return documents.rewrite(store, KIND, id, version, name, content, who)


def remove_scenario(store: Store, id: int, version: int, who: str) -> int:
    """Take a scenario away: see data.documents.remove."""
    return documents.remove(store, KIND, id, version, who)
