"""A decision as it was taken: read again from what was frozen, never from what holds now."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from core.consideration_table import ConsiderationTable
from core.decision import Cell, Decision, StoredDecision
from core.filters import Filters
from core.verdict_wording import agreement_in_words
from core.wording import enumerated, long_date, plain, short_date
from data import decisions
from data.decision_pdf import decision_pdf
from data.decision_workbook import decision_workbook
from pages.parts import consideration_review_form
from pages.parts import consideration_state as state
from pages.parts.consideration_outcome import outcome
from pages.shared import offered
from pages.shared.opened import recorded

KEY = "besluit"
Row = dict[str, Any]


def asked() -> str | None:
    """The decision that the address asks for."""
    found: str | None = st.query_params.get(KEY)
    return found


def show(filters: Filters) -> None:
    """The decision with its downloads, what it rested on, and looking back on it."""
    st.button("Terug naar de afwegingen", icon=":material/arrow_back:", on_click=_back)
    wanted = asked() or ""
    is_number = wanted.isascii() and wanted.isdecimal() and len(wanted) < 10
    found = recorded(decisions.decisions, None, int(wanted)) if is_number else []
    if not found:
        st.warning(
            "Het besluit van deze link bestaat niet (meer): het is ongedaan gemaakt, of de link "
            "klopt niet.",
            icon=":material/link_off:",
        )
        return
    stored: StoredDecision = found[0]["content"]
    decision = stored.decision
    st.subheader(plain(decision.question), anchor=False)
    if not stored.is_unchanged:
        st.error(
            "**Dit besluit is niet meer wat is vastgelegd.** De inhoud past niet bij de "
            "vingerafdruk van toen. Vergelijk het met het ondertekende exemplaar.",
            icon=":material/gpp_bad:",
        )
    _decided(decision)
    _downloads(found[0]["id"], stored)
    st.markdown(f"**Wat de tabel zei.** {plain(decision.finding)}")
    for sentence in decision.certainty:
        st.markdown(f"- {plain(sentence)}")
    if said := agreement_in_words(decision.agreement, decision.raters):
        st.markdown(said)
    with st.expander("De tabel van toen", on_change="rerun", key="tabel_van_toen") as folded:
        if folded.open:
            table, scores, notes = _as_it_was(decision)
            now = state.frozen(table, scores)
            outcome(table, scores, notes, now.sure, now.found, filters, f"b{found[0]['id']}")
    consideration_review_form.show(found[0]["id"], decision)
    _provenance(found[0]["id"], stored)


def _decided(decision: Decision) -> None:
    with st.container(border=True):
        where = f" · {plain(decision.library)}" if decision.library else ""
        st.caption(f"Besluit van {long_date(decision.decided_on)}{where}")
        for paragraph in decision.decision.splitlines():
            if paragraph.strip():
                st.markdown(f"**{plain(paragraph)}**")
        names = {one.code: one.name for one in decision.options}
        if decision.chosen:
            chosen = enumerated([names[code] for code in decision.chosen if code in names])
            st.markdown(f"Gekozen: {plain(chosen)}.")
        if decision.took_part:
            people = enumerated(list(decision.took_part), 60)
            st.markdown(f"Deelnemers: {plain(people)}.")
        if decision.actions:
            st.markdown("Afspraken:")
        for action in decision.actions:
            who = f" — {plain(action.owner)}" if action.owner else ""
            when = f", vóór {short_date(action.due)}" if action.due else ""
            st.markdown(f"- {plain(action.what)}{who}{when}")
        if decision.review_on:
            st.markdown(f"Terugkijken op {long_date(decision.review_on)}.")


def _downloads(id_: int, stored: StoredDecision) -> None:
    """The A4 to sign and the workbook; each is made at the click."""
    address = _address(id_)
    name = f"besluit-{stored.decision.decided_on:%Y-%m-%d}-{id_}"
    with st.container(horizontal=True):
        offered.file(
            "A4 om te ondertekenen (PDF)",
            make=lambda: decision_pdf(stored, address),
            file_name=f"{name}.pdf",
            mime="application/pdf",
            icon=":material/picture_as_pdf:",
            type="primary",
            on_click="ignore",
        )
        offered.file(
            "Met formules (Excel)",
            make=lambda: decision_workbook(stored, address),
            file_name=f"{name}.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            icon=":material/table_view:",
            on_click="ignore",
        )


def _as_it_was(
    decision: Decision,
) -> tuple[ConsiderationTable, dict[Cell, int | None], Mapping[Cell, str]]:
    table = ConsiderationTable(
        options=decision.options,
        criteria=decision.criteria,
        criteria_name=decision.criteria_name,
        criteria_version=decision.criteria_version,
        points=decision.points,
    )
    scores = {
        (one.option, one.criterion): one.score for one in decision.cells if one.score or one.unsure
    }
    notes = {(one.option, one.criterion): one.note for one in decision.cells if one.note}
    return table, scores, notes


def _provenance(id_: int, stored: StoredDecision) -> None:
    decision = stored.decision
    version = f", versie {decision.criteria_version}" if decision.criteria_version else ""
    st.caption(
        f"Criteria: {plain(decision.criteria_name)}{version}. Stand van de gegevens: "
        f"{plain(decision.data_version)}. Vingerafdruk (SHA-256): {stored.hash}."
    )
    st.caption("Wie deze link opent, ziet precies dit besluit.")
    st.code(_address(id_), language=None, wrap_lines=True)


def _address(id_: int) -> str:
    """Of the decision alone, without where its reader came from: it is printed on paper too."""
    return f"{st.context.url}?{KEY}={id_}"


def _back() -> None:
    st.query_params.pop(KEY, None)
