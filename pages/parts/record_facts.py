"""What a partnership is: the facts, the goals it serves, its results, and what was weighed."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.record_wording import CONTRIBUTIONS, facts
from core.wording import counted, enumerated, long_date, number, plain
from data import contact_persons, partnership_record
from pages.parts import record_results
from pages.parts.record_state import Record
from pages.shared import rows
from pages.shared.opened import recorded, result

Row = dict[str, Any]
MOST_IDS = 8


def show(record: Record, filters: Filters) -> None:
    """From what it is to what came of it."""
    with st.grid(2, min_column_width=300, gap="small", key="feiten") as places:
        for title, text in facts(record.row).items():
            with places.cell(), st.container(gap=None):
                st.caption(title)
                st.text(text)
    _partners(record)
    _locations(record, filters)
    _goals(record, filters)
    record_results.show(record, filters)
    _weighed(record)
    if record.row["note"]:
        st.subheader("Notitie", anchor=False)
        st.text(record.row["note"])


def _partners(record: Record) -> None:
    """The way to each partner: who else works with it, and what hangs on it."""
    partners = record.row["partner_rows"]
    if not partners:
        return
    st.caption("Wat er verder met wie loopt, staat bij de partner:")
    with st.container(horizontal=True, gap="small", key="partners"):
        for one in partners[:MOST_IDS]:
            st.page_link(
                "pages/partner_register.py",
                label=plain(one["name"]),
                icon=":material/hub:",
                query_params={"partner": str(one["id"])},
            )
        st.page_link(
            "pages/forces.py",
            label="Hoe staan zij erin?",
            icon=":material/open_with:",
            query_params={"kring": "-".join(str(one["id"]) for one in partners)},
        )
    if len(partners) > MOST_IDS:
        st.caption(f"en nog {number(len(partners) - MOST_IDS)}; zoek die op Partners op.")
    persons = recorded(contact_persons.contact_persons, tuple(one["id"] for one in partners))
    for one in persons[:MOST_IDS]:
        st.text(f"{one['content'].line()} ({one['name']})")


def _locations(record: Record, filters: Filters) -> None:
    found = result(partnership_record.record_locations, record.id)
    if not found.num_rows:
        return
    known = [one for one in found["name"].to_pylist() if one is not None]
    linked = sum(one is not None for one in found["partner"].to_pylist())
    label = f"{counted(found.num_rows, 'locatie', 'locaties')} " + (
        "gekoppeld aan een partner" if linked == found.num_rows else "in de samenwerking"
    )
    with st.expander(
        label, on_change="rerun", key="locaties", icon=":material/pin_drop:"
    ) as folded:
        if not folded.open:
            return
        unknown = [row["id"] for row in found.to_pylist() if row["name"] is None]
        if unknown:
            st.caption(
                f"{number(len(unknown))} van de {number(found.num_rows)} nummers staan in geen "
                f"geladen register: {plain(enumerated(unknown, MOST_IDS))}."
            )
        if known:
            rows.with_download(
                found,
                {
                    "id": "Nummer",
                    "name": "Naam",
                    "place": "Plaats",
                    "gemeente": "Gemeente",
                    "size": "Omvang",
                    "partner": "Via partner",
                    "in_register": "Nu in het register",
                },
                what="Locaties van de samenwerking",
                filters=filters,
                key="locaties_rijen",
            )


def _goals(record: Record, filters: Filters) -> None:
    st.subheader("Doelen", anchor=False)
    judged = [one for one in record.row["goals"] if one["value"] is not None]
    served = [one for one in judged if one["value"]]
    open_ = len(record.row["goals"]) - len(judged)
    st.markdown(_served(served) + (f" Nog niet beoordeeld: {number(open_)}." if open_ else ""))
    if served:
        rows.table(
            pa.Table.from_pylist([_goal(one) for one in served]),
            {
                "label": "Doel",
                "value": "Bijdrage",
                "realised": "Gebleken",
                "reason": "Reden",
            },
            alt="Bijdragen aan de doelen",
            key="doelen_rijen",
        )
    st.page_link("pages/alignment.py", label="Beoordelen op Doelen", icon=":material/flag:")


def _served(served: list[Row]) -> str:
    if not served:
        return "Bij geen enkel doel staat een bijdrage van 1 of meer."
    strongest = max(one["value"] for one in served)
    those = [one["label"] for one in served if one["value"] == strongest]
    return (
        f"Dient **{counted(len(served), 'doel', 'doelen')}**, het sterkst "
        f"{plain(enumerated(those, 3))} ({CONTRIBUTIONS[strongest]})."
    )


def _goal(one: Row) -> Row:
    return {
        "label": one["label"],
        "value": CONTRIBUTIONS[one["value"]],
        "realised": CONTRIBUTIONS.get(one["realised"]),
        "reason": one["reason"],
    }


def _weighed(record: Record) -> None:
    """The considerations and decisions that it was an option of, with the way to each."""
    if not record.considerations and not record.decisions:
        return
    st.subheader("Afwegingen en besluiten", anchor=False)
    for row in record.decisions:
        decision = row["content"].decision
        chosen = [one.code for one in decision.options if one.partnership == record.id]
        said = "gekozen" if set(chosen) & set(decision.chosen) else "niet gekozen"
        _way(
            f"**{plain(row['name'])}** — besluit van {long_date(decision.decided_on)}: {said}",
            {"besluit": str(row["id"])},
            f"besluit_{row['id']}",
        )
    for row in record.considerations:
        state = f"besloten op {long_date(row['decided'])}" if row["decided"] else "nog geen besluit"
        _way(
            f"**{plain(row['name'])}** — afweging, {state}",
            {"afweging": str(row["id"])},
            f"afweging_{row['id']}",
        )


def _way(said: str, asked: dict[str, str], key: str) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"naar_{key}"):
        st.markdown(said, width="stretch")
        st.page_link("pages/consideration.py", label="Openen", query_params=asked)
