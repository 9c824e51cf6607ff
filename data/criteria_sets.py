"""Sets of criteria: named, versioned, in the change log.

A consideration holds a copy of its criteria, so what happens to a set later leaves it as it is.
"""

from core.criteria import GROUPS, CriteriaSet, Criterion
from data import documents
from data.store import Reader, Row, Store

KIND = documents.Kind("criteria_set", "set criteria", CriteriaSet)


def shipped_criteria(store: Reader) -> tuple[Criterion, ...]:
    """The criteria that come with the product, in the order of their groups."""
    rows = store.rows("shipped_criteria")
    found = [Criterion.model_validate(row) for row in rows]
    return tuple(sorted(found, key=lambda one: GROUPS.index(one.group)))


def criteria_sets(store: Reader, id: int | None = None) -> list[Row]:
    """The sets by name, or the one of an id, as data.documents has them."""
    return documents.documents(store, KIND, id)


def make_criteria_set(store: Store, name: str, content: CriteriaSet, who: str) -> tuple[int, int]:
    """A new set: see data.documents.make."""
    return documents.make(store, KIND, name, content, who)


def change_criteria_set(
    store: Store, id: int, version: int, name: str, content: CriteriaSet, who: str
) -> int:
    """Write another name or content: see data.documents.rewrite."""
    return documents.rewrite(store, KIND, id, version, name, content, who)


def remove_criteria_set(store: Store, id: int, version: int, who: str) -> int:
    """Take a set away: see data.documents.remove."""
    return documents.remove(store, KIND, id, version, who)
