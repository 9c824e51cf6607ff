"""Force analysis: assessments of partners, each of a day; a later one never overwrites one."""

from collections.abc import Sequence

from core.filters import Filters
from core.force_field import ForceField
from core.forces import Assessment
from data import documents
from data.errors import InputRefused
from data.partner_register import partners_stored
from data.scope import parameters
from data.store import Change, Reader, Row, Store

KIND = documents.Kind("assessment", "inschatting", Assessment, shared_names=True)
# As many as a list to choose from can bear.
LISTED = 2_000
FIELD = documents.Kind("force_field", "krachtenveld", ForceField)


def forces(store: Reader, filters: Filters, partners: Sequence[int] | None = None) -> list[Row]:
    """The partners of a selection, those that take most hours first.

    Those of the partnerships under the filters that run or are prepared, or the `partners` named.
    With each the last assessment on the measure date (null where there is none) and of the one
    before it `previous_...`; goals_share and coverage_share (0-1) as the view says. At most LISTED,
    those with an assessment before others; `total` counts all.
    """
    chosen = None if partners is None else list(partners)
    return store.rows("forces", **parameters(store, filters), partners=chosen, limit=LISTED)


def assessments(store: Reader, partners: Sequence[int]) -> list[Row]:
    """The assessments of some partners, of each the newest first, as data.documents has them."""
    return documents.read(KIND, store.rows("assessments", partners=list(partners)))


class _Kept(Exception):
    """Undoes a change that was begun: it is kept already."""


def assess(
    store: Store, assessment: Assessment, who: str, seen: tuple[int, int] | None = None
) -> int | None:
    """Write an assessment of a partner; return the batch, None if it is there already.

    `seen` (id and version) is the one that this replaces. Raises ChangedMeanwhile when somebody
    changed that, and InputRefused when there is another of that day or the partner is no more.
    """
    name = _name(store, assessment.partner)
    action = f"inschatting {name} gewijzigd" if seen else f"inschatting van {name} vastgelegd"
    try:
        with store.change(who, action) as change:
            _name(change, assessment.partner)
            _refuse_taken(change, assessment, seen[0] if seen else None)
            if seen:
                documents.alter(change, KIND, *seen, name, assessment)
            else:
                documents.insert(change, KIND, name, assessment)
            return change.batch
    except _Kept:
        return None


def _name(store: Reader, partner: int) -> str:
    for row in partners_stored(store, [partner]):
        return str(row["name"])
    raise InputRefused(
        "Deze partner is er niet meer",
        "Iemand anders voegde die intussen samen met een andere. Wat u instelde, is niet "
        "opgeslagen: kies de partner opnieuw.",
    )


def _refuse_taken(change: Change, assessment: Assessment, replaced: int | None) -> None:
    """Raises InputRefused where there is another of that day, or _Kept where one says the same.

    Two clicks that come quickly after each other run at the same time, hence within the change.
    """
    held = assessments(change, [assessment.partner])
    if any(one["content"] == assessment for one in held):
        raise _Kept
    if any(one["content"].day == assessment.day and one["id"] != replaced for one in held):
        raise InputRefused(
            "Er is al een inschatting van deze dag",
            "Kies een andere dag, of bekijk die inschatting en wijzig die zo nodig.",
        )


def remove_assessment(store: Store, id: int, version: int, who: str) -> int:
    """Take an assessment away: see data.documents.remove."""
    return documents.remove(store, KIND, id, version, who)


def force_fields(store: Reader) -> list[Row]:
    """The force fields by name, as data.documents has them."""
    return documents.documents(store, FIELD)


def force_field(store: Reader, id: int) -> Row | None:
    """One force field as it is now, or None."""
    return next(iter(documents.documents(store, FIELD, id)), None)


def make_force_field(store: Store, name: str, who: str) -> tuple[int, int | None]:
    """A force field without forces; return its id and the batch, as data.documents.make_once."""
    return documents.make_once(store, FIELD, name, ForceField(), who)


def change_force_field(store: Store, row: Row, name: str, content: ForceField, who: str) -> int:
    """Another name or other forces for the one that was read as `row`: see documents.rewrite."""
    return documents.rewrite(store, FIELD, row["id"], row["version"], name, content, who)


def remove_force_field(store: Store, id: int, version: int, who: str) -> int:
    """Take a force field away: see data.documents.remove."""
    return documents.remove(store, FIELD, id, version, who)
