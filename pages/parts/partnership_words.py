"""The fields of a partnership in words, for who compares two versions."""

from collections.abc import Callable
from datetime import date
from typing import Any

from core.alignment import contribution
from core.partnership_edit import NewPartner
from core.wording import amount, short_date
from data import choices, form_choices
from data.partner_register import partners_stored
from pages.shared.opened import result, store

EMPTY = "–"
CODED = {"themes": "theme", "status": "status"}


def said(field: str, value: Any) -> str:
    """A value as it is shown."""
    if value is None or value == [] or value == "":
        return EMPTY
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, float | int) and field in ("hours", "budget"):
        return amount(float(value))
    if field == "contributions":
        return "; ".join(map(_contribution, value))
    named: dict[str, Callable[[Any], str]] = {
        "library": _library,
        "partners": _partners,
        "gemeenten": _gemeenten,
    }
    if field in named:
        return named[field](value)
    labels = result(form_choices.words).get(CODED.get(field, ""), {})
    if isinstance(value, list):
        return ", ".join(labels.get(one, str(one)) for one in value)
    return str(labels.get(value, value))


def _contribution(one: dict[str, Any]) -> str:
    judged = f"{one['goal']} {contribution(one['value'])}"
    return f"{judged}: {one['reason']}" if one["reason"] else judged


def _library(id_: int) -> str:
    names = {row["id"]: str(row["name"]) for row in result(choices.libraries)}
    return names.get(id_, EMPTY)


def _gemeenten(codes: list[str]) -> str:
    names = {row["code"]: row["name"] for row in result(choices.gemeenten)}
    return ", ".join(names.get(code, code) for code in codes)


def _partners(partners: list[int | NewPartner]) -> str:
    ids = [one for one in partners if not isinstance(one, NewPartner)]
    names = {row["id"]: row["name"] for row in partners_stored(store(), ids)}
    return ", ".join(
        one.name if isinstance(one, NewPartner) else names.get(one, "onbekende partner")
        for one in partners
    )
