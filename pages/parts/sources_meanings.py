"""What the words on the other pages mean."""

import streamlit as st

from core import uncounted
from core.attention import REASONS
from core.coverage import LABELS, MEANINGS, Definition
from core.wording import plain
from data import sources
from pages.parts import goals_carriers, what_if_limits, what_if_outcome
from pages.parts.goals_effort import CALCULATION
from pages.shared import definition, rows
from pages.shared.opened import listed, result


def show() -> None:
    """One fold a subject."""
    with st.expander("Dekking", icon=":material/grid_on:"):
        st.markdown(definition.CALCULATION)
        for one in Definition:
            st.markdown(f"- **{LABELS[one]}**: {MEANINGS[one]}.")
    with st.expander("Thema’s en hun doelgroep", icon=":material/category:"):
        _themes()
    with st.expander("Bijdragen en aansluiting", icon=":material/flag:"):
        st.markdown(CALCULATION)
    with st.expander("Doelbereik en wat als", icon=":material/alt_route:"):
        st.markdown(what_if_outcome.CALCULATION)
        st.markdown("**Wat het meeste draagt**")
        st.markdown(goals_carriers.CALCULATION)
        st.markdown("**Kiezen bij een plafond**")
        st.markdown(what_if_limits.CALCULATION)
    with st.expander("Statussen", icon=":material/timeline:"):
        st.markdown(
            "\n".join(
                f"- **{plain(row['label'])}** ({plain(row['counts'])}): {plain(row['description'])}"
                for row in listed(sources.status_meanings)
            )
        )
    with st.expander("Wat vraagt aandacht", icon=":material/notifications:"):
        for reason in REASONS.values():
            st.markdown(f"- **{reason.label}**: {plain(reason.explanation)}")
    with st.expander("Wat telt niet mee in de dekking", icon=":material/rule:"):
        for why in uncounted.REASONS.values():
            st.markdown(f"- **{why.label}**: {plain(why.explanation)}")
    with st.expander("Samengevoegde gemeenten sinds 2015", icon=":material/merge:"):
        rows.table(
            result(sources.merged),
            {
                "old_name": "Was",
                "place": "Plaats of postcode",
                "new_name": "Is nu",
                "date": "Sinds",
            },
            alt="Samengevoegde gemeenten",
        )


def _themes() -> None:
    themes = listed(sources.theme_meanings)
    for group in dict.fromkeys(row["group_label"] for row in themes):
        st.markdown(f"**{plain(group)}**")
        st.markdown(
            "\n".join(
                f"- **{plain(row['label'])}** (telt {plain(row['population'])}): "
                f"{plain(row['description'])}"
                for row in themes
                if row["group_label"] == group
            )
        )
