"""Force analysis: assessments of partners, each of a day; a later one never overwrites one."""

from collections.abc import Sequence

import pyarrow as pa

from core.filters import Filters
from core.force_field import ForceField
from core.forces import Assessment
from data import documents
from data.errors import InputRefused
from data.scope import parameters
from data.store import Reader, Row, Store

KIND = documents.Kind("assessment", "inschatting", Assessment, shared_names=True)
FIELD = documents.Kind("force_field", "krachtenveld", ForceField)


def forces(store: Reader, filters: Filters, partners: Sequence[int] | None = None) -> pa.Table:
    """The partners of a selection, those that take most hours first.

    Those of the partnerships under the filters that run or are prepared, or the `partners` named.
    With each the last assessment on the measure date (null where there is none) and of the one
    before it `previous_...`; goals_share and coverage_share as the query says.
    """
    chosen = None if partners is None else list(partners)
    return store.table("forces", **parameters(store, filters), partners=chosen)


def assessments(store: Reader, partner: int) -> list[Row]:
    """The assessments of a partner, newest first, as data.documents has them."""
    found = store.rows("assessments", partner=partner)
    return [{**row, "content": Assessment.model_validate_json(row["content"])} for row in found]


def assess(
    store: Store, name: str, assessment: Assessment, who: str, seen: tuple[int, int] | None = None
) -> int:
    """Write an assessment of the partner called so; return the batch.

    `seen` (id and version) is the one of the same day that this replaces. Raises ChangedMeanwhile
    when somebody changed that, and InputRefused when there is another of that day.
    """
    if seen:
        return documents.rewrite(store, KIND, *seen, name, assessment, who)
    with store.change(who, f"inschatting van {name} vastgelegd") as change:
        if any(
            one["content"].day == assessment.day for one in assessments(change, assessment.partner)
        ):
            raise InputRefused(
                "Er is al een inschatting van deze dag",
                "Iemand anders legde haar intussen vast. Bekijk haar en wijzig haar zo nodig.",
            )
        documents.insert(change, KIND, documents.titled(KIND, name), assessment)
        return change.batch


def remove_assessment(store: Store, id: int, version: int, who: str) -> int:
    """Take an assessment away: see data.documents.remove."""
    return documents.remove(store, KIND, id, version, who)


def force_fields(store: Reader) -> list[Row]:
    """The force fields by name, as data.documents has them."""
    return documents.documents(store, FIELD)


def write_force_field(
    store: Store, name: str, content: ForceField, who: str, seen: tuple[int, int] | None = None
) -> int:
    """Make a force field, or rewrite the one `seen` (id, version); return the batch."""
    if seen:
        return documents.rewrite(store, FIELD, *seen, name, content, who)
    return documents.make(store, FIELD, name, content, who)[1]
