"""What a form states of a partnership, read and checked against the lists of the store."""

from typing import Any

from core.names import name_key
from core.partnership import MISSING, NO_STATUS, Fault, read_typed
from core.partnership_edit import LABELS, NewPartner, Values
from core.values import line, several
from data.contributions import checked_contribution
from data.errors import InputRefused
from data.ingest.gemeenten import Gemeenten, Read
from data.ingest.partnerships import known_goals
from data.ingest.plan import known_libraries
from data.ingest.terms import lists
from data.partner_register import partners_stored
from data.store import Reader

_LISTS = {
    "themes": ("theme", "Dit thema"),
    "form": ("form", "Deze vorm"),
    "level": ("level", "Dit niveau"),
    "status": ("status", "Deze status"),
}
_TYPED = (
    "name", "start_date", "end_date", "ended_reason", "evaluation_date", "owner", "hours", "budget",
    "intended_result", "actual_result", "note",
)  # fmt: skip
_CHOSEN = ("themes", "gemeenten", "locations")
_FILL_IN = {
    "library": "Kies een bibliotheek.",
    "partners": "Kies ten minste één partner, of vul de naam van een nieuwe in.",
    "themes": "Kies ten minste één thema.",
    "status": "Kies een status.",
}


class FormRefused(InputRefused):
    """Why a partnership cannot be saved as it was filled in; `faults` by field."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__(
            "De samenwerking is niet opgeslagen",
            " ".join(f"{LABELS.get(one.field, 'Status')}: {one.reason}" for one in faults),
        )

    @classmethod
    def of(cls, field: str, reason: str) -> "FormRefused":
        return cls([Fault(field, reason)])


def checked(store: Reader, values: Values, stored: Values | None = None) -> Values:
    """The values as they are stored, with `name_key`; raises FormRefused with all that is wrong.

    What is `stored` of the partnership may stay, also a goal that is known no more.
    """
    faults: dict[str, str] = {}
    typed, found = read_typed(_cells(values))
    for one in found:
        reason = one.reason
        if reason in (MISSING, NO_STATUS):
            reason = _FILL_IN.get(one.field, "Vul dit in.")
        faults.setdefault(one.field, reason)
    _check_lists(store.rows, values, faults)
    _check_references(store, values, faults)
    _check_contributions(store, values, stored or {}, faults)
    if typed is None or faults:
        raise FormRefused([Fault(field, faults[field]) for field in LABELS if field in faults])
    agreement, agreement_date = typed.agreement
    return {
        **{field: values.get(field) for field in LABELS},
        **{field: getattr(typed, field) for field in _TYPED},
        **{field: list(dict.fromkeys(values.get(field) or ())) for field in _CHOSEN},
        "programmes": list(typed.programmes),
        "partners": [one for stated in values["partners"] for one in _cleaned(stated)],
        "library": typed.library if isinstance(values["library"], str) else values["library"],
        "contributions": _judged(values),
        "agreement": agreement,
        "agreement_date": agreement_date,
        "name_key": name_key(typed.name),
    }


def _cells(values: Values) -> dict[str, Any]:
    """What the model of an import reads; a known partner has a name that was good before."""
    names = [
        one.name if isinstance(one, NewPartner) else "bekend"
        for one in values.get("partners") or ()
    ]
    library = values.get("library")
    chosen = ("themes", "programmes", "gemeenten", "locations", "form", "level", "status")
    return {
        **{field: values.get(field) for field in (*_TYPED, *chosen)},
        "partners": names,
        "library": library if isinstance(library, str) else "bekend" if library else None,
        "agreement": values.get("agreement_date") or values.get("agreement"),
    }


def _cleaned(partner: int | NewPartner) -> list[int | NewPartner]:
    """What is typed as one may name several, as in a cell of an import."""
    if isinstance(partner, NewPartner):
        return [NewPartner(one, partner.type, partner.gemeente) for one in several(partner.name)]
    return [partner]


def _check_lists(read: Read, values: Values, faults: dict[str, str]) -> None:
    terms = lists(read)
    for field, (name, what) in _LISTS.items():
        stated = values.get(field)
        words = stated if isinstance(stated, list | tuple) else [stated] if stated else []
        for word in words:
            if word not in terms[name].labels:
                faults.setdefault(field, terms[name].reason(what, str(word)))
    for one in values.get("partners") or ():
        if (
            isinstance(one, NewPartner)
            and one.type
            and one.type not in terms["partner_type"].labels
        ):
            faults.setdefault("partners", terms["partner_type"].reason("Dit partnertype", one.type))


def _check_references(store: Reader, values: Values, faults: dict[str, str]) -> None:
    library = values.get("library")
    if library not in {row["id"] for row in known_libraries(store.rows)} and not isinstance(
        library, str
    ):
        faults.setdefault("library", _FILL_IN["library"])
    names = Gemeenten(store.rows).names
    if any(code not in names for code in values.get("gemeenten") or ()):
        faults.setdefault("gemeenten", "Een van deze gemeenten bestaat niet (meer). Kies opnieuw.")
    ids = {one for one in values.get("partners") or () if not isinstance(one, NewPartner)}
    if len(partners_stored(store, sorted(ids))) != len(ids):
        faults.setdefault(
            "partners", "Een van deze partners is er niet meer, of is samengevoegd. Kies opnieuw."
        )


def _check_contributions(
    store: Reader, values: Values, stored: Values, faults: dict[str, str]
) -> None:
    goals = {row["code"] for row in known_goals(store.rows)}
    goals |= {one["goal"] for one in stored.get("contributions") or ()}
    for one in values.get("contributions") or ():
        try:
            checked_contribution(one["value"], one["realised"], one["reason"] or "")
        except InputRefused as error:
            faults.setdefault("contributions", f"{one['goal']}: {error.title}. {error.advice}")
        if one["goal"] not in goals:
            faults.setdefault("contributions", f"Het doel {one['goal']} is niet bekend.")


def _judged(values: Values) -> list[Values] | None:
    """The contributions by goal, as they are stored; None where nothing is said of them."""
    given = values.get("contributions")
    if given is None:
        return None
    found = {one["goal"]: {**one, "reason": line(one["reason"]) or None} for one in given}
    return [found[goal] for goal in sorted(found) if found[goal]["value"] is not None]
