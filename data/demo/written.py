"""What people of the example wrote down: not in the change log, as an example has no past."""

from pydantic import BaseModel

from core.names import name_key
from data.documents import Kind
from data.store import Change


def write(change: Change, kind: Kind, name: str, content: BaseModel) -> None:
    """A document of the example, within `store.recording`."""
    change.run(
        "insert_document",
        kind=kind.code,
        name=name,
        name_key=name_key(name),
        content=content.model_dump_json(),
    )
