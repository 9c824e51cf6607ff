"""A scenario: choosing, making and managing it, with what it would do."""

from datetime import date
from typing import Any

import streamlit as st

from core.filters import Filters, today
from core.scenario import Scenario
from core.wording import amount, counted, enumerated, long_date, number, plain
from data import scenarios, what_if
from data.adopting import adopt_scenario, adoption
from pages.parts import what_if_changes, what_if_outcome
from pages.parts.what_if_stored import make
from pages.shared import allowed, done, linked
from pages.shared.opened import may_change, recorded, result, store

KEY, OTHER = "scenario", "vergelijk"
NAME = "scenario_naam"


def show(filters: Filters) -> None:
    """The chosen scenario, or how to start one."""
    found = {str(row["id"]): row for row in recorded(scenarios.scenarios)}
    names = {id_: row["name"] for id_, row in found.items()}
    if linked.unknown(KEY, names):
        st.warning(
            "Het scenario van deze link bestaat niet (meer): het is verwijderd of doorgevoerd, of "
            "de link klopt niet.",
            icon=":material/link_off:",
        )
    chosen, other = _chosen(names)
    if chosen is None:
        _nothing_chosen(filters)
        return
    row = found[chosen]
    pictures = what_if_outcome.pictures(filters, row, found[other] if other else None)
    what_if_outcome.headline(row["content"], pictures)
    what_if_changes.show(row, filters)
    what_if_outcome.details(pictures, filters)
    _manage(row)


def _chosen(names: dict[str, str]) -> tuple[str | None, str | None]:
    """The scenario, and the one that it is compared with."""
    if not names:
        return None, None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = linked.pick("Scenario", names, key=KEY, placeholder="Kies een scenario")
        others = {id_: name for id_, name in names.items() if id_ != chosen}
        other = None
        if chosen and others:
            other = linked.pick("Vergelijk met", others, key=OTHER, placeholder="Geen")
        if chosen and may_change():
            with st.popover("Nieuw scenario", icon=":material/add:"):
                _start()
    return chosen, other


def _nothing_chosen(filters: Filters) -> None:
    now = result(what_if.picture, filters)
    st.markdown(
        f"**{counted(now.partnerships, 'samenwerking', 'samenwerkingen')}** "
        f"{'vraagt' if now.partnerships == 1 else 'vragen'} nu **{amount(now.hours)} uur** per "
        f"jaar, met een doelbereik van **{number(now.reach, 1)} van de 100**. Een scenario laat "
        "zien wat daarvan verandert als samenwerkingen stoppen, meer of minder uren krijgen of "
        "erbij komen. Aan de echte portefeuille verandert niets, tot iemand het scenario doorvoert."
    )
    with st.container(border=True):
        st.markdown("**Begin een scenario**")
        _start()


def _start() -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Naam van het scenario",
            key=NAME,
            max_chars=200,
            placeholder="Bijvoorbeeld: 2027 met 10% minder uren",
            width=380,
        )
        allowed.button("Maken", type="primary", on_click=_make)


def _make() -> None:
    name = str(st.session_state.get(NAME) or "")
    made = done.doing(lambda: scenarios.make_scenario(store(), name, "app"))
    if made:
        linked.point(KEY, str(made[0]))
        st.session_state[NAME] = ""
        done.remember(f"Het scenario {plain(name)} is gemaakt.", made[1])


def _manage(row: dict[str, Any]) -> None:
    """Name, copy, removal, the link, and carrying it out."""
    content: Scenario = row["content"]
    st.subheader("Delen en beheren", anchor=False)
    st.caption("Wie deze link opent, ziet dit scenario met dezelfde filters.")
    st.code(linked.address(), language=None, wrap_lines=True)
    with st.container(horizontal=True):
        if may_change():
            with st.popover("Andere naam", icon=":material/edit:"):
                key = f"scenario_naam_{row['id']}_{row['version']}"
                st.text_input("Naam", row["name"], key=key, max_chars=200)
                st.button("Opslaan", on_click=_rename, args=(row, key))
        allowed.button("Kopie maken", icon=":material/content_copy:", on_click=_copy, args=(row,))
        allowed.button("Verwijderen", icon=":material/delete:", on_click=_remove, args=(row,))
        if allowed.button("Doorvoeren …", icon=":material/task_alt:", disabled=content.is_empty):
            _confirm(row)


def _rename(row: dict[str, Any], key: str) -> None:
    name = str(st.session_state.get(key) or "")
    batch = done.doing(
        lambda: scenarios.change_scenario(
            store(), row["id"], row["version"], name, row["content"], "app"
        )
    )
    if batch:
        done.remember(f"Het scenario heet nu {plain(name)}.", batch)


def _copy(row: dict[str, Any]) -> None:
    made = make(f"{row['name']} (kopie)", row["content"], "De kopie is gemaakt; u ziet haar nu.")
    if made:
        linked.point(KEY, str(made))


def _remove(row: dict[str, Any]) -> None:
    batch = done.doing(lambda: scenarios.remove_scenario(store(), row["id"], row["version"], "app"))
    if batch:
        linked.point(KEY, None)
        linked.point(OTHER, None)
        done.remember(f"Het scenario {plain(row['name'])} is verwijderd.", batch)


@st.dialog("Scenario doorvoeren?", width="medium")
def _confirm(row: dict[str, Any]) -> None:
    """What would happen to the real portfolio, before it does."""
    on: Any = st.date_input("Vanaf", today(), format="DD-MM-YYYY", key=f"doorvoeren_{row['id']}")
    day = on if isinstance(on, date) else today()
    what = adoption(store(), row["content"], day)
    st.markdown(
        "Dit wijzigt de **echte** portefeuille, ook buiten de filters:\n"
        f"- {_named(what.ends, 'wordt', 'worden')} beëindigd op {long_date(day)};\n"
        f"- {_named(what.shifts, 'krijgt', 'krijgen')} nu andere uren of een ander budget;\n"
        f"- {_named(what.begins, 'begint', 'beginnen')} met de status *verkenning*, zonder "
        "locaties: die vult u aan zodra er afspraken zijn.\n\n"
        "Het scenario verdwijnt daarna uit de lijst. Ongedaan maken kan, hier en op Gegevens."
    )
    with st.container(horizontal=True):
        if st.button(
            "Ja, voer door",
            type="primary",
            disabled=what.is_empty,
            on_click=_adopt,
            args=(row, day),
        ):
            st.rerun()
        if st.button("Annuleren"):
            st.rerun()


def _named(names: list[str], one: str, many: str) -> str:
    """`2 samenwerkingen (Lezen en Samen) worden`."""
    if not names:
        return f"geen samenwerking {one}"
    said = counted(len(names), "samenwerking", "samenwerkingen")
    which = enumerated([plain(name) for name in names], 5)
    return f"{said} ({which}) {one if len(names) == 1 else many}"


def _adopt(row: dict[str, Any], on: date) -> None:
    batch = done.doing(lambda: adopt_scenario(store(), row["id"], row["version"], on, "app"))
    if batch:
        linked.point(KEY, None)
        done.remember(
            f"Het scenario {plain(row['name'])} is doorgevoerd in de portefeuille.", batch
        )
