"""A view of the table of partnerships that somebody keeps under a name."""

from pydantic import BaseModel, ConfigDict


class SavedView(BaseModel):
    """Which columns, in which order of rows, with which words and filters (labels by their key)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    columns: tuple[str, ...] = ()
    sort: str = "name"
    descending: bool = False
    words: str = ""
    filters: dict[str, tuple[str, ...]] = {}
