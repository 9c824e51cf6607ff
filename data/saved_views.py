"""Views of the table of partnerships, kept under a name that is given once."""

from core.saved_view import SavedView
from data import documents
from data.store import Reader, Row, Store

KIND = documents.Kind("view", "weergave", SavedView)


def saved_views(store: Reader, id: int | None = None) -> list[Row]:
    """The views by name, or the one of an id, as data.documents has them."""
    return documents.documents(store, KIND, id)


def keep_view(store: Store, name: str, content: SavedView, who: str) -> tuple[int, int]:
    """A new view: see data.documents.make."""
    return documents.make(store, KIND, name, content, who)


def rename_view(
    store: Store, id: int, version: int, name: str, content: SavedView, who: str
) -> int:
    """The same view under another name: see data.documents.rewrite."""
    return documents.rewrite(store, KIND, id, version, name, content, who)


def remove_view(store: Store, id: int, version: int, who: str) -> int:
    """Take a view away: see data.documents.remove."""
    return documents.remove(store, KIND, id, version, who)
