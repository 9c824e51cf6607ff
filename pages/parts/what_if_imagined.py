"""The imagined partnerships of a scenario: those that are there, and one more."""

from typing import Any

import streamlit as st

from core.alignment import JUDGEMENTS, NOT_JUDGED
from core.filters import Filters
from core.scenario import MOST_IMAGINED, Imagined, Scenario, read_imagined
from core.values import several
from core.wording import amount, counted, enumerated, plain
from data import choices, goal_sets
from data.errors import InputRefused
from pages.parts.what_if_stored import write
from pages.shared import by_name, done
from pages.shared.opened import result

Row = dict[str, Any]


def show(row: Row, filters: Filters) -> None:
    """What is imagined, and a form for one more."""
    content: Scenario = row["content"]
    libraries = {one["id"]: one for one in result(choices.libraries)}
    for at, one in enumerate(content.imagined):
        with st.container(horizontal=True, vertical_alignment="center"):
            where = libraries.get(one.library, {}).get("name", "bibliotheek bestaat niet meer")
            st.markdown(f"**{plain(one.name)}** · {plain(where)} · {_imagined(one)}")
            st.button(
                "Haal weg",
                icon=":material/delete:",
                key=f"weg_{row['id']}_{at}",
                on_click=_forget,
                args=(row, one),
            )
    served = {id_: one["name"] for id_, one in libraries.items() if one["gemeenten"]}
    if not served:
        st.caption("Leg eerst op Gegevens het werkgebied van een bibliotheek vast.")
        return
    themes = {one["code"]: one for one in result(choices.themes)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        library = by_name.choose("Bibliotheek", "nieuw_bibliotheek", served, width=320)
        labels = {code: one["label"] for code, one in themes.items()}
        theme = by_name.choose("Thema", "nieuw_thema", labels, width=320)
    if library is None or theme is None:
        st.caption("Kies een bibliotheek en een thema voor een denkbeeldige samenwerking.")
        return
    _form(row, libraries[library], themes[theme], filters)


def _forget(row: Row, one: Imagined) -> None:
    write(row, lambda now: now.forgetting(one.name, one.library))


def _imagined(one: Imagined) -> str:
    parts = ["uren niet ingevuld" if one.hours is None else f"{amount(one.hours)} uur"]
    if one.budget:
        parts.append(f"€ {amount(one.budget)}")
    if one.locations:
        parts.append(counted(one.locations, "locatie", "locaties"))
    goals = [f"{goal} {value}" for goal, value in one.contributions.items() if value]
    return " · ".join([*parts, *([enumerated(goals, 8)] if goals else [])])


def _form(row: Row, library: Row, theme: Row, filters: Filters) -> None:
    """The imagined partnership; what is typed stays when it is refused."""
    gemeenten = {one["code"]: one["name"] for one in result(choices.gemeenten)}
    prefix = f"nieuw_{row['id']}_{library['id']}_{theme['code']}"
    by_location = theme["population"] != "gemeenten"
    sets = result(goal_sets.goal_sets, library["id"], filters.measure_date)
    goals = next(one["goals"] for one in sets if one["holds"])
    with st.form(prefix):
        st.text_input("Naam", key=f"{prefix}_naam", max_chars=200)
        st.multiselect(
            "Gemeenten",
            [code for code in library["gemeenten"] if code in gemeenten],
            key=f"{prefix}_gemeenten",
            format_func=lambda code: gemeenten[code],
            placeholder="Kies gemeenten",
        )
        st.text_input(
            "Partners",
            key=f"{prefix}_partners",
            placeholder="Meer dan één: scheid ze met een puntkomma",
            max_chars=1000,
        )
        with st.container(horizontal=True):
            st.number_input(
                "Uren per jaar",
                value=None,
                placeholder="niet ingevuld",
                step=10.0,
                format="%0.0f",
                key=f"{prefix}_uren",
                width=170,
            )
            st.number_input(
                "Budget per jaar (€)",
                value=None,
                placeholder="niet ingevuld",
                step=100.0,
                format="%0.0f",
                key=f"{prefix}_budget",
                width=170,
            )
            if by_location:
                st.number_input(
                    "Locaties erbij",
                    value=0,
                    key=f"{prefix}_locaties",
                    width=170,
                    help=f"Hoeveel {theme['population']} zij bereikt die nog niemand bereikt.",
                )
        st.markdown("**Bijdragen aan de doelen**")
        with st.grid(4, min_column_width=200, gap="small"):
            for goal in goals:
                st.selectbox(
                    plain(f"{goal['code']} {goal['label']}"),
                    [NOT_JUDGED, *JUDGEMENTS],
                    key=f"{prefix}_{goal['code']}",
                )
        st.form_submit_button(
            "Voeg toe",
            type="primary",
            on_click=_add,
            args=(row, library, theme["code"], prefix, goals),
        )


def _add(row: Row, library: Row, theme: str, prefix: str, goals: list[Row]) -> None:
    given = {
        name: st.session_state.get(f"{prefix}_{name}")
        for name in ("naam", "gemeenten", "partners", "uren", "budget", "locaties")
    }
    judged = {goal["code"]: st.session_state.get(f"{prefix}_{goal['code']}") for goal in goals}
    one, wrong = read_imagined(
        {
            "name": given["naam"] or "",
            "library": library["id"],
            "theme": theme,
            "gemeenten": [
                code for code in given["gemeenten"] or [] if code in library["gemeenten"]
            ],
            "partners": several(given["partners"] or ""),
            "locations": given["locaties"] or 0,
            "hours": given["uren"],
            "budget": given["budget"],
            "contributions": {
                goal: JUDGEMENTS[word] for goal, word in judged.items() if word in JUDGEMENTS
            },
        }
    )
    if one is None:
        done.refuse(InputRefused("De samenwerking is niet toegevoegd", " ".join(wrong)))
        return
    if len(row["content"].imagined) >= MOST_IMAGINED:
        most = f"Een scenario kan er {MOST_IMAGINED} hebben. Haal er eerst een weg."
        done.refuse(InputRefused("De samenwerking is niet toegevoegd", most))
        return
    if write(row, lambda now: now.imagining(one)):
        for name in given:
            st.session_state.pop(f"{prefix}_{name}", None)
        for goal in goals:
            st.session_state.pop(f"{prefix}_{goal['code']}", None)
