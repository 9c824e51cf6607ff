"""When the last good backup was, one now, and how to put one back."""

from pathlib import Path

import pyarrow as pa
import streamlit as st

from core.wording import local_moment, number, plain
from data.backup import REASONS, Backup, backups, folder_of
from data.store import Row
from pages.shared import allowed, making, rows
from pages.shared.backing_up import guard
from pages.shared.failure import show_failure
from pages.shared.opened import may_change

COLUMNS = {
    "number": "Nummer",
    "when": "Gemaakt",
    "why": "Wanneer",
    "partnerships": "Samenwerkingen",
    "size": "Grootte",
}
_KEY, _ASKED = "back_up", "back_up_gevraagd"
_RESTORING = """
1. Stop de app: niemand kan dan iets wijzigen.
2. Geef in een terminal, in de map van het programma, de opdracht hieronder. Zonder nummer is het de
   laatste back-up; `--list` toont ze alle. Een kopie van een back-up elders zet u terug met de naam
   van de map.
3. Start de app weer. Wat er stond, blijft bewaard naast het gegevensbestand; de opdracht zegt waar.
"""


def show() -> None:
    """The backups of the store, the latest first."""
    st.subheader("Back-ups", anchor=False)
    guarding = guard()
    path = guarding.store.path
    if path is None or not may_change():
        st.caption("Van deze gegevens worden hier geen back-ups gemaakt.")
        return
    above, asked = st.container(), st.session_state.get(_ASKED, 0)
    if made := making.made(_KEY, asked):
        st.success(f"Gemaakt en nagelezen: {made.described()}.", icon=":material/check_circle:")
    there = backups(folder_of(path))
    with above:  # what was made meanwhile is the last one
        _say_last(there, guarding.hours)
        if guarding.failure:
            show_failure(guarding.failure)
        allowed.button(
            "Nu een back-up maken",
            icon=":material/backup:",
            on_click=_begin,
            disabled=making.is_busy(_KEY, asked),
        )
    if there:
        drawn = pa.Table.from_pylist([_drawn(one) for one in there])
        rows.table(drawn, COLUMNS, alt="De back-ups die er zijn")
    _say_where(folder_of(path))


def _begin() -> None:
    asked = st.session_state[_ASKED] = st.session_state.get(_ASKED, 0) + 1
    make = guard().make
    making.start(
        _KEY,
        asked,
        lambda step: make("hand", lambda share: step("De tabellen worden weggeschreven", share)),
    )


def _say_last(there: list[Backup], hours: float) -> None:
    often = (
        f"Er komt er vanzelf een bij het starten, elke {number(hours)} uur, vóór het bijwerken van "
        "het programma en vóór grote wijzigingen."
        if hours
        else "Er worden er vanzelf geen gemaakt, alleen vóór het bijwerken van het programma."
    )
    if not there:
        st.warning(f"Er is nog geen goede back-up. {often}", icon=":material/warning:")
        return
    st.markdown(f"De laatste goede back-up is **{plain(there[0].described())}**. {often}")


def _say_where(folder: Path) -> None:
    st.caption(
        f"Ze staan in de map {plain(str(folder))}. Een schijf kan stukgaan: kopieer die map "
        "geregeld naar een andere plaats. Een back-up bevat alles, ook de namen van personen."
    )
    with st.expander("Een back-up terugzetten", icon=":material/settings_backup_restore:"):
        st.markdown(_RESTORING)
        st.code("python -m data restore", language=None)


def _drawn(one: Backup) -> Row:
    return {
        "number": one.manifest.number,
        "when": local_moment(one.manifest.made_at),
        "why": REASONS.get(one.manifest.reason, one.manifest.reason),
        "partnerships": one.partnerships,
        "size": f"{number(one.size / 1e6, 1)} MB",
    }
