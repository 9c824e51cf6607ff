"""Rows without locations whose partners do not count in the coverage of a theme: said beforehand.

What counts is for the store to say (`uncounted_by_type`); a load is only asked about.
"""

from data.ingest.findings import Remarks
from data.ingest.gemeenten import Read
from data.ingest.plan import Plan, Planned
from data.store import Row

_MISSING = "Vul partnertype in, of noem de locaties in de kolom locatie."
_NO_TYPE = "het partnertype ontbreekt"
_ONE_WITHOUT = "van een van de partners ontbreekt het type"
_OTHER = (
    "Noem de locaties in de kolom locatie of de juiste partners in de kolom partner, of kies een "
    "ander thema."
)


def uncounted_by_type(read: Read, combinations: list[Row]) -> list[Row]:
    """Those of the combinations (theme, types of the partners) that count nowhere.

    Each with reason (no_type or other_type, see core.uncounted), theme_label and partner_type,
    which the theme asks for.
    """
    return read("uncounted_by_type", combinations=combinations)


def remark_uncounted(read: Read, plan: Plan, header: str, remarks: Remarks) -> None:
    """Remarks about the rows that run, or may run, and count nowhere, by type and theme."""
    counting = {row["code"] for row in read("statuses") if row["counts_as"] != "none"}
    asked = {
        row.draft.row: (_types(plan, row), row.values.get("themes", []))
        for row in plan.rows
        if not row.values.get("locations") and row.values["status"] in counting
    }
    combinations = {(theme, types) for types, themes in asked.values() for theme in themes}
    found = {
        (one["theme"], tuple(one["types"])): one
        for one in uncounted_by_type(
            read, [{"theme": theme, "types": list(types)} for theme, types in combinations]
        )
    }
    for row, (types, themes) in asked.items():
        for theme in themes:
            if one := found.get((theme, types)):
                remarks.add(row, header, ", ".join(kind for kind in types if kind), _said(one))


def _types(plan: Plan, row: Planned) -> tuple[str | None, ...]:
    """The types of the partners of a row, as the load leaves them; None for one without."""
    known = plan.partners.type_of
    return tuple(sorted({known(ref) for ref in row.partners}, key=lambda kind: kind or ""))


def _said(one: Row) -> str:
    lacking = one["reason"] == "no_type"
    which = _ONE_WITHOUT if any(one["types"]) else _NO_TYPE
    return (
        f"Telt niet mee in de dekking van {one['theme_label']}: zonder locatie telt daar alleen "
        f"een partner van het type {one['partner_type']}"
        f"{f', en {which}' if lacking else ''}. {_MISSING if lacking else _OTHER}"
    )
