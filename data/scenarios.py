"""Scenarios: named, versioned, in the change log. What they would do is in data.what_if."""

from core.scenario import Scenario
from data import documents
from data.store import Reader, Row, Store

KIND, WHAT = "scenario", "een scenario"


def scenarios(store: Reader, id: int | None = None) -> list[Row]:
    """The scenarios by name, or the one with this id: id, name, version, changed_at, changed_by.

    `content` is the core.scenario.Scenario.
    """
    return documents.documents(store, KIND, Scenario, id)


def make_scenario(
    store: Store, name: str, who: str, content: Scenario | None = None
) -> tuple[int, int]:
    """A new scenario that changes nothing, or what `content` says; return its id and the batch.

    Raises InputRefused for a name that is empty, too long or taken.
    """
    title = documents.titled(name, WHAT)
    with store.change(who, f"scenario {title} gemaakt") as change:
        documents.refuse_taken(change, KIND, title, WHAT)
        return documents.insert(change, KIND, title, content or Scenario()), change.batch


def change_scenario(
    store: Store, id: int, version: int, name: str, content: Scenario, who: str
) -> int:
    """Write another name or content; return the batch.

    Raises ChangedMeanwhile when someone changed or removed it since `version`, and InputRefused
    for a name that cannot be used.
    """
    title = documents.titled(name, WHAT)
    with store.change(who, f"scenario {title} gewijzigd") as change:
        documents.refuse_taken(change, KIND, title, WHAT, id)
        documents.update(change, id, version, title, content)
        return change.batch


def remove_scenario(store: Store, id: int, version: int, who: str) -> int:
    """Take a scenario away; return the batch. Raises ChangedMeanwhile as change_scenario does."""
    with store.change(who, "scenario verwijderd") as change:
        documents.delete(change, id, version)
        return change.batch
