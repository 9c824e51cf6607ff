"""What happened to one partnership, to what was written down about it and to its partners."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from core.agreement import Agreement
from core.health import HealthCheck
from core.record_changes import (
    Difference,
    Names,
    differences,
    link_in_words,
    partner_in_words,
    partnership_in_words,
)
from core.step_plan import CheckProgress, StepPlan
from core.wish import Wish
from core.yearly_result import YearlyResult
from data.merging import MERGED
from data.partnership_record import record_changes, record_names
from data.store import Row, Store

PARTNER, LINK = "partner", "location_link"
_Form = HealthCheck | Agreement | YearlyResult | StepPlan | CheckProgress | Wish
_FORMS: dict[str, type[_Form]] = {
    "health_check": HealthCheck,
    "agreement": Agreement,
    "yearly_result": YearlyResult,
    "step_plan": StepPlan,
    "step_check": CheckProgress,
    "wish": Wish,
}


def timeline(store: Store, id: int) -> list[Row]:
    """The changes in words, newest first: id, batch, made_at (UTC), who, action, undone_by.

    Further rows_changed, `kind` (a kind of document, partnership, partner or location_link),
    `what`: made, removed, restored, changed or merged; `about`: what it is called; and
    `differences`. Partners that were merged are one change, with what that did to the partnership.
    """
    found = record_changes(store, id)
    names = _names(store, found)
    told = []
    for _, rows in groupby(found, key=lambda row: row["batch"]):
        told += _of_batch(list(rows), names)
    return told


def _names(store: Store, found: Iterable[Row]) -> Names:
    sides = [one for row in found for one in (row["before"], row["after"]) if one]
    partners = {id_ for one in sides for id_ in one.get("partners") or ()}
    links = [one for one in sides if "location" in one]
    return record_names(
        store, partners | {one["partner"] for one in links}, {one["location"] for one in links}
    )


def _of_batch(rows: list[Row], names: Names) -> list[Row]:
    """One change is told for one row of the log, or for several that say one thing.

    A partner also goes where a load that made it is undone: that is no merge.
    """
    if rows[0]["action"].startswith(MERGED) and any(_is_gone(row) for row in rows):
        return [_merged(rows, names)]
    told = []
    linked: dict[int, list[Row]] = {}
    for row in rows:
        if row["entity"] == LINK:
            linked.setdefault((row["after"] or row["before"])["partner"], []).append(row)
        else:
            told.append(_told(row, names))
    told += [_linked(those, names) for those in linked.values()]
    # Of a partner only what a reader sees of it is a change of this record.
    return [one for one in told if one["kind"] not in (PARTNER, LINK) or one["differences"]]


def _merged(rows: list[Row], names: Names) -> Row:
    """Partners that became one, with what else that changed in this record."""
    gone = [row["before"]["name"] for row in rows if _is_gone(row)]
    kept = next((row for row in rows if row["entity"] == PARTNER and row["after"]), None)
    found = [Difference("Opgegaan in deze partner", name, "samengevoegd") for name in sorted(gone)]
    for row in sorted(rows, key=lambda row: str(row["entity"] == PARTNER)):
        if row["entity"] != LINK and row["before"] and row["after"]:
            found += _told(row, names)["differences"]
    # What the others were linked to is not lost: it is what the one that stays got, or had.
    found += _links_differ([row for row in rows if row["entity"] == LINK and row["after"]], names)
    return _kept(kept or rows[0]) | {
        "kind": PARTNER,
        "what": "merged",
        "about": kept["after"]["name"] if kept else gone[0],
        "differences": found,
    }


def _is_gone(row: Row) -> bool:
    return row["entity"] == PARTNER and row["after"] is None


def _linked(rows: list[Row], names: Names) -> Row:
    side = rows[0]["after"] or rows[0]["before"]
    return _kept(rows[0]) | {
        "kind": LINK,
        "what": "changed",
        "about": names.get("partner", {}).get(str(side["partner"]), str(side["partner"])),
        "differences": _links_differ(rows, names),
    }


def _links_differ(rows: Sequence[Row], names: Names) -> list[Difference]:
    """What links came and went in all, whichever partner had them."""
    old, new = (
        link_in_words([row[side]["location"] for row in rows if row[side]], names)
        for side in ("before", "after")
    )
    return differences(old, new)


def _told(row: Row, names: Names) -> Row:
    before, after = row["before"], row["after"]
    side: dict[str, Any] = after or before
    return _kept(row) | {
        "kind": side.get("kind") or row["entity"],
        "what": _what(before, after),
        "about": side["name"],
        "differences": _differences(row["entity"], before, after, names),
    }


def _kept(row: Row) -> Row:
    kept = ("id", "batch", "made_at", "who", "action", "undone_by", "rows_changed")
    return {name: row[name] for name in kept}


def _what(before: dict[str, Any] | None, after: dict[str, Any] | None) -> str:
    if before is None:
        return "made"
    if after is None or (after.get("removed_at") and not before.get("removed_at")):
        return "removed"
    if before.get("removed_at") and not after.get("removed_at"):
        return "restored"
    return "changed"


def _differences(
    entity: str, before: dict[str, Any] | None, after: dict[str, Any] | None, names: Names
) -> list[Difference]:
    """Of what was made or removed as a whole there is nothing to compare."""
    if before is None or after is None:
        return []
    if entity == PARTNER:
        return differences(partner_in_words(before, names), partner_in_words(after, names))
    if entity == "partnership":
        return differences(partnership_in_words(before, names), partnership_in_words(after, names))
    form = _FORMS[after["kind"]]
    old, new = (form.model_validate(one["content"]).in_words() for one in (before, after))
    return differences(old, new)
