"""One change to many partnerships at once: first what it would do, then doing it."""

from collections.abc import Mapping
from datetime import date

from core.bulk_change import TITLES, BulkChange, Effect, changed, effect
from core.partnership import NAME_LENGTH
from core.values import line
from data.editing import history_after, seen, write_all
from data.errors import InputRefused
from data.ingest.terms import lists
from data.store import Reader, Store

MOST = 20_000


def bulk_effects(store: Reader, versions: Mapping[int, int], change: BulkChange) -> list[Effect]:
    """What the change would do to each of the partnerships (id: the version seen), by name.

    Raises InputRefused for a value that is none, ChangedMeanwhile when a partnership is another.
    """
    rows = seen(store, versions)
    terms = lists(store.rows)["status" if change.what == "status" else "theme"]
    _refuse(change, terms.labels)
    found = [effect(row, change, lambda code: terms.labels.get(code or "", "–")) for row in rows]
    return sorted(found, key=lambda one: one.name)


def bulk_change(store: Store, versions: Mapping[int, int], change: BulkChange, who: str) -> int:
    """Carry the change out where it changes something and is not refused; return the batch.

    Raises ChangedMeanwhile when one of the partnerships is no longer the version that was seen,
    and InputRefused when nothing would change.
    """
    store.before_much()
    with store.change(who, f"{TITLES[change.what].lower()} van meer samenwerkingen") as writing:
        touched = {one.id for one in bulk_effects(writing, versions, change) if one.changes}
        if not touched:
            raise InputRefused("Er verandert niets", "Kies andere samenwerkingen of iets anders.")
        rows = []
        for row in seen(writing, {id_: versions[id_] for id_ in touched}):
            typed = {**row, **changed(row, change)}
            rows.append({**typed, "history": history_after(row, typed, change.since)})
        write_all(writing, rows)
        return writing.batch


def _refuse(change: BulkChange, known: Mapping[str, str]) -> None:
    if change.what == "owner":
        if change.value and len(line(change.value)) > NAME_LENGTH:
            raise InputRefused("Deze naam is te lang", f"Kort hem in tot {NAME_LENGTH} tekens.")
    elif change.value not in known:
        raise InputRefused("Kies eerst wat het wordt", "Zonder keuze verandert er niets.")
    if change.since and not date(1900, 1, 1) <= change.since <= date(2100, 12, 31):
        raise InputRefused("Deze dag kan niet kloppen", "Kies een dag tussen 1900 en 2100.")
