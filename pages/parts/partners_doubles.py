"""Doubles: partners that look the same, one group after another, decided by a person."""

from typing import Any

import streamlit as st

from core.filters import Filters
from core.names import name_keys
from core.partner_doubles import LARGEST, NAMESAKES, Suggestion, undecided
from core.wording import counted, enumerated, local_moment, number, plain
from data import merging, partner_register
from pages.parts import partners_merging, partners_paging
from pages.shared import allowed, done
from pages.shared.opened import listed, recorded, result, store

KEY = "dubbelen"
PAGE = 10
FOUND = 200
Row = dict[str, Any]
CALCULATION = """
Twee partners worden voorgesteld als zij in dezelfde gemeente zitten (of die van één niet bekend
is), hun type niet verschilt, en hun namen

1. **gelijk** zijn, op hoofdletters, accenten, spaties en leestekens na;
2. gelijk zijn op woorden na die alleen **de soort** zeggen (*stichting*, *gem.*, *basisschool*,
   *obs*, *KDV*) of op de volgorde van de woorden. Een openbare en een christelijke school, of een
   school en een opvang met dezelfde naam, gelden als twee;
3. in **één woord een typefout** schelen: één letter in een woord van vijf letters of meer, twee in
   een woord van negen of meer (afstand van Damerau-Levenshtein). Cijfers moeten gelijk zijn.

**Minder zeker** zijn partners met precies dezelfde naam en geen verschillend type in
**verschillende gemeenten**: dat kan één organisatie zijn die in meer gemeenten werkt, of een
naamgenoot. Bij scholen en opvang zijn het meestal naamgenoten; die staan achteraan.

De zekerste staan eerst. Een mens besluit; er wordt niets vanzelf samengevoegd. Zijn de namen heel
verschillend, kies de partners dan zelf.
"""


def show(filters: Filters) -> None:
    """The suggestions, merging by hand, and what was decided before."""
    with st.spinner("Namen worden vergeleken …"):
        alike = result(merging.look_alikes)
    decided = recorded(merging.distinct_partners)
    found = _within(undecided(alike, [row["partners"] for row in decided]), filters)
    st.markdown(_finding(found))
    with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
        st.markdown(CALCULATION)
    known = {row["id"]: row for row in result(merging.partners_alike)}
    page = partners_paging.page(KEY, filters, len(found), PAGE)
    shown = found[page * PAGE : (page + 1) * PAGE]
    for nth, one in enumerate(shown):
        if one.grade >= NAMESAKES and (not nth or shown[nth - 1].grade < NAMESAKES):
            st.subheader("Minder zeker: zelfde naam in een andere gemeente", anchor=False)
        _suggestion(one, [known[id_] for id_ in one.partners if id_ in known])
    if len(shown) > 1:
        allowed.button(
            f"Geen van deze {number(len(shown))} is dubbel",
            icon=":material/call_split:",
            key="geen_dubbel",
            on_click=_keep_apart,
            args=([[known[id_] for id_ in one.partners] for one in shown],),
        )
    partners_paging.turn(KEY, page, PAGE, len(found), what="voorstellen")
    _by_hand()
    _decided(decided)


def _within(found: list[Suggestion], filters: Filters) -> list[Suggestion]:
    """Those with a partner under the filters, if these leave any out."""
    if not (filters.libraries or filters.regions or filters.gemeenten or filters.themes):
        return found
    inside = {row["id"] for row in listed(partner_register.partner_register, filters)}
    return [one for one in found if not inside.isdisjoint(one.partners)]


def _finding(found: list[Suggestion]) -> str:
    sure = [one for one in found if one.grade < NAMESAKES]
    said = "Binnen deze keuze lijken er **geen partners dubbel** te zijn."
    if sure:
        partners = len({id_ for one in sure for id_ in one.partners})
        said = (
            f"**{counted(partners, 'partner', 'partners')}** lijken dubbel: "
            f"{counted(len(sure), 'voorstel', 'voorstellen')} om over te besluiten."
        )
    if less := len(found) - len(sure):
        said += (
            f" Minder zeker {'is' if less == 1 else 'zijn'} "
            f"{counted(less, 'voorstel', 'voorstellen')}: dezelfde naam in een andere gemeente."
        )
    return said


