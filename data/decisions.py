"""Decisions: what was decided on a consideration, frozen as it was that day.

A decision is never changed. It can be taken back as a whole, through the change log.
"""

from collections.abc import Sequence

from core.decision import Decision, StoredDecision
from core.wording import local_day, long_date
from data import documents
from data.store import Reader, Row, Store

KIND = documents.Kind("decision", "besluit", StoredDecision, shared_names=True)


def decisions(
    store: Reader,
    consideration: int | None = None,
    id: int | None = None,
    partnership: int | None = None,
    libraries: Sequence[int] | None = None,
) -> list[Row]:
    """The decisions, or those on a consideration, newest first; the one of an id.

    `libraries` as in data.considerations. id, name (the question), content
    (core.decision.StoredDecision), changed_at (UTC: when it was written down), changed_by.
    """
    found = store.rows(
        "decisions",
        libraries=None if libraries is None else list(libraries),
        consideration=consideration,
        id=id,
        partnership=partnership,
    )
    return documents.read(KIND, found)


def decisions_with(store: Reader, partnership: int) -> list[Row]:
    """The decisions in which this partnership (id) was an option, oldest first."""
    return decisions(store, partnership=partnership)[::-1]


def take_decision(store: Store, decision: Decision, who: str) -> tuple[int, int]:
    """Write a decision down, with its hash; return its id and the batch."""
    content = StoredDecision(decision=decision, hash=decision.hash)
    title = documents.titled(KIND, decision.question)
    with store.change(who, f"besluit over {title} vastgelegd") as change:
        return documents.insert(change, KIND, title, content), change.batch


def data_version(store: Reader) -> str:
    """On what data a paper stands: see data_version_of."""
    return data_version_of(last_batch(store))


def data_version_of(last: Row | None) -> str:
    """The day of the last change and its number: `28 november 2026 (versie 123)`.

    Every paper says so behind "stand van de gegevens".
    """
    if last is None:
        return "nog geen gegevens"
    return f"{long_date(local_day(last['made_at']))} (versie {last['id']})"


def last_batch(store: Reader) -> Row | None:
    """The last change in the change log, if there is one: id, made_at (UTC)."""
    return next(iter(store.rows("last_batch")), None)
