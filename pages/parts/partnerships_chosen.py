"""What can be done with the partnerships that were chosen in the table."""

from typing import Any

import pyarrow as pa
import streamlit as st

from core.bulk_change import TITLES, BulkChange, Effect
from core.filters import Filters, today
from core.partnership import NAME_LENGTH, REASON_LENGTH
from core.partnership_edit import ENDED, LABELS
from core.wording import counted, number, plain
from data import bulk, editing, form_choices
from data.errors import StoreError
from data.partnership_list import partnership_list
from pages.parts import partnership_state
from pages.shared import allowed, done, rows
from pages.shared.failure import show_failure
from pages.shared.opened import result, store

Row = dict[str, Any]
Asked = tuple[Filters, str, str, bool]


def show(chosen: list[Row], total: int, asked: Asked) -> None:
    """Nothing chosen: what choosing is for. One: open it. More: change them together."""
    if not chosen:
        st.caption(
            "Kies rijen om ze te openen, te wijzigen of naar de prullenbak te brengen. Met het "
            "toetsenbord: Shift en spatie."
        )
        return
    every = False
    if len(chosen) < total:
        every = st.checkbox(f"Kies alle {number(total)} die gevonden zijn", key="sw_alle")
    versions = _all(asked) if every else {one["id"]: one["version"] for one in chosen}
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(versions) == 1:
            allowed.button(
                f"Bewerk {plain(chosen[0]['name'])}", icon=":material/edit:",
                on_click=partnership_state.open_for, args=(chosen[0]["id"],),
            )  # fmt: skip
        many = counted(len(versions), "samenwerking", "samenwerkingen")
        if len(versions) > bulk.MOST:
            st.caption(f"Wijzig er ten hoogste {number(bulk.MOST)} tegelijk: filter verder.")
            return
        if allowed.button(f"Wijzig {many} tegelijk", icon=":material/checklist:"):
            _change(versions)
        allowed.button(
            "Naar de prullenbak", icon=":material/delete:", on_click=_remove, args=(versions,)
        )


def _all(asked: Asked) -> dict[int, int]:
    found = result(partnership_list, *asked)
    return dict(zip(found["id"].to_pylist(), found["version"].to_pylist(), strict=True))


def _remove(versions: dict[int, int]) -> None:
    batch = done.doing(lambda: editing.remove_partnerships(store(), versions, "app"))
    if batch:
        many = counted(len(versions), "samenwerking ligt", "samenwerkingen liggen")
        done.remember(f"{many} nu in de prullenbak.", batch, in_sight=False)


@st.dialog("Samenwerkingen tegelijk wijzigen", width="large")
def _change(versions: dict[int, int]) -> None:
    """What to change, then what that does, then doing it."""
    change = _asked()
    if change is None:
        return
    try:
        effects = bulk.bulk_effects(store(), versions, change)
    except StoreError as error:
        show_failure(error)
        return
    changing = [one for one in effects if one.changes]
    refused = [one for one in effects if one.refused]
    st.markdown(_finding(len(effects), len(changing), len(refused)))
    _preview([*refused, *changing])
    if changing and allowed.button(f"Wijzig {number(len(changing))}", type="primary"):
        batch = done.doing(lambda: bulk.bulk_change(store(), versions, change, "app"))
        if batch:
            many = counted(len(changing), "samenwerking is", "samenwerkingen zijn")
            done.remember(f"{many} gewijzigd.", batch, in_sight=False)
        st.rerun()


def _asked() -> BulkChange | None:
    words = result(form_choices.words)
    what = st.selectbox(
        "Wat", list(TITLES), format_func=TITLES.__getitem__, index=None, key="sw_samen_wat",
        placeholder="Kies wat er verandert",
    )  # fmt: skip
    if what is None:
        return None
    if what == "owner":
        owner = st.text_input(LABELS["owner"], key="sw_samen_eigenaar", max_chars=NAME_LENGTH)
        empty = st.checkbox("Eigenaar leegmaken", key="sw_samen_leeg")
        return BulkChange("owner", None if empty else owner.strip()) if owner or empty else None
    if what == "status":
        status = st.selectbox(
            "Status", list(words["status"]), index=None, key="sw_samen_status",
            format_func=words["status"].__getitem__, placeholder="Kies een status",
        )  # fmt: skip
        since = st.date_input("Sinds", value=today(), format="DD-MM-YYYY", key="sw_samen_sinds")
        reason = None
        if status == ENDED:
            reason = st.text_input(
                "Waarom beëindigd", key="sw_samen_reden", max_chars=REASON_LENGTH
            )
        return BulkChange("status", status, since, reason) if status else None
    theme = st.selectbox(
        "Thema", list(words["theme"]), index=None, key="sw_samen_thema",
        format_func=words["theme"].__getitem__, placeholder="Kies een thema",
    )  # fmt: skip
    return BulkChange(what, theme) if theme else None


def _finding(asked: int, changing: int, refused: int) -> str:
    same = asked - changing - refused
    parts = [f"**{counted(changing, 'samenwerking wijzigt', 'samenwerkingen wijzigen')}**"]
    if same:
        parts.append(f"{number(same)} {'is' if same == 1 else 'zijn'} al zo")
    if refused:
        parts.append(f"bij {number(refused)} kan het niet (zie de reden)")
    return "; ".join(parts) + "."


def _preview(effects: list[Effect]) -> None:
    if not effects:
        return
    shown = [
        {"name": one.name, "before": one.before, "after": one.refused or one.after}
        for one in effects
    ]
    rows.table(
        pa.Table.from_pylist(shown),
        {"name": "Samenwerking", "before": "Nu", "after": "Wordt"},
        alt="Wat er verandert",
    )
