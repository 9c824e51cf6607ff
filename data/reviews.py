"""Reviews: what an option of a decision turned out to be, and what that says of expectations."""

from collections.abc import Sequence
from datetime import date

from core.decision import Review
from data import documents
from data.decisions import decisions
from data.errors import InputRefused
from data.store import Change, Reader, Row, Store

KIND = documents.Kind("review", "terugblik", Review, shared_names=True)


def reviews(store: Reader, decision: int | None = None) -> list[Row]:
    """The reviews of a decision, or all, newest first.

    id, name (the question), content (core.decision.Review), changed_at (UTC), changed_by.
    """
    return documents.read(KIND, store.rows("reviews", decision=decision))


def add_review(store: Store, review: Review, who: str) -> tuple[int, int]:
    """Look back on an option of a decision, once more if that was done before.

    Return the id of the review and the batch. Raises InputRefused when the decision has no such
    option or criterion, or was taken back.
    """
    with store.change(who, "terugblik vastgelegd") as change:
        title = documents.titled(KIND, _question(change, review))
        return documents.insert(change, KIND, title, review), change.batch


def expectations(store: Reader, libraries: Sequence[int] | None = None) -> list[Row]:
    """What was expected beside what it turned out to be, by criterion, the most hopeful first.

    criterion (code), label (as in the newest decision), reviews (options with both known),
    expected, actual and difference: means, the last positive where one hoped for more than came.
    Of each option the latest review counts. `libraries` as in data.considerations.
    """
    return store.rows("expectations", libraries=None if libraries is None else list(libraries))


def due_reviews(store: Reader, on: date, libraries: Sequence[int] | None = None) -> list[Row]:
    """The decisions to look back on by that day that nobody did: id, question, review_on.

    `libraries` as in data.considerations.
    """
    chosen = None if libraries is None else list(libraries)
    return store.rows("due_reviews", day=on, libraries=chosen)


def _question(change: Change, review: Review) -> str:
    found = decisions(change, id=review.decision)
    if not found:
        raise InputRefused("Dit besluit is er niet meer", "Kies een ander besluit.")
    decided = found[0]["content"].decision
    criteria = [one.criterion for one in review.scores]
    if review.option not in {one.code for one in decided.options} or not (
        set(criteria) <= {one.code for one in decided.criteria}
        and len(set(criteria)) == len(criteria)
    ):
        raise InputRefused(
            "Deze terugblik past niet bij het besluit", "Open het besluit en begin opnieuw."
        )
    return str(decided.question)
