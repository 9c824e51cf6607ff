"""The fields of the form of a partnership, in the order in which people think of them."""

from datetime import date
from typing import Any

import streamlit as st

from core.filters import today
from core.partnership_edit import ENDED
from core.wording import plain
from data import choices, form_choices
from pages.parts.partnership_opened import AGREEMENT, Form, options_with
from pages.shared.opened import result, sees_all


def what_and_with_whom(form: Form, partners: dict[Any, str]) -> None:
    words = result(form_choices.words)
    form.draw("name", st.text_input)
    libraries = {row["id"]: row["name"] for row in result(choices.libraries)}
    if form.is_new:
        may_add = sees_all()
        form.select(
            "library", list(libraries), libraries,
            "Kies een bibliotheek, of typ een nieuwe" if may_add else "Kies een bibliotheek",
            accept_new_options=may_add,
        )  # fmt: skip
        if isinstance(form.value("library"), str) and _only_example():
            st.warning(
                "Een eigen bibliotheek neemt de plaats in van het voorbeeld: bij het opslaan "
                "verdwijnen de voorbeeldgegevens, met alles wat u daarbij opschreef.",
                icon=":material/science:",
            )
    form.several(
        "partners",
        list(partners),
        partners,
        "Kies partners, of typ een nieuwe naam en kies onderaan “Voeg toe”",
        accept_new_options=True,
    )
    new_partners(form)
    form.several("themes", list(words["theme"]), words["theme"], "Kies thema’s")
    form.several(
        "programmes",
        list(words["programme"]),
        {},
        "Kies programma’s, of typ een eigen",
        accept_new_options=True,
    )


def _only_example() -> bool:
    return any(row["is_example"] for row in result(choices.libraries))


def new_partners(form: Form) -> None:
    """For partners that are typed: what they are, and where."""
    typed = [one for one in form.value("partners") or () if isinstance(one, str)]
    if not typed:
        return
    types = result(form_choices.words)["partner_type"]
    gemeenten = {row["code"]: row["searched"] for row in result(choices.gemeenten)}
    many = "Nieuwe partners" if len(typed) > 1 else "Nieuwe partner"
    st.caption(f"{many}: {plain(', '.join(typed))}. Is een naam al bekend, dan is het die partner.")
    with st.container(horizontal=True):
        form.draw(
            "new_type", st.selectbox, list(types), index=None, label="Soort nieuwe partner",
            placeholder="Kies een soort",
        )  # fmt: skip
        form.draw(
            "new_gemeente", st.selectbox, list(gemeenten), index=None,
            label="Gemeente nieuwe partner", placeholder="Kies een gemeente",
            format_func=lambda code: gemeenten[code],
        )  # fmt: skip


def where(form: Form) -> None:
    names = {row["code"]: row["searched"] for row in result(choices.gemeenten)}
    libraries = {row["id"]: row["gemeenten"] for row in result(choices.libraries)}
    served = libraries.get(form.library, [])
    others = [code for code in names if code not in served]
    form.several("gemeenten", [*served, *others], names, "Leeg: het hele werkgebied")
    outside = [code for code in form.value("gemeenten") or () if served and code not in served]
    if outside:
        where_ = plain(", ".join(names.get(code, code) for code in outside))
        st.caption(f"{where_} komt bij het werkgebied van de bibliotheek.")
    gemeenten = tuple(form.value("gemeenten") or served)
    found = result(form_choices.locations_within, tuple(form.value("themes") or ()), gemeenten)
    labels = {
        row["id"]: f"{row['name']} · {row['place'] or names.get(row['gemeente'], '')} ({row['id']})"
        for row in found
    }
    if not labels and not form.value("locations"):
        st.caption("Kies thema en gemeente; is er een register geladen, kies dan hier locaties.")
        return
    form.several("locations", list(labels), labels, "Zoek op naam, plaats of nummer")
    if len(found) == form_choices.MOST:
        st.caption("Dit zijn er meer dan hier passen: kies eerst een gemeente.")


def status_and_days(form: Form) -> None:
    words = result(form_choices.words)
    with st.container(horizontal=True):
        form.select("status", list(words["status"]), words["status"], "Kies een status")
        if not form.is_new and form.value("status") != form.base["status"]:
            form.day("since", label="Sinds", help="Vanaf welke dag deze status geldt.")
        form.day("start_date")
        form.day("end_date")
        form.day("evaluation_date")
    if form.value("status") == ENDED:
        form.draw(
            "ended_reason", st.text_input, placeholder="bij de partner geen uren meer",
        )  # fmt: skip


def agreed(form: Form) -> None:
    words = result(form_choices.words)
    with st.container(horizontal=True):
        form.select("form", list(words["form"]), {}, "Kies een vorm")
        form.select("level", list(words["level"]), {}, "Kies een niveau")
    with st.container(horizontal=True):
        form.draw("agreement", st.segmented_control, list(AGREEMENT), width=180)
        if form.value("agreement") == "Ja":
            form.day("agreement_date", help="De dag van ondertekening.", width=220)
    with st.container(horizontal=True):
        known = result(form_choices.owners, form.library or 0)
        form.draw(
            "owner", st.selectbox,
            options_with([row["owner"] for row in known], form.value("owner")),
            index=None, accept_new_options=True, placeholder="Kies of typ een naam of functie",
        )  # fmt: skip
        form.draw("hours", st.text_input, placeholder="bijvoorbeeld 120", width=180)
        form.draw("budget", st.text_input, placeholder="bijvoorbeeld 2.500", width=180)


def results(form: Form) -> None:
    for field in ("intended_result", "actual_result", "note"):
        form.draw(field, st.text_area, height=90)


def since(form: Form) -> date | None:
    """The day on which a changed status began: of an end the day that was typed, else today."""
    if form.is_new or form.value("status") == form.base["status"]:
        return None
    if chosen := form.value("since"):
        found: date = chosen
        return found
    end: date | None = form.value("end_date")
    if form.value("status") == ENDED and end and end != form.base["end_date"]:
        return end
    return today()
