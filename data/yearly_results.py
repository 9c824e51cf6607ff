"""What a partnership was to bring and brought, by year: documents, in the change log."""

from core.yearly_result import YearlyResult
from data import documents
from data.documents_about import documents_about
from data.errors import InputRefused
from data.store import Change, Reader, Row, Store

KIND = documents.Kind("yearly_result", "jaarresultaat", YearlyResult, shared_names=True)


def yearly_results(store: Reader, partnership: int) -> list[Row]:
    """The results of a partnership (id) by year, the latest first, as data.documents has them."""
    found = documents_about(store, KIND, partnership)
    return sorted(found, key=lambda row: -row["content"].year)


def add_yearly_result(store: Store, result: YearlyResult, who: str) -> tuple[int, int]:
    """A new result; return its id and the batch.

    Raises InputRefused where that year has one already.
    """
    with store.change(who, f"{KIND.noun} {result.year} gemaakt") as change:
        _refuse_taken(change, result)
        return documents.insert(change, KIND, _name(result), result), change.batch


def change_yearly_result(
    store: Store, id: int, version: int, result: YearlyResult, who: str
) -> int:
    """Write a result anew: see data.documents.rewrite. Its year stays what it was."""
    return documents.rewrite(store, KIND, id, version, _name(result), result, who)


def remove_yearly_result(store: Store, id: int, version: int, who: str) -> int:
    """Take a result away: see data.documents.remove."""
    return documents.remove(store, KIND, id, version, who)


def _name(result: YearlyResult) -> str:
    return f"{result.year}"


def _refuse_taken(change: Change, result: YearlyResult) -> None:
    held = yearly_results(change, result.partnership)
    if any(row["content"].year == result.year for row in held):
        raise InputRefused(
            f"Over {result.year} staat er al een resultaat", "Pas dat resultaat aan."
        )
