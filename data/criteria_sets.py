"""Sets of criteria: named, versioned, in the change log.

A consideration holds a copy of its criteria, so what happens to a set later leaves it as it is.
"""

from core.criteria import GROUPS, CriteriaSet, Criterion
from data import documents
from data.store import Reader, Row, Store

KIND, WHAT = "criteria_set", "een set criteria"


def shipped_criteria(store: Reader) -> tuple[Criterion, ...]:
    """The criteria that come with the product, in the order of their groups."""
    rows = store.rows("shipped_criteria")
    found = [Criterion.model_validate(row) for row in rows]
    return tuple(sorted(found, key=lambda one: GROUPS.index(one.group)))


def criteria_sets(store: Reader, id: int | None = None) -> list[Row]:
    """The sets by name, or the one with this id: id, name, version, changed_at, changed_by.

    `content` is the core.criteria.CriteriaSet.
    """
    return documents.documents(store, KIND, CriteriaSet, id)


def make_criteria_set(store: Store, name: str, content: CriteriaSet, who: str) -> tuple[int, int]:
    """A new set; return its id and the batch.

    Raises InputRefused for a name that is empty, too long or taken.
    """
    title = documents.titled(name, WHAT)
    with store.change(who, f"set criteria {title} gemaakt") as change:
        documents.refuse_taken(change, KIND, title, WHAT)
        return documents.insert(change, KIND, title, content), change.batch


def change_criteria_set(
    store: Store, id: int, version: int, name: str, content: CriteriaSet, who: str
) -> int:
    """Write another name or content; return the batch.

    Raises ChangedMeanwhile when someone changed or removed it since `version`, and InputRefused
    for a name that cannot be used.
    """
    title = documents.titled(name, WHAT)
    with store.change(who, f"set criteria {title} gewijzigd") as change:
        documents.refuse_taken(change, KIND, title, WHAT, id)
        documents.update(change, id, version, title, content)
        return change.batch


def remove_criteria_set(store: Store, id: int, version: int, who: str) -> int:
    """Take a set away; return the batch. Raises ChangedMeanwhile as change_criteria_set does."""
    with store.change(who, "set criteria verwijderd") as change:
        documents.delete(change, id, version)
        return change.batch
