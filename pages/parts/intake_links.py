"""Linking partners to the register: suggested by name and gemeente, decided by a person."""

import pandas as pd
import streamlit as st

from core.wording import counted, number
from data import choices as chosen_from
from data.ingest.linking import Suggestion, accept_links, suggestions
from pages.shared import reading, rows
from pages.shared.failure import failing_softly
from pages.shared.opened import result, store

KEY = "koppelingen"
SHOWN = 500


def show() -> None:
    """The suggestions with their likeness, accepted one by one or all above a threshold."""
    st.subheader("Partners koppelen aan locaties", anchor=False)
    st.markdown(
        "Noemt een samenwerking geen locaties, dan telt elke school of opvang als *niet "
        "gekoppeld*. Hier staat bij elke partner de locatie in dezelfde gemeente waarvan de naam "
        "het meest lijkt."
    )
    if not result(chosen_from.register_loads):
        st.info("Laad eerst een register; daarna verschijnen hier de voorstellen.")
        return
    found: list[Suggestion] = result(suggestions)
    if not found:
        st.success("Alles is gekoppeld waarvoor een locatie te vinden is.")
        return
    threshold = st.slider(
        "Minimale gelijkenis", 0, 100, 80, key="gelijkenis", help="100: de namen zijn gelijk."
    )
    above = [one for one in found if one.likeness >= threshold]
    st.caption(
        f"{number(len(found))} voorstellen, waarvan {number(len(above))} met een gelijkenis van "
        f"{threshold} of meer. Vink rijen aan, of neem alles boven de grens over."
    )
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
            f"Koppel {counted(len(picked), 'aangevinkte', 'aangevinkte')}",
            type="primary",
            disabled=not picked,
            key="koppel_keuze",
        ):
            _accept(picked)
        if st.button(f"Koppel alle {number(len(above))}", disabled=not above, key="koppel_alle"):
            _accept(above)


def _accept(chosen: list[Suggestion]) -> None:
    pairs = [(one.partner, one.register, one.location, one.likeness) for one in chosen]
    batch = accept_links(store(), pairs, "app")
    reading.finish(f"{counted(len(chosen), 'partner', 'partners')} gekoppeld.", batch)
