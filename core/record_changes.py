"""What a change did to a record, in Dutch words: the fields that differ, old beside new.

A row of the change log is the row as it was stored, as JSON. Where a list changed, what came and
what went is said, not the whole list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.partnership_edit import LABELS
from core.record_wording import CONTRIBUTIONS
from core.wording import amount, enumerated, euro, short_date

# Codes (an id as text) to labels, by what they are codes of: library, partner, location, theme,
# gemeente, status.
Names = Mapping[str, Mapping[str, str]]
Said = str | tuple[str, ...]
ABSENT = "leeg"
MOST_LISTED = 5
FIELDS = {field: label for field, label in LABELS.items() if field != "contributions"}
_NAMED = {
    "library": "library",
    "status": "status",
    "partners": "partner",
    "themes": "theme",
    "gemeenten": "gemeente",
}


@dataclass(frozen=True)
class Difference:
    """A field that changed: its Dutch name, what it was and what it became."""

    field: str
    old: str
    new: str


def partnership_in_words(row: Mapping[str, Any], names: Names) -> dict[str, Said]:
    """A stored partnership by the Dutch names of its fields; empty fields are left out."""
    found: dict[str, Said] = {
        title: said
        for field, title in FIELDS.items()
        if (said := _said(field, row.get(field), names))
    }
    for one in row.get("contributions") or ():
        found |= _contribution(one)
    statuses = names.get("status", {})
    found["Statusgeschiedenis"] = tuple(
        f"{statuses.get(step['status'], step['status'])} "
        + (f"sinds {_day(step['since'])}" if step["since"] else "van het begin af")
        for step in row.get("history") or ()
    )
    return found


def partner_in_words(row: Mapping[str, Any], names: Names) -> dict[str, Said]:
    """A stored partner by the Dutch names of its fields; empty fields are left out."""
    gemeente = row.get("gemeente")
    found = {
        "Naam": row.get("name"),
        "Type": row.get("type"),
        "Gemeente": gemeente and names.get("gemeente", {}).get(gemeente, gemeente),
    }
    return {title: str(said) for title, said in found.items() if said}


def link_in_words(locations: Sequence[str], names: Names) -> dict[str, Said]:
    """The locations (ids) that a partner is linked to, by name where a register has one."""
    called = names.get("location", {})
    once = sorted(set(locations))
    said = tuple(f"{called[one]} ({one})" if one in called else one for one in once)
    return {"Gekoppelde locaties": said} if said else {}


def differences(old: Mapping[str, Said], new: Mapping[str, Said]) -> list[Difference]:
    """The fields that are not the same in both, in the order of the fields."""
    titles = list(dict.fromkeys([*new, *old]))
    return [
        _difference(title, old.get(title, ""), new.get(title, ""))
        for title in titles
        if old.get(title, "") != new.get(title, "") and (old.get(title) or new.get(title))
    ]


def status_line(history: list[dict[str, Any]], labels: Mapping[str, str]) -> str:
    """The statuses in time on one line: `Verkenning (mrt 2024) → Actief (1-9-2024)`."""
    return " → ".join(
        labels.get(step["status"], step["status"])
        + (f" (sinds {short_date(step['since'])})" if step["since"] else "")
        for step in history
    )


def _difference(title: str, old: Said, new: Said) -> Difference:
    if isinstance(old, str) and isinstance(new, str):
        return Difference(title, old or ABSENT, new or ABSENT)
    was, now = _several(old), _several(new)
    gone = [one for one in was if one not in set(now)]
    came = [one for one in now if one not in set(was)]
    if not gone and not came:
        return Difference(title, "andere volgorde", _listed(now))
    return Difference(
        title,
        f"eraf: {_listed(gone)}" if gone else _listed(was),
        f"erbij: {_listed(came)}" if came else _listed(now),
    )


def _several(said: Said) -> tuple[str, ...]:
    return said if isinstance(said, tuple) else (said,) if said else ()


def _listed(those: list[str] | tuple[str, ...]) -> str:
    return enumerated(list(those), MOST_LISTED) if those else ABSENT


def _said(field: str, value: Any, names: Names) -> Said:
    if value is None or value == [] or value == "":
        return ""
    if field in _NAMED:
        called = names.get(_NAMED[field], {})
        if isinstance(value, list):
            return tuple(called.get(str(one), str(one)) for one in value)
        return called.get(str(value), str(value))
    if isinstance(value, list):
        return tuple(str(one) for one in value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if field.endswith("_date"):
        return _day(value)
    if field == "budget":
        return euro(value)
    return amount(value) if isinstance(value, int | float) else str(value)


def _contribution(one: Mapping[str, Any]) -> dict[str, Said]:
    title = f"Bijdrage aan {one['goal']}"
    found: dict[str, Said] = {}
    for field, words in (("value", title), ("realised", f"Gebleken {title[0].lower()}{title[1:]}")):
        if one.get(field) is not None:
            found[words] = CONTRIBUTIONS[int(one[field])]
    if one.get("reason"):
        found[f"Reden bij {one['goal']}"] = str(one["reason"])
    return found


def _day(value: Any) -> str:
    return short_date(value if isinstance(value, date) else date.fromisoformat(str(value)[:10]))
