"""The same change to many partnerships: status, owner or theme."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from core.filters import today
from core.history import last_begun
from core.partnership import ends_too_early
from core.partnership_edit import LABELS, ended
from core.values import line

Values = dict[str, Any]
What = Literal["status", "owner", "add_theme", "remove_theme"]
TITLES: dict[What, str] = {
    "status": f"{LABELS['status']} wijzigen",
    "owner": f"{LABELS['owner']} wijzigen",
    "add_theme": "Thema toevoegen",
    "remove_theme": "Thema weghalen",
}
LAST_THEME = "heeft alleen dit thema; een samenwerking houdt er ten minste één"


@dataclass(frozen=True)
class BulkChange:
    """What changes: a status (code, from a day on), an owner (None: nobody), or a theme (code)."""

    what: What
    value: str | None
    since: date | None = None
    reason: str | None = None

    @property
    def day(self) -> date:
        """The day from which a status holds."""
        return self.since or today()


@dataclass(frozen=True)
class Effect:
    """What a change does to one partnership; `refused` says why it does nothing."""

    id: int
    name: str
    before: str
    after: str
    refused: str = ""

    @property
    def changes(self) -> bool:
        return not self.refused and self.before != self.after


def changed(row: Values, change: BulkChange) -> Values:
    """The columns after the change that differ from `row` or may, the history of a status apart."""
    if change.what == "status":
        stated = {**row, "status": change.value, "ended_reason": line(change.reason) or None}
        after = ended(stated, change.day, row["end_date"])
        return {field: after[field] for field in ("status", "end_date", "ended_reason")}
    if change.what == "owner":
        return {"owner": line(change.value) or None}
    themes = [one for one in row["themes"] if one != change.value]
    return {"themes": themes if change.what == "remove_theme" else [*themes, change.value]}


def effect(row: Values, change: BulkChange, label: Callable[[str | None], str]) -> Effect:
    """What it does to a partnership in words; `label` says how a status or theme is called."""
    after = changed(row, change)
    if change.what == "owner":
        return Effect(row["id"], row["name"], row["owner"] or "–", after["owner"] or "–")
    if change.what == "status":
        before, then = label(row["status"]), label(after["status"])
        return Effect(row["id"], row["name"], before, then, _too_early(row, after, change))
    had, has = (", ".join(map(label, sorted(one["themes"]))) for one in (row, after))
    return Effect(row["id"], row["name"], had, has, "" if after["themes"] else LAST_THEME)


def _too_early(row: Values, after: Values, change: BulkChange) -> str:
    if after["status"] == row["status"]:
        return ""
    steps = [(step["status"], step["since"]) for step in row["history"]]
    last = last_begun(steps, max(change.day, today()))
    if last and change.day < last:
        return f"de vorige status geldt vanaf {last:%d-%m-%Y}"
    if ends_too_early(row["start_date"], after["end_date"]):
        return f"de start is pas op {row['start_date']:%d-%m-%Y}"
    return ""
