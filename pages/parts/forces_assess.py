"""Assessing a partner with sliders beside the chart; saving is explicit and can be undone."""

from datetime import date
from typing import Any

import streamlit as st

from core.filters import Filters, today
from core.forces import MEANINGS, SCALES, SIGNS, STANCES, TEXTS, Assessment, approach
from core.wording import by_whom, local_moment, long_date, plain
from data import forces
from data.errors import InputRefused
from pages.parts import forces_chosen, forces_draft
from pages.shared import allowed, done
from pages.shared.opened import recorded, store

Row = dict[str, Any]


def show(found: list[Row], filters: Filters) -> Assessment | None:
    """The form of the chosen partner; what it says now, saved or not."""
    row = forces_chosen.partner(found, forces_chosen.PARTNER, forces_chosen.PARTNER_TO_APPROACH)
    if row is None:
        forces_draft.leave()
        st.caption("Kies een partner om te zien of vast te leggen hoe die erin staat.")
        return None
    partner = row["id"]
    held = recorded(forces.assessments, (partner,))
    if other := forces_draft.follow(partner, held):
        _conflict(partner, other, held)
    _fields(partner)
    draft = forces_draft.drafted(partner)
    _say_day(draft, held, filters)
    with st.container(horizontal=True):
        allowed.button(
            "Inschatting opslaan", type="primary", on_click=_save, args=(partner, row["name"])
        )
        if not forces_draft.is_the_newest(partner):
            st.button("Terugzetten", on_click=forces_draft.forget, args=(partner,))
    st.markdown(f"Aanpak: **{approach(draft.influence, draft.interest)}**")
    st.page_link(
        "pages/influence_styles.py", label="Welke stijl past hier?", icon=":material/forum:"
    )
    return draft


def _fields(partner: int) -> None:
    for field, label in SCALES.items():
        st.slider(
            label,
            1,
            5,
            key=forces_draft.key(partner, field),
            help=f"{MEANINGS[field]} 1 is weinig, 5 is veel.",
            persist_state="session",
        )
    st.select_slider(
        "Houding",
        list(SIGNS),
        key=forces_draft.key(partner, "stance"),
        format_func=lambda one: f"{SIGNS[one]} {STANCES[one]}",
        persist_state="session",
    )
    with st.expander("Belangen, brengen en willen"):
        for field, label in TEXTS.items():
            st.text_area(
                label,
                key=forces_draft.key(partner, field),
                max_chars=2_000,
                height=80,
                persist_state="session",
            )
    st.date_input(
        "Dag",
        format="DD-MM-YYYY",
        key=forces_draft.key(partner, "day"),
        # Not the limits: what is outside those the field refuses in English, and keeps quiet.
        min_value=date.min,
        max_value=date.max,
        persist_state="session",
    )
    st.text_input(
        "Door wie (mag leeg)",
        key=forces_draft.key(partner, "by"),
        max_chars=200,
        persist_state="session",
    )


def _say_day(draft: Assessment, held: list[Row], filters: Filters) -> None:
    same = _of_that_day(draft, held)
    changing = forces_draft.in_place(draft.partner)
    if same and changing in (None, same["id"]):
        st.caption(f"Er is al een inschatting van {long_date(draft.day)}: opslaan wijzigt die.")
    elif same:
        st.caption(
            f"Er is al een andere inschatting van {long_date(draft.day)}: kies een andere dag."
        )
    if draft.day > filters.measure_date:
        st.caption(
            f"De peildatum is {long_date(filters.measure_date)}: deze inschatting telt pas mee "
            "als u een latere peildatum kiest."
        )


def _save(partner: int, name: str) -> None:
    """Save what the fields hold at the click: what was typed last is not in the page's own run."""
    saved = done.doing(lambda: _saved(forces_draft.drafted(partner)))
    if saved is None:
        return
    forces_draft.saved(forces_draft.drafted(partner))
    done.remember(f"De inschatting van {plain(name)} is opgeslagen.", saved or None, in_sight=False)


def _saved(draft: Assessment) -> int:
    """The batch, or 0 where there was nothing to save."""
    partner = draft.partner
    if draft.day > today():
        raise InputRefused(
            f"{long_date(draft.day).capitalize()} moet nog komen",
            "Kies de dag waarop u de partner inschatte: vandaag of eerder.",
        )
    held = forces.assessments(store(), [partner])
    same = _of_that_day(draft, held)
    if same and same["content"] == draft:
        return 0
    replaced = forces_draft.in_place(partner) or (same["id"] if same else None)
    version = forces_draft.version(partner, replaced) if replaced else None
    seen = (replaced, version) if replaced and version is not None else None
    return forces.assess(store(), draft, "app", seen) or 0


def _of_that_day(draft: Assessment, held: list[Row]) -> Row | None:
    return next((one for one in held if one["content"].day == draft.day), None)


def _conflict(partner: int, other: Row, held: list[Row]) -> None:
    """What somebody else saved beside what is set here, as far as they differ, and a choice."""
    versions = {one["id"]: one["version"] for one in held}
    theirs, mine = other["content"].in_words(), forces_draft.drafted(partner).in_words()
    with st.container(border=True):
        st.markdown(
            f"**Iemand anders was u voor** met een inschatting van "
            f"{long_date(other['content'].day)}, opgeslagen op "
            f"{local_moment(other['changed_at'])}{by_whom(other['changed_by'])}. Wat u "
            "instelde, staat hieronder nog."
        )
        for title in dict.fromkeys([*theirs, *mine]):
            one, two = theirs.get(title, "leeg"), mine.get(title, "leeg")
            if one != two:
                st.markdown(f"{title}: hun versie **{plain(one)}**, de uwe **{plain(two)}**")
        with st.container(horizontal=True):
            st.button(
                "Verder met de mijne", on_click=forces_draft.keep_mine, args=(partner, versions)
            )
            st.button(
                "Hun versie overnemen",
                on_click=forces_draft.begin,
                args=(partner, other, versions),
                kwargs={"in_place": True},
            )
