"""Documents: a name and a content, versioned, in the change log. What is in one, its kind says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from core.names import name_key
from core.scenario import nameable
from data.errors import ChangedMeanwhile, InputRefused
from data.store import Change, Reader, Row, Store


@dataclass(frozen=True)
class Kind:
    """One kind of documents: its code in the store, its Dutch noun (of "een"), what one holds.

    Two documents of a kind have two names, unless names may be shared.
    """

    code: str
    noun: str
    form: type[BaseModel]
    shared_names: bool = False


def documents(store: Reader, kind: Kind, id: int | None = None) -> list[Row]:
    """The documents of a kind by name, or the one with this id; `content` is a `kind.form`.

    Further: id, name, name_key, version, changed_at, changed_by.
    """
    return read(kind, store.rows("documents", kind=kind.code, id=id))


def read(kind: Kind, rows: Sequence[Row]) -> list[Row]:
    """Documents of a kind as a query gave them, with their content read."""
    return [{**row, "content": kind.form.model_validate_json(row["content"])} for row in rows]


def make(store: Store, kind: Kind, name: str, content: BaseModel, who: str) -> tuple[int, int]:
    """A new document; return its id and the batch.

    Raises InputRefused for a name that is empty, too long or taken.
    """
    title = titled(kind, name)
    with store.change(who, f"{kind.noun} {title} gemaakt") as change:
        _refuse_taken(change, kind, title)
        return insert(change, kind, title, content), change.batch


class _There(Exception):
    """Undoes a change that was begun: what it would make is there."""


def make_once(
    store: Store, kind: Kind, name: str, content: BaseModel, who: str
) -> tuple[int, int | None]:
    """A new document, unless one of this name and content is there and was never changed.

    Two clicks that come quickly after each other run at the same time, so it is looked at within
    the change. Return its id and the batch, None where it was there. Raises as `make` does.
    """
    title = titled(kind, name)
    found: list[int] = []
    try:
        with store.change(who, f"{kind.noun} {title} gemaakt") as change:
            found = [
                int(row["id"])
                for row in change.rows("documents", kind=kind.code, id=None)
                if (row["name"], row["version"]) == (title, 1)
                and kind.form.model_validate_json(row["content"]) == content
            ]
            if found:
                raise _There
            _refuse_taken(change, kind, title)
            return insert(change, kind, title, content), change.batch
    except _There:
        return found[0], None


def rewrite(
    store: Store, kind: Kind, id: int, version: int, name: str, content: BaseModel, who: str
) -> int:
    """Write another name or content; return the batch.

    Raises ChangedMeanwhile when someone changed or removed it since `version`, and InputRefused
    for a name that cannot be used.
    """
    title = titled(kind, name)
    with store.change(who, f"{kind.noun} {title} gewijzigd") as change:
        _refuse_taken(change, kind, title, id)
        alter(change, kind, id, version, title, content)
        return change.batch


def remove(store: Store, kind: Kind, id: int, version: int, who: str) -> int:
    """Take a document away; return the batch. Raises ChangedMeanwhile as rewrite does."""
    name = next((row["name"] for row in store.rows("documents", kind=kind.code, id=id)), "")
    with store.change(who, f"{kind.noun} {name} verwijderd") as change:
        delete(change, kind, id, version)
        return change.batch


def insert(change: Change, kind: Kind, name: str, content: BaseModel) -> int:
    """A new document within a change that is under way; return its id."""
    made = change.run("insert_document", kind=kind.code, **_written(name, content))
    id_ = int(made[0]["id"])
    change.run("log_document_after", id=id_)
    return id_


def alter(change: Change, kind: Kind, id: int, version: int, name: str, content: BaseModel) -> None:
    """Write a document anew within a change; raises ChangedMeanwhile if it is not `version`."""
    change.run("log_document_before", id=id)
    written = _written(name, content)
    if not change.run("change_document", id=id, kind=kind.code, version=version, **written):
        raise ChangedMeanwhile
    change.run("log_document_after", id=id)


def delete(change: Change, kind: Kind, id: int, version: int) -> None:
    """Take a document away within a change; raises ChangedMeanwhile if it is not `version`."""
    change.run("log_document_before", id=id)
    if not change.run("delete_document", id=id, kind=kind.code, version=version):
        raise ChangedMeanwhile


def titled(kind: Kind, name: str) -> str:
    """The name without needless spaces; raises InputRefused where it cannot be one."""
    try:
        return nameable(name)
    except PydanticCustomError as error:
        raise InputRefused(f"Dit is geen naam voor een {kind.noun}", str(error)) from None


def _refuse_taken(change: Change, kind: Kind, title: str, id: int | None = None) -> None:
    if kind.shared_names:
        return
    key = name_key(title)
    if any(
        row["name_key"] == key and row["id"] != id
        for row in change.rows("documents", kind=kind.code, id=None)
    ):
        raise InputRefused(f"Er is al een {kind.noun} met deze naam", "Kies een andere naam.")


def _written(name: str, content: BaseModel) -> dict[str, Any]:
    return {"name": name, "name_key": name_key(name), "content": content.model_dump_json()}
