"""One contribution: what was judged and why, and judging it anew."""

from typing import Any

import streamlit as st

from core.alignment import JUDGEMENTS, NOT_JUDGED, contribution
from core.wording import number, plain
from data import contributions
from pages.shared import by_name, done, rows
from pages.shared.failure import failing_softly
from pages.shared.opened import result, store

PARTNERSHIP, GOAL = "doel_samenwerking", "doel_doel"
# What was judged last may stand among the others no more: judging moves it.
JUDGED = "laatst_beoordeeld"
CHOICES = [NOT_JUDGED, *JUDGEMENTS]


def remember(cell: dict[str, Any]) -> None:
    """Take the clicked cell as what is judged."""
    if cell and cell["key"] is not None:
        st.session_state[PARTNERSHIP] = int(cell["key"])
        st.session_state[GOAL] = cell["column"]


def show(partnerships: list[dict[str, Any]], goals: list[dict[str, Any]], matching: int) -> None:
    """The chosen cell, by a click or by name, and its form.

    `partnerships` are those that can be chosen, out of so many `matching`.
    """
    names = _names(partnerships)
    st.markdown("**De bijdrage achter een cel.** Klik op een cel, of kies hier.")
    if len(partnerships) < matching:
        st.caption(
            f"De lijst noemt de eerste {number(len(partnerships))} van {number(matching)} "
            "samenwerkingen; zoek hierboven op naam of bibliotheek om een andere te kiezen."
        )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = by_name.choose("Samenwerking", PARTNERSHIP, names, width=320)
        own = _goals_of(chosen, partnerships, goals)
        labels = {
            row["goal"]: f"{row['goal']} {row['label']}" for row in goals if row["goal"] in own
        }
        goal = by_name.choose("Doel", GOAL, labels, width=320)
    if chosen is None or goal is None:
        return
    found = result(contributions.partnership, chosen)
    if found is None:
        return
    with st.container(border=True), failing_softly():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{plain(names[chosen])}** en **{plain(labels[goal])}**", width="stretch")
            rows.record_link(chosen)
        _form(found, goal)


def _goals_of(
    chosen: int | None, partnerships: list[dict[str, Any]], goals: list[dict[str, Any]]
) -> set[str]:
    """The goals of the library of the chosen partnership; all while none is chosen."""
    row = next((row for row in partnerships if row["id"] == chosen), None)
    return {one["goal"] for one in (row["contributions"] if row else goals)}


def _names(partnerships: list[dict[str, Any]]) -> dict[int, str]:
    """What can be chosen, with what was judged last as long as that stays chosen."""
    names = {row["id"]: f"{row['name']} ({row['library']})" for row in partnerships}
    last = st.session_state.get(JUDGED)
    if last is not None and last == st.session_state.get(PARTNERSHIP) and last not in names:
        found = result(contributions.partnership, last)
        return names | ({last: found["name"]} if found else {})
    return names


def _form(row: dict[str, Any], goal: str) -> None:
    known: dict[str, Any] = next((one for one in row["contributions"] if one["goal"] == goal), {})
    # Another form for another cell or version, so that no value stays behind.
    with st.form(f"bijdrage_{row['id']}_{goal}_{row['version']}", border=False):
        expected = st.segmented_control(
            "Verwachte bijdrage", CHOICES, default=contribution(known.get("value")), required=True
        )
        realised = st.segmented_control(
            "Gerealiseerde bijdrage",
            CHOICES,
            default=contribution(known.get("realised")),
            required=True,
        )
        st.caption(
            "In de cijfers telt de verwachte bijdrage; de gerealiseerde staat ernaast om te "
            "vergelijken."
        )
        reason = st.text_area(
            "Reden", value=known.get("reason") or "", max_chars=contributions.REASON_LENGTH
        )
        if st.form_submit_button("Opslaan", type="primary", icon=":material/save:"):
            batch = contributions.judge(
                store(),
                row["id"],
                row["version"],
                goal,
                JUDGEMENTS.get(str(expected)),
                "app",
                realised=JUDGEMENTS.get(str(realised)),
                reason=reason,
            )
            st.session_state[JUDGED] = row["id"]
            done.remember(
                f"De bijdrage van {plain(row['name'])} aan {plain(goal)} is opgeslagen.",
                batch,
                in_sight=False,
            )
            st.rerun()