def _suggestion(one: Suggestion, members: list[Row]) -> None:
    key = "_".join(map(str, one.partners[:LARGEST]))
    is_sure = one.grade < NAMESAKES
    with st.container(border=True):
        st.markdown(f"**{plain(one.reason[0].upper() + one.reason[1:])}**")
        st.markdown("\n".join(f"- {described(row)}" for row in members[:LARGEST]))
        if (more := len(members) - LARGEST) > 0:
            st.caption(f"en {counted(more, 'andere', 'andere')}")
        if is_sure:
            becomes = partners_merging.usual(members)
            facts = [becomes["type"], becomes["gemeente_name"]]
            about = f" ({plain(', '.join(filter(None, facts)))})" if any(facts) else ""
            st.caption(f"Samen worden zij {plain(becomes['name'])}{about}.")
        with st.container(horizontal=True):
            if is_sure:
                allowed.button(
                    "Voeg samen",
                    icon=":material/merge:",
                    key=f"direct_{key}",
                    on_click=partners_merging.merge,
                    args=(members, becomes["id"], becomes["type"], becomes["gemeente"]),
                )
            label = "Anders samenvoegen" if is_sure else "Samenvoegen"
            with st.popover(label, icon=":material/tune:" if is_sure else ":material/merge:"):
                partners_merging.form(members, key, is_sure=is_sure)
            allowed.button(
                "Geen dubbele",
                icon=":material/call_split:",
                key=f"apart_{key}",
                on_click=_keep_apart,
                args=([members],),
            )


def described(row: Row) -> str:
    """A partner in a line of Markdown: name, type, gemeente, libraries and what it has."""
    facts = [
        row["type"] or "type niet ingevuld",
        row["gemeente_name"] or "zonder gemeente",
        counted(row["partnerships"], "samenwerking", "samenwerkingen"),
    ]
    if row.get("libraries"):
        facts.append(enumerated(row["libraries"], 3))
    return f"{plain(row['name'])} ({plain(', '.join(facts))})"


def _keep_apart(groups: list[list[Row]]) -> None:
    ids = [[row["id"] for row in members] for members in groups]
    if batch := done.doing(lambda: merging.keep_apart(store(), ids, "app")):
        names = enumerated([row["name"] for row in groups[0]], 3)
        text = f"Onthouden: {plain(names)} zijn niet dezelfde."
        if len(groups) > 1:
            text = f"Onthouden: geen van de {number(len(groups))} voorstellen is dubbel."
        done.remember(text, batch, in_sight=False)


def _by_hand() -> None:
    st.subheader("Zelf kiezen", anchor=False)
    st.caption("Voor partners met heel verschillende namen die toch één organisatie zijn.")
    words = st.text_input("Zoek op naam of gemeente", key="zoek_samen", max_chars=200)
    chosen: list[int] = st.session_state.get("samen", [])
    found = recorded(merging.partners_searched, name_keys_of(words), None, FOUND)
    rows = {row["id"]: row for row in found}
    for id_ in chosen:
        if id_ not in rows:
            rows |= {row["id"]: row for row in recorded(merging.partners_searched, None, id_, 1)}
    # One that is no more cannot stay chosen.
    if gone := [id_ for id_ in chosen if id_ not in rows]:
        st.session_state["samen"] = [id_ for id_ in chosen if id_ not in gone]
    picked = st.multiselect(
        "Partners die één organisatie zijn",
        list(rows),
        key="samen",
        format_func=lambda id_: _named(rows[id_]) if id_ in rows else "",
        max_selections=LARGEST,
        placeholder="Kies er ten minste twee",
        select_all=False,
    )
    if len(found) == FOUND:
        st.caption(f"De eerste {FOUND} staan in de lijst; zoek met meer woorden voor de andere.")
    members = [rows[id_] for id_ in picked if id_ in rows]
    if len(members) > 1:
        with st.container(border=True):
            partners_merging.form(members, "zelf")


def name_keys_of(words: str) -> tuple[str, ...] | None:
    """Words as a search takes them, to ask with from memory."""
    found = name_keys(words)
    return None if found is None else tuple(found)


def _named(row: Row) -> str:
    where = row["gemeente_name"] or "zonder gemeente"
    return f"{row['name']} ({where}) · nr. {row['id']}"


def _decided(found: list[Row]) -> None:
    if not found:
        return
    with st.expander(f"Besloten: niet dezelfde ({number(len(found))})", key="besloten"):
        for row in found[:FOUND]:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(
                    f"{plain(row['name'])} · {local_moment(row['changed_at'])}", width="stretch"
                )
                allowed.button(
                    "Toch weer voorstellen",
                    key=f"weer_{row['id']}",
                    on_click=_again,
                    args=(row,),
                )


def _again(row: Row) -> None:
    batch = done.doing(lambda: merging.suggest_again(store(), row["id"], row["version"], "app"))
    if batch:
        done.remember(f"{plain(row['name'])} wordt weer voorgesteld.", batch)
