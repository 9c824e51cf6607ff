"""The national figures as they were published, theme by theme."""

from typing import Any

import streamlit as st

from core.filters import Filters
from core.wording import number, plain, site_link
from data import sources
from pages.shared import rows
from pages.shared.opened import listed, result

COLUMNS = {
    "theme_label": "Thema",
    "indicator": "Cijfer",
    "published": "Gepubliceerd",
    "numerator": "Teller",
    "denominator": "Noemer",
    "denominator_definition": "Noemer is",
    "definition_label": "Zelfde definitie als",
    "period": "Periode",
    "source": "Bron",
}


def show(filters: Filters) -> None:
    """Each figure with what it was divided by, and where it is comparable to ours."""
    st.caption(
        "Overgenomen zoals ze zijn gepubliceerd. Bij een cijfer dat hetzelfde telt als een van de "
        "definities op Dekking staat welke dat is; alleen daarmee is het te vergelijken."
    )
    found = listed(sources.published_figures)
    for theme in dict.fromkeys(row["theme_label"] for row in found):
        st.subheader(theme, anchor=False)
        with st.grid(2, min_column_width=320, gap="medium") as places:
            for row in found:
                if row["theme_label"] == theme:
                    with places.cell(), st.container(gap="xxsmall"):
                        st.markdown(f"**{_figure(row)}** {plain(row['indicator'])}")
                        st.caption(_about(row))
    rows.download(
        result(sources.published_figures),
        COLUMNS,
        what="Landelijk gepubliceerde cijfers",
        filters=filters,
        key="gepubliceerd_rijen",
    )


def _figure(row: dict[str, Any]) -> str:
    return plain(row["published"] or number(row["numerator"]))


def _about(row: dict[str, Any]) -> str:
    parts = [row["period"]]
    if row["numerator"] is not None and row["denominator"] is not None:
        parts.append(f"{number(row['numerator'])} van {number(row['denominator'])}")
    elif row["numerator"] is not None and row["published"]:
        parts.append(f"teller {number(row['numerator'])}")
    parts.append(f"noemer: {row['denominator_definition']}")
    if row["definition"]:
        parts.append(f"zelfde definitie als {row['definition_label']}")
    return " · ".join([*map(plain, parts), site_link(row["source"])])
