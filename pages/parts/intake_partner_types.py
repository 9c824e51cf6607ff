"""Giving a type to partners without one, so that their partnerships count in the coverage."""

from typing import Any

import pandas as pd
import streamlit as st

from core.wording import counted, long_date, number
from data import partner_types
from pages.shared import reading, rows
from pages.shared.failure import failing_softly
from pages.shared.filters import current
from pages.shared.opened import result, store

KEY = "zonder_type"


def show() -> None:
    """The partners, ticked or all, and the type that they get; nothing when there are none."""
    measure_date = current().measure_date
    found: list[dict[str, Any]] = result(partner_types.untyped_partners, measure_date)
    if not found:
        return
    st.subheader("Partners zonder type", anchor=False)
    st.markdown(
        "Een samenwerking zonder locaties telt mee door haar partners van het passende type. Van "
        f"{counted(len(found), 'partner', 'partners')} van samenwerkingen die op "
        f"{long_date(measure_date)} of later lopen of in voorbereiding zijn, is dat type niet "
        "bekend; die samenwerkingen tellen niet mee in de dekking."
    )
    event = st.dataframe(
        pd.DataFrame(
            [
                {
                    "Partner": row["name"],
                    "Voorstel": row["type"],
                    "Gemeente": row["gemeente_name"],
                    "Samenwerkingen": row["partnerships"],
                }
                for row in found[: rows.SHOWN]
            ]
        ),
        hide_index=True,
        alt="Partners zonder type",
        placeholder=rows.ABSENT,
        key=KEY,
        on_select="rerun",
        selection_mode="multi-row",
    )
    picked = [found[at] for at in event["selection"]["rows"] if at < len(found)]
    kind = st.selectbox(
        "Type",
        result(partner_types.partner_types),
        index=None,
        key="partnertype",
        placeholder="het voorstel in de lijst",
        width=340,
    )
    if len(found) > rows.SHOWN:
        st.caption(f"De eerste {rows.SHOWN} van {number(len(found))} partners staan in de lijst.")
    some, every = (
        {row["id"]: one for row in chosen if (one := kind or row["type"])}
        for chosen in (picked, found)
    )
    this = "dit type" if kind else "het voorgestelde type"
    with st.container(horizontal=True), failing_softly():
        if st.button(
            f"Geef aangevinkte partners {this} ({number(len(some))})",
            type="primary",
            disabled=not some,
            key="type_keuze",
        ):
            _give(some)
        if st.button(
            f"Geef alle partners {this} ({number(len(every))})",
            disabled=not every,
            key="type_alle",
        ):
            _give(every)


def _give(types: dict[int, str]) -> None:
    batch = partner_types.give_types(store(), types, "app")
    reading.finish("De partners hebben hun type, voor zover ze er nog geen hadden.", batch)
