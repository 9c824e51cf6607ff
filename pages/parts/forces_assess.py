"""Assessing a partner with sliders beside the chart; saving is explicit and can be undone."""

from typing import Any

import streamlit as st

from core.filters import today
from core.forces import SIGNS, STANCES, Assessment, approach, is_outdated
from core.wording import counted, long_date, plain
from data import forces
from pages.shared import by_name, done
from pages.shared.opened import recorded, store

Row = dict[str, Any]
PARTNER = "kracht_partner"
SLIDERS = {
    "influence": ("Invloed", 3),
    "interest": ("Belang", 3),
    "brings": ("Brengt", 3),
    "asks": ("Vraagt", 3),
}
TEXTS = {
    "of_person": "Belang van de persoon",
    "of_organisation": "Belang van de organisatie",
    "shared": "Gedeeld belang",
    "bringing": "Wat brengt deze partner?",
    "wanting": "Wat wil deze partner?",
    "note": "Notitie",
}
OFFERED = 5


def show(found: list[Row]) -> Assessment | None:
    """The form of the chosen partner; what it says now, saved or not."""
    names = {
        one["id"]: f"{one['name']} ({one['gemeente_name']})"
        if one["gemeente_name"]
        else one["name"]
        for one in found
    }
    chosen = by_name.choose("Partner", PARTNER, names, width=420)
    if chosen is None:
        st.caption("Kies een partner om te zien of vast te leggen hoe deze erin staat.")
        return None
    row = next(one for one in found if one["id"] == chosen)
    key = f"kracht_{chosen}"
    held = recorded(forces.assessments, chosen)
    _begin(key, held[0] if held else None)
    # What is saved later replaces only what was there when the sliders were set.
    seen = st.session_state.setdefault(
        f"{key}_versions", {one["id"]: one["version"] for one in held}
    )
    draft = _form(key, chosen)
    same = next((one for one in held if one["content"].day == draft.day), None)
    if same:
        st.caption(f"Er is al een inschatting van {long_date(draft.day)}: opslaan wijzigt haar.")
    st.button(
        "Inschatting opslaan",
        type="primary",
        on_click=_save,
        args=(row["name"], draft, same and (same["id"], seen.get(same["id"]))),
    )
    st.markdown(f"Aanpak: **{approach(draft.influence, draft.interest)}**")
    st.page_link(
        "pages/influence_styles.py", label="Welke stijl past hier?", icon=":material/forum:"
    )
    return draft


def _begin(key: str, last: Row | None) -> None:
    """The sliders start where the last assessment stands."""
    content = last["content"] if last else None
    for field, (_, usual) in SLIDERS.items():
        st.session_state.setdefault(f"{key}_{field}", getattr(content, field, usual))
    st.session_state.setdefault(f"{key}_stance", getattr(content, "stance", 0))
    for field in TEXTS:
        st.session_state.setdefault(f"{key}_{field}", getattr(content, field, ""))
    st.session_state.setdefault(f"{key}_day", today())
    st.session_state.setdefault(f"{key}_by", "")


def _form(key: str, partner: int) -> Assessment:
    given: dict[str, Any] = {
        field: st.slider(label, 1, 5, key=f"{key}_{field}") for field, (label, _) in SLIDERS.items()
    }
    given["stance"] = st.select_slider(
        "Houding",
        list(SIGNS),
        key=f"{key}_stance",
        format_func=lambda one: f"{SIGNS[one]} {STANCES[one]}",
    )
    with st.expander("Belangen, brengen en willen"):
        for field, label in TEXTS.items():
            given[field] = st.text_area(label, key=f"{key}_{field}", max_chars=2_000, height=80)
    day: Any = st.date_input("Dag", format="DD-MM-YYYY", key=f"{key}_day", max_value=today())
    by = st.text_input("Door wie (mag leeg)", key=f"{key}_by", max_chars=200)
    return Assessment(partner=partner, day=day or today(), by=by.strip(), **given)


def _save(name: str, draft: Assessment, same: tuple[int, int | None] | None) -> None:
    id_, version = same or (None, None)
    seen = (id_, version) if id_ is not None and version is not None else None
    batch = done.doing(lambda: forces.assess(store(), name, draft, "app", seen))
    # Done or refused: from here on what there is now has been seen.
    st.session_state.pop(f"kracht_{draft.partner}_versions", None)
    if batch:
        done.remember(f"De inschatting van {plain(name)} is opgeslagen.", batch)


def missing(found: list[Row]) -> None:
    """The partners without a picture or with an old one, most hours first, one click away."""
    absent = [one for one in found if not one["day"] or is_outdated(one["day"], today())]
    if not absent:
        return
    st.subheader("Nog geen of een oud beeld", anchor=False)
    st.caption(
        f"{counted(len(absent), 'partner', 'partners')}; waar de meeste uren in gaan staan voorop."
    )
    with st.container(horizontal=True):
        for one in absent[:OFFERED]:
            st.button(
                plain(one["name"]), key=f"inschatten_{one['id']}", on_click=_pick, args=(one["id"],)
            )


def _pick(partner: int) -> None:
    st.session_state[PARTNER] = partner


def history(partner: int | None) -> None:
    """The assessments of the chosen partner, newest first."""
    held = recorded(forces.assessments, partner) if partner else []
    if not held:
        return
    st.subheader("Eerdere inschattingen", anchor=False)
    for row in held:
        one: Assessment = row["content"]
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"**{long_date(one.day)}** · invloed {one.influence} · belang {one.interest} · "
                f"houding {SIGNS[one.stance]} · {approach(one.influence, one.interest).lower()}"
                + (f" · {plain(one.by)}" if one.by else ""),
                width="stretch",
            )
            st.button(
                "Verwijderen", key=f"inschatting_weg_{row['id']}", on_click=_remove, args=(row,)
            )


def _remove(row: Row) -> None:
    batch = done.doing(lambda: forces.remove_assessment(store(), row["id"], row["version"], "app"))
    if batch:
        done.remember(f"De inschatting van {plain(row['name'])} is verwijderd.", batch)
