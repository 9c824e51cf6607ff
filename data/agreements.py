"""Agreements and evaluations of a partnership: documents, versioned, in the change log."""

from datetime import date

from core.agreement import Agreement, state_on
from core.filters import today
from core.partnership import NAME_LENGTH
from data import documents
from data.documents_about import documents_about
from data.errors import ChangedMeanwhile
from data.store import Reader, Row, Store

KIND = documents.Kind("agreement", "afspraak", Agreement, shared_names=True)
# Of one without a date: after all that have one.
_LATER = date.max


def agreements(store: Reader, partnership: int, on: date | None = None) -> list[Row]:
    """The agreements of a partnership (id), as data.documents has them.

    Those that are open first, by their date; then those that were done by `on` (today).
    """
    day = on or today()
    return sorted(
        documents_about(store, KIND, partnership),
        key=lambda row: (
            state_on(row["content"], day) == "gedaan",
            row["content"].due or _LATER,
            row["id"],
        ),
    )


def make_agreement(store: Store, agreement: Agreement, who: str) -> tuple[int, int]:
    """A new agreement: see data.documents.make."""
    return documents.make(store, KIND, _name(agreement), agreement, who)


def take_over(store: Store, agreement: Agreement, who: str) -> int:
    """A new agreement that is an action of a decision; return the batch.

    Raises ChangedMeanwhile where that action was taken over already, however it is put now.
    """
    with store.change(who, f"{KIND.noun} van een besluit overgenomen") as change:
        one = (agreement.decision, agreement.action)
        held = (row["content"] for row in documents_about(change, KIND, agreement.partnership))
        if one in {(content.decision, content.action) for content in held}:
            raise ChangedMeanwhile(
                "Deze afspraak is al overgenomen", "Zij staat hierboven; wijzig haar daar."
            )
        documents.insert(change, KIND, _name(agreement), agreement)
        return change.batch


def change_agreement(store: Store, id: int, version: int, agreement: Agreement, who: str) -> int:
    """Write an agreement anew, or that it was done: see data.documents.rewrite."""
    return documents.rewrite(store, KIND, id, version, _name(agreement), agreement, who)


def remove_agreement(store: Store, id: int, version: int, who: str) -> int:
    """Take an agreement away: see data.documents.remove."""
    return documents.remove(store, KIND, id, version, who)


def _name(agreement: Agreement) -> str:
    """What was agreed, as far as it fits; a name needs a letter or a digit, an agreement not."""
    shown = agreement.what[:NAME_LENGTH]
    return shown if any(one.isascii() and one.isalnum() for one in shown) else "zonder naam"
