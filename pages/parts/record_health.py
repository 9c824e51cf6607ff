"""How healthy a partnership is: the profile of the last check, the weakest condition, the trend."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.charts.health import health_dots, health_strips
from core.filters import Filters
from core.health import (
    CONCERN,
    CONDITIONS,
    HealthCheck,
    before_that_day,
    health_finding,
)
from core.wording import enumerated, long_date, plain, short_date
from data import health
from pages.parts import record_editing, record_health_form
from pages.parts.record_health_form import FORM
from pages.parts.record_state import Record
from pages.shared import allowed, charts, rows
from pages.shared.opened import store

CALCULATION = """
Zeven voorwaarden, elk van 1 tot 5. De eerste vijf zijn de voorwaarden voor goed samenwerken van
E. Kaats en W. Opheij (*Leren samenwerken tussen organisaties*, 2012); vertrouwen en waarde zijn
toegevoegd, omdat een samenwerking eindigt waar een van beide weg is. De vragen zijn eigen woorden.

Er is met opzet **geen gemiddelde**: een mooie ambitie maakt verloren vertrouwen niet goed. Kijk
naar de zwakste voorwaarde en naar wat er sinds de vorige keer veranderde. *Weet niet* telt niet
mee.
"""
COLUMNS = {
    "day": "Datum",
    "by": "Door",
    "label": "Voorwaarde",
    "said": "Score",
    "note": "Toelichting",
}
Row = dict[str, Any]


def show(record: Record, filters: Filters) -> None:
    """The finding, the profile, the trend, the form, and the checks that were done."""
    checks: list[HealthCheck] = [one["content"] for one in record.checks]
    st.markdown(f"{plain(health_finding(checks))}{_concern(checks)}")
    opened = record_editing.opened(FORM, record.checks)
    if opened is None:
        allowed.button(
            "Nieuwe gezondheidscheck",
            icon=":material/add:",
            key="check_erbij",
            type="primary",
            on_click=record_editing.begin,
            args=(FORM, None, record_health_form.fields(None, record.on)),
        )
    else:
        record_health_form.show(
            record, next((row for row in record.checks if row["id"] == opened), None)
        )
    if not checks:
        st.caption(
            "Neem met de partner zeven vragen door, in een kwartier. Daarna ziet u hier wat het "
            "zwakst is, en bij een volgende keer wat er veranderde."
        )
        return
    _profile(checks)
    if len(checks) > 1:
        _trend(checks)
    rows.twin(
        _table(checks), COLUMNS, what="Gezondheidschecks", filters=filters, key="checks_rijen"
    )
    _held(record)


def _concern(checks: list[HealthCheck]) -> str:
    low = [
        CONDITIONS[code].label
        for code, one in (checks[0].scores if checks else {}).items()
        if one <= CONCERN
    ]
    return f" **Bespreek {plain(enumerated(low).lower())}**." if low else ""


def _profile(checks: list[HealthCheck]) -> None:
    newest, earlier = checks[0], before_that_day(checks)
    before = earlier.scores if earlier else {}
    st.subheader(f"Profiel van {long_date(newest.checked_on)}", anchor=False)
    drawn = [
        {
            "label": condition.label,
            "score": score,
            "before": before.get(code),
            "note": newest.notes.get(code, ""),
            "text": "weet niet" if score is None else _step(score, before.get(code)),
        }
        for code, condition in CONDITIONS.items()
        for score in [newest.scores.get(code)]
    ]
    charts.draw(
        health_dots,
        pa.Table.from_pylist(drawn, schema=_PROFILE),
        alt_text=f"Gezondheid per voorwaarde op {short_date(newest.checked_on)}: "
        + "; ".join(f"{one['label']} {one['score'] or 'weet niet'}" for one in drawn),
        key="gezondheid_grafiek",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        if before:
            st.caption("Dicht rondje: nu. Open rondje: de vorige keer.", width="stretch")
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)
    for code, note in newest.notes.items():
        st.markdown(f"- **{CONDITIONS[code].label}**: {plain(note)}")


def _step(score: int, before: int | None) -> str:
    if before is None or before == score:
        return f"{score}" if before is None else f"{score}, gelijk"
    return f"{score}, {'omhoog' if score > before else 'omlaag'} van {before}"


def _trend(checks: list[HealthCheck]) -> None:
    st.subheader("Verloop", anchor=False)
    newest: dict[str, HealthCheck] = {}
    for check in checks[::-1]:
        newest |= dict.fromkeys(check.scores, check)
    drawn = [
        {
            "label": CONDITIONS[code].label,
            "day": check.checked_on,
            "score": check.scores[code],
            "note": check.notes.get(code, ""),
            "last": newest[code] is check,
        }
        for code in CONDITIONS
        for check in checks[::-1]
        if code in check.scores
    ]
    charts.draw(
        health_strips,
        pa.Table.from_pylist(drawn),
        alt_text="Verloop per voorwaarde: "
        + ", ".join(f"{one['label']} {one['score']}" for one in drawn),
        key="verloop_grafiek",
    )
    st.caption("Per voorwaarde een lijn, onderaan 1 en bovenaan 5; het cijfer is de laatste score.")


def _table(checks: list[HealthCheck]) -> pa.Table:
    found = [
        {
            "day": check.checked_on,
            "by": check.by,
            "label": condition.label,
            "said": str(check.scores.get(code) or "weet niet"),
            "note": check.notes.get(code),
        }
        for check in checks
        for code, condition in CONDITIONS.items()
    ]
    schema = pa.schema({name: pa.string() for name in COLUMNS} | {"day": pa.date32()})
    return pa.Table.from_pylist(found, schema=schema)


def _held(record: Record) -> None:
    """Every check with the way to change or remove it."""
    with st.expander("De checks wijzigen of verwijderen", icon=":material/edit:"):
        for one in record.checks:
            content: HealthCheck = one["content"]
            by = f" door {plain(content.by)}" if content.by else ""
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{long_date(content.checked_on)}**{by}", width="stretch")
                allowed.button(
                    "Wijzigen",
                    icon=":material/edit:",
                    key=f"check_wijzig_{one['id']}",
                    on_click=record_editing.begin,
                    args=(FORM, one, record_health_form.fields(content, record.on)),
                )
                allowed.button(
                    "Verwijderen",
                    icon=":material/delete:",
                    key=f"check_weg_{one['id']}",
                    on_click=record_editing.carry_out,
                    args=(
                        lambda one=one: health.remove_health_check(
                            store(), one["id"], one["version"], "app"
                        ),
                        "De gezondheidscheck is verwijderd.",
                    ),
                )


_PROFILE = pa.schema(
    [
        ("label", pa.string()),
        ("score", pa.int32()),
        ("before", pa.int32()),
        ("note", pa.string()),
        ("text", pa.string()),
    ]
)
