"""Documents: a name and a content, versioned, in the change log. What is in one, its kind says."""

from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from core.names import name_key
from core.scenario import nameable
from data.errors import ChangedMeanwhile, InputRefused
from data.store import Change, Reader, Row


def documents(store: Reader, kind: str, form: type[BaseModel], id: int | None = None) -> list[Row]:
    """The documents of a kind by name, or the one with this id; `content` is a `form`.

    Further: id, name, name_key, version, changed_at, changed_by.
    """
    found = store.rows("documents", kind=kind, id=id)
    return [{**row, "content": form.model_validate_json(row["content"])} for row in found]


def insert(change: Change, kind: str, name: str, content: BaseModel) -> int:
    """A new document; return its id."""
    made = change.run("insert_document", kind=kind, **_written(name, content))
    id_ = int(made[0]["id"])
    change.run("log_document_after", id=id_)
    return id_


def update(change: Change, id: int, version: int, name: str, content: BaseModel) -> None:
    """Write another name or content; raises ChangedMeanwhile when it is no longer `version`."""
    change.run("log_document_before", id=id)
    if not change.run("change_document", id=id, version=version, **_written(name, content)):
        raise ChangedMeanwhile
    change.run("log_document_after", id=id)


def delete(change: Change, id: int, version: int) -> None:
    """Take a document away; raises ChangedMeanwhile when it is no longer `version`."""
    change.run("log_document_before", id=id)
    if not change.run("delete_document", id=id, version=version):
        raise ChangedMeanwhile


def titled(name: str, what: str) -> str:
    """The name without needless spaces; raises InputRefused where it cannot be one of `what`."""
    try:
        return nameable(name)
    except PydanticCustomError as error:
        raise InputRefused(f"Dit is geen naam voor {what}", str(error)) from None


def refuse_taken(change: Change, kind: str, title: str, what: str, id: int | None = None) -> None:
    """Raise InputRefused when another document of this kind has the name."""
    key = name_key(title)
    if any(
        row["name_key"] == key and row["id"] != id
        for row in change.rows("documents", kind=kind, id=None)
    ):
        raise InputRefused(f"Er is al {what} met deze naam", "Kies een andere naam.")


def _written(name: str, content: BaseModel) -> dict[str, Any]:
    return {"name": name, "name_key": name_key(name), "content": content.model_dump_json()}
