"""After the reveal: where people differ in a way that matters, and what they agree on."""

from collections.abc import Iterable
from typing import Any, Literal

import pyarrow as pa
import streamlit as st

from core.decision import Cell
from core.verdict_wording import agreement_in_words, finding
from core.wording import counted, local_moment, plain
from data import sessions
from pages.parts import consideration_group
from pages.parts import consideration_state as state
from pages.parts.consideration_code import joining, late
from pages.parts.consideration_discuss import discuss, named, short, take_over
from pages.parts.consideration_group import Group
from pages.shared import allowed, done, rows
from pages.shared.opened import store

# As many as a group can talk about; the rest is folded.
FIRST = 6
Row = dict[str, Any]


def show(now: state.State, running: Row) -> None:
    """The cells that matter first, the rest folded; then another round or the end."""
    group = consideration_group.revealed(now.table, running["id"], running["round"])
    with st.container(horizontal=True, vertical_alignment="center"):
        said = f"Ronde {running['round']}: de scores naast elkaar"
        st.subheader(said, anchor=False, width="stretch")
        late(joining(running["code"]))
    if group is None:
        st.info(
            "Niemand gaf een score van 1 tot 5: alles is leeg of *weet niet*. Begin een nieuwe "
            "ronde, of bespreek eerst wie het kan uitzoeken."
        )
    else:
        before, old = _before(now, running), _old(now, running)
        st.markdown(_said(now, group))
        if old:
            many = counted(len(old), "score", "scores")
            st.info(f"Er staan nog {many} van vóór deze sessie. Ze tellen mee tot u ze vervangt.")
        if before:
            _shifted(now, before, group)
        for cell in group.matters[:FIRST]:
            discuss(now, group, before, cell, is_old=cell in old)
        if later := group.matters[FIRST:]:
            with st.expander(f"Nog {counted(len(later), 'cel', 'cellen')} om te bespreken"):
                for cell in later:
                    discuss(now, group, before, cell, is_old=cell in old)
        _rest(now, group, before, old)
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


def _old(now: state.State, running: Row) -> set[Cell]:
    """The cells with a score that was given before the session."""
    return {
        (one["option"], one["criterion"])
        for one in now.cells
        if one["score"] is not None and one["score_at"] < running["opened_at"]
    }


def _said(now: state.State, group: Group) -> str:
    many = len(group.spreads)
    said = [agreement_in_words(group.agreement, group.raters)]
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
        f"{plain(named(now, cell))}: mediaan {short(was.median)} → {short(one.median)}, "
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


def _rest(now: state.State, group: Group, before: Group | None, old: set[Cell]) -> None:
    rest = [cell for cell in group.spreads if cell not in group.matters]
    empty = len(now.table.options) * len(now.table.criteria) - len(group.spreads)
    if empty:
        st.caption(
            f"Van {counted(empty, 'cel', 'cellen')} gaf niemand een score van 1 tot 5. Wat u daar "
            "afspreekt, vult u in bij *Scoren*."
        )
    if not rest:
        return
    with st.expander(f"De overige {counted(len(rest), 'cel', 'cellen')}"):
        _table(now, group, before, rest)
    # What was agreed in this session stays, also that something is unknown.
    open_ = [cell for cell in rest if cell not in now.scores or cell in old]
    middles = {cell: group.spreads[cell].median for cell in open_}
    whole = {cell: str(int(one)) for cell, one in middles.items() if one == int(one)}
    if halves := [cell for cell in open_ if cell not in whole]:
        # Which way a half goes can turn the outcome: that is for people to say.
        many = counted(len(halves), "cel", "cellen")
        with st.expander(f"Kies zelf: in {many} ligt de mediaan tussen twee scores"):
            for cell in _ordered(now, halves):
                discuss(now, group, before, cell, is_old=cell in old)
    if whole:
        replaced = sum(cell in old for cell in whole)
        allowed.button(
            f"Neem de mediaan over in {counted(len(whole), 'overige cel', 'overige cellen')}",
            icon=":material/done_all:",
            help=f"Dat vervangt {counted(replaced, 'score', 'scores')} van vóór deze sessie."
            if replaced
            else "Alleen waar nog geen score is afgesproken.",
            on_click=take_over,
            args=(now, whole),
        )


def _table(now: state.State, group: Group, before: Group | None, cells: Iterable[Cell]) -> None:
    shown = [
        {
            "cell": named(now, cell),
            "count": one.count,
            "median": one.median,
            "spread": f"{one.low}–{one.high}",
            "before": before.spreads[cell].median if before and cell in before.spreads else None,
            "agreed": _word(now.scores, cell),
            "notes": " · ".join(group.notes.get(cell, ())),
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
        "notes": "Toelichting",
    }
    if not before:
        columns.pop("before")
    rows.table(pa.Table.from_pylist(shown), columns, alt="Spreiding van de scores per cel")


def _word(scores: dict[Cell, int | None], cell: Cell) -> str:
    if cell not in scores:
        return ""
    score = scores[cell]
    return "weet niet" if score is None else str(score)


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
    with st.container(horizontal=True, vertical_alignment="center"):
        if running["round"] < sessions.MOST_ROUNDS:
            allowed.button(
                f"Ronde {running['round'] + 1} beginnen",
                icon=":material/replay:",
                on_click=_begin,
                args=(running,),
            )
        close_button(running, "primary")


def _begin(seen: Row) -> None:
    """A round that another leader began meanwhile has begun: that needs no message."""
    running = sessions.session(store(), seen["id"])
    if running is None or running["round"] == seen["round"]:
        done.doing(lambda: sessions.next_round(store(), seen["id"], seen["round"]))


def close_button(running: Row, kind: Literal["primary", "secondary"] = "secondary") -> None:
    """Asks first: what was not shown yet stays unseen for ever."""
    with st.popover("Sessie sluiten", icon=":material/stop_circle:", type=kind):
        st.markdown(
            "Deelnemers kunnen dan niet meer scoren."
            if running["revealed"]
            else "Deelnemers kunnen dan niet meer scoren. Wat zij in deze ronde gaven, is niet "
            "getoond en blijft ongezien."
        )
        allowed.button(
            "Ja, sluit de sessie",
            type="primary",
            key=f"sluiten_{running['id']}_{running['round']}_{running['revealed']}",
            on_click=_close,
            args=(running,),
        )


def _close(seen: Row) -> None:
    running = sessions.session(store(), seen["id"])
    if running is not None and running["running"]:
        done.doing(lambda: sessions.close_session(store(), seen["id"], "app"))
