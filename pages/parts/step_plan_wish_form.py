"""The form for one wish."""

from typing import Any

import streamlit as st

from core.wish import SUBJECTS, WEIGHTS, Wish
from data import wishes
from pages.parts import record_editing
from pages.parts.step_plan_state import Plan
from pages.shared.by_name import told_apart
from pages.shared.opened import store

FORM = "wens"
OWN = 0  # the own MT among the ids of partners
Row = dict[str, Any]


def fields(content: Wish | None, party: int | None = None) -> dict[str, Any]:
    """What the fields of the form hold for a wish, or for a new one of a party."""
    return {
        "van": (content.partner if content else party) or OWN,
        "onderwerp": content.subject if content else "audience",
        "ander": (content.other if content else None) or "",
        "gewicht": content.weight if content else 3,
        "tekst": (content.text if content else None) or "",
    }


def show(plan: Plan, one: Row | None) -> None:
    """The form on a wish that is there, or on a new one."""
    parties = told_apart({id_ or OWN: name for id_, name in plan.parties.items()})
    if record_editing.typed(FORM, "van") not in parties:  # merged or gone meanwhile
        st.session_state[f"{FORM}_van"] = OWN
    with st.container(border=True, key=f"{FORM}_vak"):
        with st.grid(2, min_column_width=240):
            st.selectbox(
                "Wens van",
                list(parties),
                key=f"{FORM}_van",
                format_func=lambda id_: parties.get(id_, ""),
            )
            st.selectbox(
                "Onderwerp",
                list(SUBJECTS),
                key=f"{FORM}_onderwerp",
                format_func=SUBJECTS.__getitem__,
            )
        if record_editing.typed(FORM, "onderwerp") == "other":
            st.text_input("Naam van het onderwerp", key=f"{FORM}_ander", max_chars=200)
        else:  # kept for who comes back to it
            st.session_state[f"{FORM}_ander"] = record_editing.typed(FORM, "ander") or ""
        st.segmented_control(
            "Hoe belangrijk",
            list(WEIGHTS),
            key=f"{FORM}_gewicht",
            format_func=WEIGHTS.__getitem__,
            required=True,
        )
        st.text_area("De wens, in eigen woorden", key=f"{FORM}_tekst", height=100)
        record_editing.buttons(FORM, _save, plan, row=one)
        if one:
            st.button(
                "Deze wens verwijderen",
                icon=":material/delete:",
                key="wens_weg",
                type="tertiary",
                on_click=_remove,
                args=(one,),
            )


def _save(plan: Plan) -> None:
    def write(id_: int, version: int) -> int:
        subject = record_editing.typed(FORM, "onderwerp") or "audience"
        made = Wish(
            partnership=plan.id,
            partner=record_editing.typed(FORM, "van") or None,
            subject=subject,
            other=record_editing.typed(FORM, "ander") if subject == "other" else None,
            weight=int(record_editing.typed(FORM, "gewicht") or 3),
            text=record_editing.typed(FORM, "tekst"),
        )
        if id_ == record_editing.NEW:
            return wishes.make_wish(store(), made, "app")[1]
        return wishes.change_wish(store(), id_, version, made, "app")

    record_editing.save(FORM, write, "De wens is bewaard.")


def _remove(one: Row) -> None:
    record_editing.close(FORM)
    record_editing.carry_out(
        lambda: wishes.remove_wish(store(), one["id"], one["version"], "app"),
        "De wens is verwijderd.",
    )
