"""Putting back what one batch of the change log did, as a new batch that can be undone itself."""

import pyarrow as pa

from core.wording import number
from data.errors import ChangedMeanwhile, InputRefused
from data.identity import refuse_impossible
from data.record import PARTNERSHIP, write_partnerships
from data.store import Change, Row, Store

# In this order: a library and its partners go when nothing points at them any more.
_OTHERS = ("location_link", "location", "register_load", "partner", "library", "document")
# A load of a register is made or taken back as a whole, and never changed.
_WHOLE = "register_load"


def undo_batch(store: Store, batch: int, who: str) -> int:
    """Put back the before of every row of the batch, in one transaction; return the new batch.

    A partnership that the batch made gets `removed_at`: its id and its change log stay, so that
    this undo can be undone. A library or partner that it made is deleted when nothing else uses
    it, a location of a register in any case. The example portfolio that made way for a first
    import does not come back. Raises ChangedMeanwhile when a row is no longer as the batch left
    it, and InputRefused when there is nothing to undo or what would come back cannot be.
    """
    store.before_much()
    with store.change(who, f"ongedaan maken van wijziging {batch}") as change:
        _refuse(change, batch)
        rows = batch_partnerships_before(change, batch)
        if rows:
            write_partnerships(change, pa.Table.from_pylist(rows, schema=PARTNERSHIP))
        for entity in _OTHERS:
            change.run(f"undo_{entity}_log", undone=batch)
            change.run(f"undo_{entity}_made", undone=batch)
            if entity != _WHOLE:
                change.run(f"undo_{entity}_changed", undone=batch)
            change.run(f"undo_{entity}_removed", undone=batch)
            change.run(f"undo_{entity}_log_after")
        refuse_impossible(change, [row for row in rows if row["removed_at"] is None])
        change.run("mark_undone", undone=batch)
        return change.batch


def batch_partnerships_before(change: Change, batch: int) -> list[Row]:
    """The partnerships of a batch as they were before it; those that it made, as removed."""
    return change.run("batch_partnerships_before", undone=batch)


def undo_conflicts(change: Change, batch: int) -> list[Row]:
    """The rows that are no longer as the batch left them: entity and entity_id."""
    return change.run("undo_conflicts", undone=batch)


def batch_to_undo(change: Change, batch: int) -> list[Row]:
    """The batch, if there is one: id, undone_by, and how many changes of it are in the log."""
    return change.run("batch_to_undo", undone=batch)


def _refuse(change: Change, batch: int) -> None:
    found = batch_to_undo(change, batch)
    if not found:
        raise InputRefused("Deze wijziging bestaat niet", "Kies een wijziging uit de lijst.")
    if found[0]["undone_by"] is not None:
        raise InputRefused("Deze wijziging is al ongedaan gemaakt", "Er hoeft niets te gebeuren.")
    if not found[0]["changes"]:
        raise InputRefused(
            "Deze wijziging kan niet ongedaan worden gemaakt",
            "Er is niet bewaard hoe het daarvoor was.",
        )
    if conflicts := undo_conflicts(change, batch):
        raise ChangedMeanwhile(
            advice=f"Na deze wijziging {'is' if len(conflicts) == 1 else 'zijn'} "
            f"{number(len(conflicts))} van de gegevens opnieuw gewijzigd. "
            "Maak eerst de latere wijziging ongedaan, of pas de gegevens met de hand aan."
        )
