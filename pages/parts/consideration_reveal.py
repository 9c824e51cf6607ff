"""After the reveal: where people differ in a way that matters, and what they agree on."""

import secrets
from collections.abc import Iterable
from typing import Any

import pyarrow as pa
import streamlit as st

from core.decision import Cell, Spread
from core.score_edit import Edit
from core.verdict_wording import agreement_in_words, finding
from core.wording import counted, local_moment, number, plain
from data import scoring, sessions
from data.scoring import Place
from pages.parts import consideration_group
from pages.parts import consideration_state as state
from pages.parts.consideration_group import Group
from pages.shared import done, rows
from pages.shared.opened import store

# As many as a group can talk about; the rest is folded.
FIRST = 6
CHOICES = ("1", "2", "3", "4", "5", "?")
Row = dict[str, Any]


def show(now: state.State, running: Row) -> None:
    """The cells that matter first, the rest folded; then another round or the end."""
    group = consideration_group.revealed(now.table, running["id"], running["round"])
    st.subheader(f"Ronde {running['round']}: de scores naast elkaar", anchor=False)
    if group is None:
        st.caption("Niemand heeft in deze ronde een score gegeven.")
    else:
        before = _before(now, running)
        st.markdown(_said(now, group))
        if before:
            _shifted(now, before, group)
        for cell in group.matters[:FIRST]:
            _discuss(now, group, before, cell)
        if later := group.matters[FIRST:]:
            with st.expander(f"Nog {counted(len(later), 'cel', 'cellen')} om te bespreken"):
                for cell in later:
                    _discuss(now, group, before, cell)
        _rest(now, group, before)
    st.markdown(f"Met de afgesproken scores: **{plain(finding(now.found))}**")
    _buttons(running)


def closed(now: state.State, held: list[Row]) -> None:
    """The sessions that were held, and what the last one showed."""
    with st.expander(f"Eerdere sessies ({len(held)})"):
        for one in held:
            people = [person["name"] for person in sessions.roster(store(), one["id"])]
            said = counted(len(people), "deelnemer", "deelnemers")
            st.markdown(
                f"**{local_moment(one['opened_at'])}** · {said} · "
                f"{counted(one['round'], 'ronde', 'ronden')}  \n{plain(', '.join(people))}"
            )
    last = held[0]
    final = last["round"] if last["revealed"] else last["round"] - 1
    group = consideration_group.revealed(now.table, last["id"], final) if final else None
    if group:
        st.markdown("**Wat de laatste sessie liet zien**")
        _table(now, group, None, list(group.spreads))


def _before(now: state.State, running: Row) -> Group | None:
    if running["round"] == 1:
        return None
    return consideration_group.revealed(now.table, running["id"], running["round"] - 1)


def _said(now: state.State, group: Group) -> str:
    many = len(group.spreads)
    said = [agreement_in_words(group.agreement, len(group.names))]
    if group.matters:
        said.append(
            f"In **{len(group.matters)} van de {many}** cellen kan het verschil de uitkomst "
            "veranderen: bespreek die."
        )
    else:
        said.append(
            "Waar de groep verschilt, verandert dat de uitkomst niet: neem de medianen over."
        )
    return " ".join(filter(None, said))


def _shifted(now: state.State, before: Group, group: Group) -> None:
    moved = [
        f"{plain(_named(now, cell))}: mediaan {number(was.median, 1)} → {number(one.median, 1)}, "
        f"van {was.low}–{was.high} naar {one.low}–{one.high}"
        for cell, one in group.spreads.items()
        if (was := before.spreads.get(cell))
        and (was.median, was.low, was.high) != (one.median, one.low, one.high)
    ]
    if not moved:
        st.caption("Er is niets verschoven sinds de vorige ronde.")
        return
    with st.expander(f"Verschoven sinds de vorige ronde ({len(moved)})", expanded=len(moved) < 9):
        st.markdown("\n".join(f"- {line}" for line in moved))


def _discuss(now: state.State, group: Group, before: Group | None, cell: Cell) -> None:
    """One cell to talk about: who scored what is not shown, how many is."""
    criterion = next(one for one in now.table.criteria if one.code == cell[1])
    with st.container(border=True):
        st.markdown(f"**{plain(_named(now, cell))}**  \n{plain(criterion.question)}")
        given = group.given[cell]
        st.markdown(
            "| 1 | 2 | 3 | 4 | 5 |\n|:-:|:-:|:-:|:-:|:-:|\n|"
            + "|".join("●" * given.count(score) or " " for score in range(1, 6))
            + "|"
        )
        st.caption(_spoken(group.spreads[cell], before.spreads.get(cell) if before else None))
        for note in group.notes.get(cell, ()):
            st.caption(f":material/chat: {plain(note)}")
        _agree(now, cell)


