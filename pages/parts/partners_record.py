"""One partner: what, where, with whom, since when, and what hangs on it."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.filters import Filters
from core.partner_findings import contact_line, contacts, record_finding
from core.partner_network import Node, node_id
from core.wording import (
    amount,
    by_whom,
    counted,
    enumerated,
    euro,
    local_moment,
    number,
    person,
    plain,
)
from data import alignment, merging, partner_register
from pages.parts import partners_contact_persons, partners_edit
from pages.shared import linked, rows
from pages.shared.filters import go_on_to
from pages.shared.opened import listed, recorded, result

KEY = "partner"
LARGEST = 2**31 - 1
SHOWN = 6
COLUMNS = {
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "status_label": "Status",
    "since": "Sinds",
    "end_date": "Einde",
    "owner": "Eigenaar",
    "theme_labels": "Thema’s",
    "goals": "Doelen",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar (€)",
    "form": "Vorm",
    "location_count": "Aantal locaties",
    "others": "Met ook",
}
Row = dict[str, Any]


def asked() -> str | None:
    """The partner that the address asks for."""
    found: str | None = st.query_params.get(KEY)
    return found


def show(filters: Filters) -> None:
    """The record, or that there is none; the shared filters choose only the measure date here."""
    st.button("Terug naar de partners", icon=":material/arrow_back:", on_click=_back)
    wanted = asked() or ""
    id_ = int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 11 else 0
    found = recorded(partner_register.partner_record, id_) if 0 < id_ <= LARGEST else []
    if not found:
        _say_gone(id_ if 0 < id_ <= LARGEST else 0)
        return
    [row] = found
    partnerships = listed(partner_register.partner_partnerships, id_, filters)
    st.subheader(plain(row["name"]), anchor=False)
    st.caption(_facts(row))
    st.markdown(record_finding(row["name"], partnerships))
    _figures(partnerships)
    if any(one["counts_as"] == "active" for one in partnerships):
        st.button(
            "Toon in het netwerk", icon=":material/hub:", on_click=_show_in_network, args=(id_,)
        )
    st.page_link(
        "pages/forces.py",
        label="Hoe staat deze partner erin?",
        icon=":material/open_with:",
        query_params={"wie": str(id_)},
    )
    _contacts(partnerships)
    partners_contact_persons.show(row, filters)
    _partnerships(row, filters)
    _goals(row, partnerships, filters)
    _locations(row["locations"])
    partners_edit.show(row)
    _history(row["id"])


def _say_gone(id_: int) -> None:
    """That there is no such partner, and where it went if it was merged."""
    kept = recorded(merging.merged_into, id_)
    if kept is None:
        st.warning(
            "De partner van deze link bestaat niet (meer), of de link klopt niet. Zoek hem in de "
            "lijst op.",
            icon=":material/link_off:",
        )
        return
    [row] = recorded(partner_register.partner_record, kept)
    st.warning(
        f"De partner van deze link is samengevoegd tot **{plain(row['name'])}**.",
        icon=":material/merge:",
    )
    st.button("Naar deze partner", type="primary", on_click=linked.point, args=(KEY, str(kept)))


def _back() -> None:
    linked.point(KEY, None)
    st.session_state["open_partner"] = None


def _show_in_network(id_: int) -> None:
    _back()
    linked.point("beeld", "Netwerk")
    linked.point("knoop", node_id(Node.PARTNER, id_))


def _facts(row: Row) -> str:
    parts = [
        plain(row["type"]) if row["type"] else "type niet ingevuld",
        plain(f"gemeente {row['gemeente_name']}") if row["gemeente_name"] else "zonder gemeente",
    ]
    if row["aliases"]:
        parts.append(f"ook bekend als {plain(enumerated(row['aliases'], 6))}")
    changed = f"gewijzigd op {local_moment(row['changed_at'])}{by_whom(row['changed_by'])}"
    return " · ".join([*parts, changed])


def _figures(partnerships: list[Row]) -> None:
    active = [row for row in partnerships if row["counts_as"] == "active"]
    pipeline = [row for row in partnerships if row["counts_as"] == "pipeline"]
    ended = [row for row in partnerships if row["status"] == "beeindigd"]

    def total(name: str) -> float | None:
        known = [row[name] for row in active if row[name] is not None]
        return sum(known) if known else None

    hours, budget = total("hours"), total("budget")
    with st.grid(5, min_column_width=130, gap="small"):
        for label, said in (
            ("Lopend", number(len(active))),
            ("In voorbereiding", number(len(pipeline))),
            ("Beëindigd", number(len(ended))),
            ("Uren per jaar", rows.ABSENT if hours is None else amount(hours)),
            ("Budget per jaar", rows.ABSENT if budget is None else euro(budget)),
        ):
            st.metric(label, said, border=True)


def _contacts(partnerships: list[Row]) -> None:
    found = contacts(partnerships)
    if not found:
        return
    st.markdown("**Wie is bij de bibliotheek het contact**")
    st.markdown("\n".join(f"- {contact_line(one)}" for one in found[:SHOWN]))
    if len(found) > SHOWN:
        st.caption(
            f"En bij nog {counted(len(found) - SHOWN, 'bibliotheek', 'bibliotheken')}; "
            "de eigenaar staat bij elke samenwerking hieronder."
        )


def _partnerships(row: Row, filters: Filters) -> None:
    table: pa.Table = result(partner_register.partner_partnerships, row["id"], filters)
    if not table.num_rows:
        return
    st.markdown("**Samenwerkingen**")
    st.caption("Alle samenwerkingen van deze partner op de peildatum, ook buiten de filters links.")
    rows.table(table, COLUMNS, alt=f"Samenwerkingen van {row['name']}", to_record=True)
    rows.download(
        table,
        COLUMNS,
        what="Samenwerkingen van een partner",
        filters=filters,
        definition=f"alle samenwerkingen van {row['name']}, ook buiten de filters",
        key="van_partner_rijen",
    )


def _goals(row: Row, partnerships: list[Row], filters: Filters) -> None:
    """Which goals it serves, and where one would be lost without it."""
    served = sorted(
        {
            goal
            for one in partnerships
            if one["counts_as"] == "active"
            for goal in one["goal_labels"]
        }
    )
    st.markdown("**Wat aan deze partner hangt**")
    if not served:
        st.caption("De lopende samenwerkingen dienen geen doel rechtstreeks.")
        return
    lost = [one for one in listed(alignment.dependencies, filters) if one["partner"] == row["id"]]
    places: dict[str, list[str]] = {}
    for one in lost:
        places.setdefault(one["label"], []).append(one["gemeente_name"])
    st.markdown(f"Dient rechtstreeks: {plain(enumerated(served, 12))}.")
    if places:
        st.markdown(
            "Stopt deze partner, dan is er binnen de filters niemand anders voor:\n"
            + "\n".join(
                f"- {plain(label)} in {plain(enumerated(sorted(set(those)), 4))}"
                for label, those in places.items()
            )
        )
    else:
        st.caption("Binnen de filters dient overal ook een ander deze doelen.")
    if st.button("Reken door wat stoppen kost", icon=":material/alt_route:"):
        linked.leave("deel", "Afhankelijkheid")
        st.session_state["doel_partner"] = row["id"]
        go_on_to("pages/alignment.py")


def _locations(found: list[Row]) -> None:
    st.markdown("**Gekoppelde locaties**")
    if not found:
        st.caption("Deze partner is aan geen locatie van een register gekoppeld.")
        st.page_link("pages/intake.py", label="Koppelen kan op Gegevens", icon=":material/link:")
        return
    for one in found:
        where = one["place"] or one["gemeente"]
        said = f"{one['name'] or one['id']}{f', {where}' if where else ''} ({one['id']})"
        st.markdown(
            f"- {plain(said)}" + ("" if one["in_register"] else " · *niet meer in het register*")
        )


def _history(id_: int) -> None:
    """Who changed what of this record, and when."""
    found = recorded(partner_register.partner_history, id_)
    if not found:
        return
    with st.expander("Verloop", icon=":material/history:", key=f"verloop_{id_}"):
        rows.table(
            pa.Table.from_pylist([_changed(one) for one in found]),
            {"when": "Wanneer", "action": "Wat", "who": "Door", "before": "Was", "after": "Werd"},
            alt="Wijzigingen van deze partner",
        )
        st.caption("Een wijziging ongedaan maken kan op Gegevens, bij Wijzigingen.")


def _changed(one: Row) -> Row:
    def said(when: str) -> str | None:
        parts = [one[f"{what}_{when}"] for what in ("name", "type", "gemeente")]
        return ", ".join(filter(None, parts)) or None

    return {
        "when": local_moment(one["made_at"]),
        "action": one["action"] + (" (ongedaan gemaakt)" if one["undone"] else ""),
        "who": person(one["who"]),
        "before": said("before"),
        "after": said("after"),
    }
