"""What a record says at its head: what the partnership is, in a few Dutch sentences."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from core.wording import amount, counted, enumerated, euro, long_date, plain

MOST_NAMED = 3
CONTRIBUTIONS = {0: "0 geen", 1: "1 indirect", 2: "2 direct", 3: "3 kern"}


def record_finding(row: Mapping[str, Any], status: str, since: date | None) -> str:
    """What it is, with whom, for whom and since when, as Markdown.

    `row` is what data.partnership_record answers, `status` the label of the status now.
    """
    form = f" ({plain(row['form'])})" if row["form"] else ""
    partners = [one["name"] for one in row["partner_rows"]]
    with_whom = f" met **{plain(enumerated(partners, MOST_NAMED))}**" if partners else ""
    for_whom = plain(enumerated(row["theme_labels"], MOST_NAMED).lower())
    return (
        f"Samenwerking{form} van {plain(row['library_name'])}{with_whom} voor **{for_whom}**, "
        f"in {plain(where(row))}. Status: **{plain(status.lower())}**"
        + (f" sinds {long_date(since)}." if since else ".")
    )


def where(row: Mapping[str, Any]) -> str:
    """The gemeenten, or that it is the whole area of the library."""
    names = row["gemeente_names"]
    return enumerated(names, MOST_NAMED) if names else "het hele werkgebied"


def facts(row: Mapping[str, Any]) -> dict[str, str]:
    """What is known of it by Dutch heading, as plain text; what is not filled in says so."""
    themes = enumerated([*row["theme_labels"]], 6)
    programmes = f" ({enumerated(row['programmes'], 6)})" if row["programmes"] else ""
    # Where gemeenten are counted, nothing is said of who they are for.
    reached = [one for one in row["populations"] if one != "gemeenten"]
    population = f". Doelgroep: {enumerated(reached)}" if reached else ""
    places = counted(len(row["locations"]), "locatie", "locaties") if row["locations"] else ""
    return {
        "Met wie": "; ".join(_partner(one) for one in row["partner_rows"]) or "niet ingevuld",
        "Voor wie": f"{themes}{programmes}{population}",
        "Waar": (enumerated(row["gemeente_names"], 12) if row["gemeente_names"] else where(row))
        + (f"; {places} genoemd" if places else ""),
        "Looptijd": _period(row),
        "Vorm": ", ".join(one for one in (row["form"], row["level"]) if one) or "niet ingevuld",
        "Overeenkomst": _agreement(row),
        "Contactpersoon bij de bibliotheek": row["owner"] or "nog niemand",
        "Inzet per jaar": _effort(row),
    } | ({"Reden van beëindigen": row["ended_reason"]} if row["ended_reason"] else {})


def _partner(one: Mapping[str, Any]) -> str:
    about = ", ".join(str(one[field]) for field in ("type", "gemeente") if one[field])
    return f"{one['name']} ({about})" if about else str(one["name"])


def _period(row: Mapping[str, Any]) -> str:
    start, end = row["start_date"], row["end_date"]
    said = f"vanaf {long_date(start)}" if start else "start niet ingevuld"
    return f"{said}, {'tot en met' if start else 'einde'} {long_date(end)}" if end else said


def _agreement(row: Mapping[str, Any]) -> str:
    if row["agreement"] is None:
        return "niet ingevuld"
    if not row["agreement"]:
        return "niet getekend"
    day = row["agreement_date"]
    return f"getekend op {long_date(day)}" if day else "getekend, datum niet ingevuld"


def _effort(row: Mapping[str, Any]) -> str:
    hours = None if row["hours"] is None else f"{amount(row['hours'])} uur"
    budget = None if row["budget"] is None else euro(row["budget"])
    return " en ".join(one for one in (hours, budget) if one) or "niet ingevuld"
