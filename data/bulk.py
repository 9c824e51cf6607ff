"""One change to many partnerships at once: first what it would do, then doing it."""

from collections.abc import Mapping
from datetime import date

from core.bulk_change import TITLES, BulkChange, Effect, changed, effect
from core.filters import today
from core.partnership import NAME_LENGTH
from core.partnership_edit import ended
from core.values import line
from data.editing import history_after, write_all
from data.errors import ChangedMeanwhile, InputRefused
from data.ingest.terms import lists
from data.record import stored_partnerships
from data.store import Reader, Store

MOST = 20_000


def bulk_effects(store: Reader, versions: Mapping[int, int], change: BulkChange) -> list[Effect]:
    """What the change would do to each of the partnerships (id: the version seen), by name.

    Raises InputRefused for a value that is none, ChangedMeanwhile when a partnership is another.
    """
    rows = _rows(store, versions)
    terms = lists(store.rows)["status" if change.what == "status" else "theme"]
    _refuse(change, terms.labels)
    found = [effect(row, change, lambda code: terms.labels.get(code or "", "–")) for row in rows]
    return sorted(found, key=lambda one: one.name)


def bulk_change(store: Store, versions: Mapping[int, int], change: BulkChange, who: str) -> int:
    """Carry the change out where it changes something and is not refused; return the batch.

    Raises ChangedMeanwhile when one of the partnerships is no longer the version that was seen,
    and InputRefused when nothing would change.
    """
    with store.change(who, f"{TITLES[change.what].lower()} van meer samenwerkingen") as writing:
        touched = {one.id for one in bulk_effects(writing, versions, change) if one.changes}
        if not touched:
            raise InputRefused("Er verandert niets", "Kies andere samenwerkingen of iets anders.")
        rows = []
        for row in _rows(writing, {id_: versions[id_] for id_ in touched}):
            typed = {**row, **changed(row, change)}
            if change.what == "status":
                typed = ended({**typed, "ended_reason": change.reason}, change.since or today())
            rows.append({**typed, "history": history_after(row, typed, change.since)})
        write_all(writing, rows)
        return writing.batch


def _rows(store: Reader, versions: Mapping[int, int]) -> list[dict[str, object]]:
    rows = stored_partnerships(store, list(versions))
    if {row["id"]: row["version"] for row in rows} != dict(versions):
        raise ChangedMeanwhile(
            advice="Een van de gekozen samenwerkingen is gewijzigd of verwijderd. Kies opnieuw."
        )
    return rows


def _refuse(change: BulkChange, known: Mapping[str, str]) -> None:
    if change.what == "owner":
        if change.value and len(line(change.value)) > NAME_LENGTH:
            raise InputRefused("Deze naam is te lang", f"Kort hem in tot {NAME_LENGTH} tekens.")
    elif change.value not in known:
        raise InputRefused("Kies eerst wat het wordt", "Zonder keuze verandert er niets.")
    if change.since and not date(1900, 1, 1) <= change.since <= date(2100, 12, 31):
        raise InputRefused("Deze dag kan niet kloppen", "Kies een dag tussen 1900 en 2100.")
