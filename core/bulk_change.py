"""The same change to many partnerships: status, owner or theme."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Values = dict[str, Any]
What = Literal["status", "owner", "add_theme", "remove_theme"]
TITLES: dict[What, str] = {
    "status": "Status wijzigen",
    "owner": "Eigenaar wijzigen",
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
    """The stated columns after the change, the history of a status apart."""
    if change.what == "status":
        return {"status": change.value}
    if change.what == "owner":
        return {"owner": change.value}
    themes = [one for one in row["themes"] if one != change.value]
    return {"themes": themes if change.what == "remove_theme" else [*themes, change.value]}


def effect(row: Values, change: BulkChange, label: Callable[[str | None], str]) -> Effect:
    """What it does to a partnership in words; `label` says how a status or theme is called."""
    after = changed(row, change)
    [column] = after
    if column == "owner":
        return Effect(row["id"], row["name"], row["owner"] or "–", after["owner"] or "–")
    if column == "status":
        before, then = label(row["status"]), label(after["status"])
        return Effect(row["id"], row["name"], before, then, _too_early(row, change))
    had, has = (", ".join(map(label, sorted(one["themes"]))) for one in (row, after))
    return Effect(row["id"], row["name"], had, has, "" if after["themes"] else LAST_THEME)


def _too_early(row: Values, change: BulkChange) -> str:
    last = max((one["since"] for one in row["history"] if one["since"]), default=None)
    if row["status"] == change.value or not (change.since and last and change.since < last):
        return ""
    return f"de vorige status geldt vanaf {last:%d-%m-%Y}"
