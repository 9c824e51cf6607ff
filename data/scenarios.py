"""Scenarios: named, versioned, in the change log. What they would do is in data.what_if."""

from pydantic_core import PydanticCustomError

from core.names import name_key
from core.scenario import Scenario, nameable
from data.errors import ChangedMeanwhile, InputRefused
from data.store import Change, Reader, Row, Store


def scenarios(store: Reader, id: int | None = None) -> list[Row]:
    """The scenarios by name, or the one with this id: id, name, version, changed_at, changed_by.

    `content` is the core.scenario.Scenario.
    """
    found = store.rows("scenarios", id=id)
    return [{**row, "content": Scenario.model_validate_json(row["content"])} for row in found]


def make_scenario(
    store: Store, name: str, who: str, content: Scenario | None = None
) -> tuple[int, int]:
    """A new scenario that changes nothing, or what `content` says; return its id and the batch.

    Raises InputRefused for a name that is empty, too long or taken.
    """
    title = _titled(name)
    with store.change(who, f"scenario {title} gemaakt") as change:
        _refuse_taken(change, title)
        made = change.run(
            "insert_scenario",
            name=title,
            name_key=name_key(title),
            content=(content or Scenario()).model_dump_json(),
        )
        id_ = int(made[0]["id"])
        change.run("log_scenario_after", id=id_)
        return id_, change.batch


def change_scenario(
    store: Store, id: int, version: int, name: str, content: Scenario, who: str
) -> int:
    """Write another name or content; return the batch.

    Raises ChangedMeanwhile when someone changed or removed it since `version`, and InputRefused
    for a name that cannot be used.
    """
    title = _titled(name)
    with store.change(who, f"scenario {title} gewijzigd") as change:
        _refuse_taken(change, title, id)
        change.run("log_scenario_before", id=id)
        changed = change.run(
            "change_scenario",
            id=id,
            version=version,
            name=title,
            name_key=name_key(title),
            content=content.model_dump_json(),
        )
        if not changed:
            raise ChangedMeanwhile
        change.run("log_scenario_after", id=id)
        return change.batch


def remove_scenario(store: Store, id: int, version: int, who: str) -> int:
    """Take a scenario away; return the batch. Raises ChangedMeanwhile as change_scenario does."""
    with store.change(who, "scenario verwijderd") as change:
        take_away(change, id, version)
        return change.batch


def take_away(change: Change, id: int, version: int) -> None:
    """Remove a scenario inside a change."""
    change.run("log_scenario_before", id=id)
    if not change.run("delete_scenario", id=id, version=version):
        raise ChangedMeanwhile


def _titled(name: str) -> str:
    try:
        return nameable(name)
    except PydanticCustomError as error:
        raise InputRefused("Dit is geen naam voor een scenario", str(error)) from None


def _refuse_taken(change: Change, title: str, id: int | None = None) -> None:
    key = name_key(title)
    if any(row["name_key"] == key and row["id"] != id for row in scenarios(change)):
        raise InputRefused("Er is al een scenario met deze naam", "Kies een andere naam.")
