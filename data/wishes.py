"""Wishes of those who would share a building: documents, versioned, in the change log."""

from core.partnership import NAME_LENGTH
from core.wish import Wish
from data import documents
from data.documents_about import documents_about
from data.step_plans import WISH
from data.store import Reader, Row, Store


def wishes(store: Reader, partnership: int) -> list[Row]:
    """The wishes about a partnership (id), the first made first, as data.documents has them."""
    return documents_about(store, WISH, partnership)


def make_wish(store: Store, wish: Wish, who: str) -> tuple[int, int]:
    """A new wish: see data.documents.make."""
    return documents.make(store, WISH, _name(wish), wish, who)


def change_wish(store: Store, id: int, version: int, wish: Wish, who: str) -> int:
    """Write a wish anew: see data.documents.rewrite."""
    return documents.rewrite(store, WISH, id, version, _name(wish), wish, who)


def remove_wish(store: Store, id: int, version: int, who: str) -> int:
    """Take a wish away: see data.documents.remove."""
    return documents.remove(store, WISH, id, version, who)


def _name(wish: Wish) -> str:
    """Its subject; a name needs a letter or a digit, a subject not."""
    shown = wish.title[:NAME_LENGTH]
    return shown if any(one.isascii() and one.isalnum() for one in shown) else "zonder naam"
