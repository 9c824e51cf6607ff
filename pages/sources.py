"""Bronnen: where every fact and figure comes from, its date, and what each word means."""

import streamlit as st

from core import uncounted
from core.attention import REASONS
from core.coverage import LABELS, MEANINGS, Definition
from core.wording import number, plain
from data import sources
from pages.shared import definition, registers, rows
from pages.shared.filters import current
from pages.shared.opened import result

filters = current()

st.title("Bronnen", anchor=False)
facts = result(sources.sources)
st.markdown(
    f"Dit programma rekent met **{number(facts.num_rows)} bronnen**; elk feit staat hieronder met "
    "zijn herkomst en datum. Wat u zelf laadt, staat op de pagina Gegevens."
)

st.subheader("Feiten en cijfers", anchor=False)
FACTS = {
    "topic": "Onderwerp",
    "what": "Wat",
    "origin": "Herkomst",
    "date": "Datum",
    "licence": "Licentie",
    "url": "Adres",
}
rows.reading(facts, FACTS, alt="Herkomst van elk feit")
rows.download(facts, FACTS, what="Bronnen", filters=filters, key="bronnen_rijen")

st.subheader("Geladen registers", anchor=False)
registers.show_loads()

st.subheader("Landelijk gepubliceerde dekking", anchor=False)
PUBLISHED = {
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
rows.reading(result(sources.published_figures), PUBLISHED, alt="Landelijk gepubliceerde cijfers")

st.subheader("Wat de woorden betekenen", anchor=False)
with st.expander("Dekking", icon=":material/grid_on:"):
    st.markdown(definition.CALCULATION)
    for one in Definition:
        st.markdown(f"- **{LABELS[one]}**: {MEANINGS[one]}.")
with st.expander("Thema’s en hun doelgroep", icon=":material/category:"):
    rows.table(
        result(sources.theme_meanings),
        {"label": "Thema", "group_label": "Groep", "population": "Doelgroep", "description": "Wat"},
        alt="Thema’s en hun doelgroep",
    )
with st.expander("Statussen", icon=":material/timeline:"):
    rows.table(
        result(sources.status_meanings),
        {"label": "Status", "counts": "Telt als", "description": "Wat"},
        alt="Statussen en wat ze betekenen",
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
        {"old_name": "Was", "place": "Plaats of postcode", "new_name": "Is nu", "date": "Sinds"},
        alt="Samengevoegde gemeenten",
    )
