"""What loading drafts would do to the store: which rows are new, changed or unchanged.

The plan is made twice by the same function: for the preview, and again inside the transaction
of the load, where it is carried out if the store still looks as it did in the preview.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from core.filters import day_number
from core.history import Step, first_history, moved_history, next_history
from core.partnership_edit import ENDED
from data.ingest.findings import Remarks
from data.ingest.gemeenten import Read
from data.ingest.layouts import COLUMN_OF
from data.ingest.partners import Partners, Ref
from data.ingest.rows import Draft
from data.store import Row

Kind = Literal["new", "changed", "unchanged"]
_PLAIN = (
    "themes",
    "programmes",
    "gemeenten",
    "locations",
    "form",
    "level",
    "status",
    "start_date",
    "end_date",
    "ended_reason",
    "evaluation_date",
    "agreement",
    "agreement_date",
    "owner",
    "hours",
    "budget",
    "intended_result",
    "actual_result",
    "note",
    "name",
)


@dataclass(frozen=True)
class Planned:
    """One good row: what loading does to its partnership."""

    draft: Draft
    kind: Kind
    columns: tuple[str, ...]
    partners: tuple[Ref, ...]
    values: dict[str, Any]
    id: int | None
    library: int | None


@dataclass
class Plan:
    """What a load does. `basis` says on which versions of rows the plan stands."""

    rows: list[Planned] = field(default_factory=list)
    libraries_new: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    extended: dict[int, list[str]] = field(default_factory=dict)
    partners: Partners = field(default_factory=Partners)
    basis: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

    def count(self, kind: Kind) -> int:
        return sum(row.kind == kind for row in self.rows)


def known_libraries(read: Read) -> list[Row]:
    """Every library: id, name, name_key, gemeenten, is_example."""
    return read("known_libraries")


def known_partnerships(read: Read, libraries: list[int], name_keys: list[str]) -> list[Row]:
    """The partnerships of these libraries with these names, whole."""
    return read("known_partnerships", libraries=libraries, name_keys=name_keys)


def active_statuses(read: Read) -> frozenset[str]:
    """The statuses that count as working together."""
    return frozenset(row["code"] for row in read("active_statuses"))


def counted_goals(read: Read, on: date) -> dict[int | None, frozenset[str]]:
    """Per library (None: one that is not there yet) the goals that count on that day or later."""
    rows = read("counted_goals", day=day_number(on))
    return {row["library"]: frozenset(row["goals"]) for row in rows}


def make_plan(read: Read, drafts: list[Draft], today: date, remarks: Remarks | None = None) -> Plan:
    """Compare the drafts with the store; remarks about partners, werkgebied and goals are added."""
    said = remarks or Remarks()
    # The example portfolio makes way for own data, so nothing is compared with it.
    libraries = {row["name_key"]: row for row in known_libraries(read) if not row["is_example"]}
    ids = [libraries[key]["id"] for key in {d.library_key for d in drafts} & libraries.keys()]
    names = {row["id"]: row["name_key"] for row in libraries.values()}
    known = {
        (names[row["library"]], row["name_key"]): row
        for row in known_partnerships(read, ids, [draft.key for draft in drafts])
    }
    plan = Plan(partners=Partners.of(read, drafts))
    active = active_statuses(read)
    counted = counted_goals(read, today)
    for draft in drafts:
        identity = (draft.library_key, draft.key)
        library = libraries.get(draft.library_key)
        planned = _planned(plan.partners, draft, library, known.get(identity), today, active, said)
        plan.rows.append(planned)
        _remark_goals(planned, counted.get(planned.library, frozenset()), said)
        if stored := known.get(identity):
            plan.basis[identity] = (stored["id"], stored["version"])
        if library is None:
            _, served = plan.libraries_new.setdefault(draft.library_key, (draft.library, []))
            served.extend(code for code in draft.gemeenten if code not in served)
        elif planned.kind != "unchanged":
            _extend(plan, library, draft, said)
    return plan


def _extend(plan: Plan, library: Row, draft: Draft, said: Remarks) -> None:
    added = plan.extended.get(library["id"], [])
    outside = [code for code in draft.gemeenten if code not in [*library["gemeenten"], *added]]
    if outside:
        plan.extended[library["id"]] = [*added, *outside]
        said.add(
            draft.row,
            "gemeente",
            "; ".join(outside),
            f"Deze gemeente hoort nog niet bij het werkgebied van {library['name']}; het "
            "werkgebied wordt daarmee uitgebreid.",
        )


def _remark_goals(planned: Planned, counted: frozenset[str], said: Remarks) -> None:
    """Say of which new contributions the goal is none of the library, so that they do not count."""
    draft = planned.draft
    for goal, value in draft.contributions.items():
        is_new = planned.kind == "new" or goal in planned.columns
        if value is not None and is_new and goal not in counted:
            said.add(
                draft.row,
                goal,
                str(value),
                f"{goal} is geen doel van {draft.library}. De bijdrage wordt bewaard, maar telt "
                "pas mee als u dit doel bij Doelen aan die bibliotheek geeft.",
            )


def _planned(
    partners: Partners,
    draft: Draft,
    library: Row | None,
    stored: Row | None,
    today: date,
    active: frozenset[str],
    said: Remarks,
) -> Planned:
    refs, typed = partners.refs(draft, said, stored["partners"] if stored else ())
    values = dict(draft.values)
    place = library["id"] if library else None
    if stored is None:
        values["contributions"] = _contributions(draft.contributions, [])
        start, end = values.get("start_date"), values.get("end_date")
        values["history"] = _steps(
            first_history(values["status"], start, end, today, active=values["status"] in active)
        )
        return Planned(draft, "new", (), refs, values, None, place)
    values["contributions"] = _contributions(draft.contributions, stored["contributions"])
    if values.get("agreement") and stored["agreement"] and not values["agreement_date"]:
        values["agreement_date"] = stored["agreement_date"]
    if values["status"] != ENDED:  # what goes on has no reason why it ended
        values["ended_reason"] = None
    changed = [name for name in _PLAIN if name in values and values[name] != stored[name]]
    columns = [COLUMN_OF.get(name, "overeenkomst") for name in changed]
    columns += _changed_goals(values["contributions"], stored["contributions"])
    if [ref.id for ref in refs] != stored["partners"]:
        columns.append("partner")
    if typed:
        columns.append("partnertype")
    merged = {**{name: stored[name] for name in stored if name != "version"}, **values}
    merged["history"] = _steps(_history(stored, merged, today))
    kind: Kind = "changed" if columns else "unchanged"
    return Planned(draft, kind, tuple(dict.fromkeys(columns)), refs, merged, stored["id"], place)


def _contributions(given: dict[str, int | None], stored: list[Row]) -> list[Row]:
    """The stored contributions with the values of the file in their place, by goal.

    What a file cannot say, the reason and what was realised, stays as it is.
    """
    known = {one["goal"]: one for one in stored}
    values = {goal: one["value"] for goal, one in known.items()} | given
    unsaid: Row = {"realised": None, "reason": None}
    return [
        {**known.get(goal, unsaid), "goal": goal, "value": value}
        for goal, value in sorted(values.items())
        if value is not None
    ]


def _changed_goals(after: list[Row], before: list[Row]) -> list[str]:
    new = {one["goal"]: one["value"] for one in after}
    old = {one["goal"]: one["value"] for one in before}
    return sorted(goal for goal in new.keys() | old.keys() if new.get(goal) != old.get(goal))


def _history(stored: Row, merged: Row, today: date) -> list[Step]:
    before: list[Step] = [(step["status"], step["since"]) for step in stored["history"]]
    old, new = ((row["start_date"], row["end_date"]) for row in (stored, merged))
    if merged["status"] != stored["status"]:
        return next_history(before, merged["status"], *new, today)
    return moved_history(before, old, new)


def _steps(history: list[Step]) -> list[Row]:
    return [{"status": status, "since": since} for status, since in history]