def _spoken(one: Spread, was: Spread | None) -> str:
    said = (
        f"Mediaan {number(one.median, 1)}, van {one.low} tot {one.high}; de middelste helft tussen "
        f"{number(one.quartile_low, 1)} en {number(one.quartile_high, 1)} "
        f"({counted(one.count, 'score', 'scores')})."
    )
    if was:
        said += f" Vorige ronde: mediaan {number(was.median, 1)}, van {was.low} tot {was.high}."
    return said


def _agree(now: state.State, cell: Cell) -> None:
    key = f"afgesproken_{now.id}_{cell[0]}_{cell[1]}"
    stored = next((one for one in now.cells if (one["option"], one["criterion"]) == cell), None)
    # Filled from the store only when that holds something else than what was clicked here.
    if st.session_state.get(f"{key}_bron") != (stored and stored["score_id"]):
        st.session_state[key] = stored and stored["score"]
        st.session_state[f"{key}_bron"] = stored and stored["score_id"]
    st.segmented_control(
        "Afgesproken score",
        CHOICES,
        key=key,
        format_func=lambda one: "weet niet" if one == "?" else one,
        on_change=_agreed,
        args=(now, cell, key),
    )


def _agreed(now: state.State, cell: Cell, key: str) -> None:
    value = st.session_state.get(key)
    _write(now, {cell: value if value in CHOICES else None})


def _write(now: state.State, agreed: dict[Cell, str | None]) -> None:
    """What the leader records wins: it is said aloud in the room."""
    client = secrets.token_hex(8)
    ids = {(one["option"], one["criterion"]): one["score_id"] for one in _now(now)}
    edits = [
        Edit(f"{client}-{n}", cell[0], cell[1], "score", value, ids.get(cell) or 0)
        for n, (cell, value) in enumerate(agreed.items(), start=1)
    ]
    done.doing(lambda: scoring.enter(store(), Place(now.id), edits, "app"))


def _now(now: state.State) -> list[Row]:
    return scoring.cells(store(), Place(now.id))


def _rest(now: state.State, group: Group, before: Group | None) -> None:
    rest = [cell for cell in group.spreads if cell not in group.matters]
    if not rest:
        return
    with st.expander(f"De overige {counted(len(rest), 'cel', 'cellen')}"):
        _table(now, group, before, rest)
    open_ = [cell for cell in rest if now.scores.get(cell) is None]
    medians = {cell: str(int(group.spreads[cell].median)) for cell in open_}
    if medians:
        st.button(
            f"Neem de mediaan over in {counted(len(medians), 'overige cel', 'overige cellen')}",
            icon=":material/done_all:",
            help="Alleen waar nog geen score is afgesproken; een halve mediaan gaat naar beneden.",
            on_click=_write,
            args=(now, medians),
        )


def _table(now: state.State, group: Group, before: Group | None, cells: Iterable[Cell]) -> None:
    shown = [
        {
            "cell": _named(now, cell),
            "count": one.count,
            "median": one.median,
            "spread": f"{one.low}–{one.high}",
            "before": before.spreads[cell].median if before and cell in before.spreads else None,
            "agreed": _word(now.scores, cell),
        }
        for cell in _ordered(now, cells)
        for one in [group.spreads[cell]]
    ]
    columns = {
        "cell": "Criterium en optie",
        "count": "Scores",
        "median": "Mediaan",
        "spread": "Van–tot",
        "before": "Vorige mediaan",
        "agreed": "Afgesproken",
    }
    if not before:
        columns.pop("before")
    rows.table(pa.Table.from_pylist(shown), columns, alt="Spreiding van de scores per cel")


def _word(scores: dict[Cell, int | None], cell: Cell) -> str:
    if cell not in scores:
        return ""
    score = scores[cell]
    return "weet niet" if score is None else str(score)


def _named(now: state.State, cell: Cell) -> str:
    label = next(one.label for one in now.table.criteria if one.code == cell[1])
    return f"{label} · {now.table.named(cell[0])}" if len(now.table.options) > 1 else label


def _ordered(now: state.State, cells: Iterable[Cell]) -> list[Cell]:
    """In the order of the table: by criterion, then by option."""
    wanted = set(cells)
    return [
        (option.code, code)
        for code in now.table.codes
        for option in now.table.options
        if (option.code, code) in wanted
    ]


def _buttons(running: Row) -> None:
    with st.container(horizontal=True):
        st.button(
            f"Ronde {running['round'] + 1} beginnen",
            icon=":material/replay:",
            on_click=done.doing,
            args=(lambda: sessions.next_round(store(), running["id"], running["round"]),),
        )
        st.button(
            "Sessie sluiten",
            type="primary",
            icon=":material/stop_circle:",
            on_click=done.doing,
            args=(lambda: sessions.close_session(store(), running["id"], "app"),),
        )
