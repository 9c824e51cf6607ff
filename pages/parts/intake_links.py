"""Linking partners to the register: suggested by name and gemeente or chosen, by a person."""

import pandas as pd
import streamlit as st

from core.wording import counted, enumerated, long_date, number, plain
from data import choices as chosen_from
from data.ingest.linking import (
    Suggestion,
    accept_links,
    linkable_partners,
    locations_for,
    suggestions,
)
from data.store import Row
from pages.shared import reading, rows
from pages.shared.failure import failing_softly
from pages.shared.filters import current
from pages.shared.opened import result, store

KEY = "koppelingen"
SHOWN = 500


def show() -> None:
    """The suggestions with their likeness, accepted one by one or all above a threshold."""
    st.subheader("Partners koppelen aan locaties", anchor=False)
    measure_date = current().measure_date
    st.markdown(
        "Noemt een samenwerking geen locaties, dan telt elke school of opvang als *niet "
        "gekoppeld*. Hier staat bij elke partner de locatie in dezelfde gemeente waarvan de naam "
        f"het meest lijkt, als de samenwerking op {long_date(measure_date)} of later loopt of in "
        "voorbereiding is."
    )
    if not result(chosen_from.register_loads):
        st.info("Laad eerst een register; daarna verschijnen hier de voorstellen.")
        return
    found: list[Suggestion] = result(suggestions, measure_date)
    if found:
        _show_suggestions(found)
    by_hand = result(linkable_partners, measure_date)
    if by_hand:
        _link_by_hand(by_hand)
    elif not found:
        st.success(f"Op {long_date(measure_date)} zijn er geen partners meer om te koppelen.")


def _show_suggestions(found: list[Suggestion]) -> None:
    threshold = st.slider(
        "Minimale gelijkenis", 0, 100, 80, key="gelijkenis", help="100: de namen zijn gelijk."
    )
    above = [one for one in found if one.likeness >= threshold]
    st.caption(
        f"{counted(len(found), 'voorstel', 'voorstellen')}, waarvan "
        f"{number(len(above)) if above else 'geen'} met een gelijkenis van {threshold} of meer. "
        + (
            "Vink rijen aan, of neem alles boven de grens over."
            if above
            else "Zet de grens lager om ze te zien."
        )
    )
    if not above:
        return
    names = {row["code"]: row["name"] for row in result(chosen_from.gemeenten)}
    event = st.dataframe(
        pd.DataFrame(
            [
                {
                    "Partner": one.partner_name,
                    "Locatie in het register": one.location_name,
                    "Plaats": one.place,
                    "Gemeente": names.get(one.gemeente, one.gemeente),
                    "Nummer": one.location,
                    "Gelijkenis": round(one.likeness),
                }
                for one in above[:SHOWN]
            ]
        ),
        hide_index=True,
        alt="Voorgestelde koppelingen",
        placeholder=rows.ABSENT,
        key=KEY,
        on_select="rerun",
        selection_mode="multi-row",
        column_config={"Gelijkenis": st.column_config.ProgressColumn(max_value=100, format="%d")},
    )
    picked = [above[at] for at in event["selection"]["rows"] if at < len(above)]
    with st.container(horizontal=True), failing_softly():
        if st.button(
            _label(
                len(picked), "Koppel {} aangevinkt voorstel", "Koppel {} aangevinkte voorstellen"
            ),
            type="primary",
            disabled=not picked,
            key="koppel_keuze",
        ):
            _accept(picked)
        if st.button(
            _label(len(above), "Koppel het ene voorstel", "Koppel alle {} voorstellen"),
            key="koppel_alle",
        ):
            _accept(above)


def _label(count: int, one: str, many: str) -> str:
    """A label that counts, except nothing: the button that does it is off then."""
    said = one if count == 1 else many
    return said.format(number(count)) if count else " ".join(said.replace("{}", "").split())


def _link_by_hand(partners: list[Row]) -> None:
    """Any location of the register for a partner, also another than the one suggested."""
    st.subheader("Zelf een locatie kiezen", anchor=False)
    names = {row["code"]: row["name"] for row in result(chosen_from.gemeenten)}
    known = {row["id"]: row for row in partners}
    chosen = st.selectbox(
        f"Partner ({number(len(known))} nog niet gekoppeld)",
        list(known),
        index=None,
        format_func=lambda id_: f"{known[id_]['name']} ({_where(known[id_], names)})",
        placeholder="Kies een partner",
        key="te_koppelen",
    )
    if chosen not in known:
        return
    partner = known[chosen]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        wanted = st.text_input("Zoek op naam, plaats of nummer", key=f"zoek_locatie_{chosen}")
        everywhere = st.toggle("In alle gemeenten", key=f"zoek_overal_{chosen}")
    found = locations_for(store(), partner, wanted, everywhere=everywhere)
    if not found:
        st.caption("Geen locatie gevonden. Zoek met minder woorden, of in alle gemeenten.")
        return
    at = st.selectbox(
        "Locatie in het register",
        range(len(found)),
        index=0 if len(found) == 1 else None,
        placeholder="Kies een locatie",
        format_func=lambda at: _described(found[at], names),
        key=f"locatie_{chosen}_{wanted}_{everywhere}",
    )
    with failing_softly():
        if st.button(
            "Koppel aan deze locatie", type="primary", key="koppel_zelf", disabled=at is None
        ):
            row = found[at or 0]
            link = (partner["id"], row["register"], row["id"], row["likeness"])
            batch = accept_links(store(), [link], "app")
            reading.finish(
                f"{plain(partner['name'])} is gekoppeld aan {plain(row['name'])}.", batch
            )


def _where(partner: Row, names: dict[str, str]) -> str:
    return enumerated([names.get(code, code) for code in partner["gemeenten"]], 2)


def _described(row: Row, names: dict[str, str]) -> str:
    gemeente = names.get(row["gemeente"], row["gemeente"])
    place = f"{row['place']}, " if row["place"] else ""
    return f"{row['name']} — {place}gemeente {gemeente} ({row['id']})"


def _accept(chosen: list[Suggestion]) -> None:
    pairs = [(one.partner, one.register, one.location, one.likeness) for one in chosen]
    batch = accept_links(store(), pairs, "app")
    reading.finish(f"{counted(len(chosen), 'partner', 'partners')} gekoppeld.", batch)
