"""What the words on the other pages mean."""

import streamlit as st

from core import uncounted
from core.attention import REASONS
from core.coverage import LABELS, MEANINGS, Definition
from core.factsheet_wording import FIGURES_MEAN, PARTNERS_MEAN
from core.health import CONDITIONS
from core.library_functions import FUNCTIONS
from core.policy_fields import CALCULATION as POLICY
from core.policy_fields import POLICY_FIELDS
from core.report_wording import method
from core.wording import plain
from data import sources
from pages.parts import (
    consideration_outcome,
    forces_said,
    goals_carriers,
    materials_found,
    materials_storage,
    partners_doubles,
    partners_list,
    partners_network,
    record_health,
    record_materials,
    record_stage,
    step_plan_overview,
    step_plan_wishes,
    what_if_limits,
    what_if_outcome,
)
from pages.parts.goals_effort import CALCULATION
from pages.shared import definition, rows
from pages.shared.opened import listed, result

WEIGHING = {
    "Afweging": "één vraag over samenwerken, met opties die op criteria worden gescoord",
    "Optie": "wat wordt afgewogen: een bestaande samenwerking of een idee; haar letter blijft van "
    "haar",
    "Criterium": "waarop opties worden beoordeeld, van 1 (ongunstig) tot 5 (gunstig); er staat bij "
    "wat 1, 3 en 5 betekenen",
    "Randvoorwaarde": "een criterium dat met niets anders is goed te maken: onder 3 moet dit eerst "
    "worden opgelost, hoe hoog het totaal ook is",
    "Weging": "hoe zwaar elk criterium telt: 100 punten, over de criteria verdeeld",
    "Totaal": "de gewogen som van de scores van een optie, van 0 tot 100; een bereik zolang er "
    "scores open staan",
    "Band": "het totaal in een woord: sterk (vanaf 75), bespreken (vanaf 50) of zorg",
    "Zekerheid (SMAA-2)": "in hoeveel van 10.000 denkbare wegingen een optie op elke plaats "
    "eindigt; zo ziet u of de volgorde aan de weging hangt",
    "Overeenstemming (Kendalls W)": "of deelnemers de scores in dezelfde volgorde zetten: van 0 "
    "(niet) tot 1 (precies gelijk)",
    "Besluit": "wat mensen hebben besloten, met een momentopname van opties, weging, scores en "
    "uitkomst; die verandert niet meer",
    "Terugblik": "wat van een optie is gebleken, naast wat bij het besluit werd verwacht; te "
    "hoopvol is verwacht min gebleken",
}
STEPS = {
    "Stappenplan": "zeven fasen voor wie een gebouw (mfa) of een organisatie (mfo) gaat delen; "
    "het hoort bij één samenwerking",
    "Punt": "wat in een fase gedaan of besloten moet zijn; ook een document zoals de "
    "intentieovereenkomst is er een",
    "Beheer en exploitatie": "een punt in elke fase: wie het gebouw beheert en wat dat kost, wordt "
    "te vaak pas na de bouw besproken",
    "Sjabloon": "waarmee nieuwe plannen van een bibliotheek beginnen; wat er al is, blijft zoals "
    "het is",
    "Wens": "wat het eigen MT of een partner van het samenwonen wil, met een belang van 1 "
    "(bijzaak) tot 5 (onmisbaar)",
}


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
    with st.expander("Afwegen", icon=":material/balance:"):
        for word, meaning in WEIGHING.items():
            st.markdown(f"- **{word}**: {meaning}.")
        st.markdown("**Hoe een afweging wordt berekend**")
        st.markdown(consideration_outcome.CALCULATION)
    with st.expander("Partners", icon=":material/handshake:"):
        for title, said in (
            ("De lijst", partners_list.CALCULATION),
            ("Het netwerk", partners_network.CALCULATION),
            ("Dubbelen", partners_doubles.CALCULATION),
        ):
            st.markdown(f"**{title}**")
            st.markdown(said)
    with st.expander("Dossier van een samenwerking", icon=":material/folder_open:"):
        st.markdown("**Fase en volgende stap**")
        st.markdown(record_stage.CALCULATION)
        st.markdown("**Gezondheidscheck**")
        for condition in CONDITIONS.values():
            st.markdown(f"- **{condition.label}**: {condition.question}")
        st.markdown(record_health.CALCULATION)
        st.markdown(
            "**Afspraak**: wat met de partner is afgesproken, door wie en vóór wanneer. Is de "
            "datum voorbij en de afspraak niet gedaan, of ligt de datum binnen dertig dagen, dan "
            "staat de samenwerking bij *Wat vraagt aandacht*."
        )
    with st.expander("Stappenplan", icon=":material/checklist:"):
        for word, meaning in STEPS.items():
            st.markdown(f"- **{word}**: {meaning}.")
        st.markdown(step_plan_overview.CALCULATION)
        st.markdown("**Wensen naast elkaar**")
        st.markdown(step_plan_wishes.CALCULATION)
    with st.expander("Dossier: materialen", icon=":material/folder_copy:"):
        st.markdown("**Zoeken**")
        st.markdown(materials_found.CALCULATION)
        st.markdown("**Wat bij een samenwerking past**")
        st.markdown(record_materials.CALCULATION)
        st.markdown(
            "**Gecontroleerd**: de dag waarop iemand voor het laatst zag dat het materiaal klopt "
            "en de link werkt. Bij een link van langer dan een jaar geleden staat dat erbij."
        )
        st.markdown(materials_storage.KEPT)
    with st.expander("Factsheet gemeente", icon=":material/article:"):
        _factsheet()
    with st.expander("Krachtenanalyse", icon=":material/open_with:"):
        st.markdown(forces_said.CALCULATION)
    with st.expander("Rapport", icon=":material/print:"):
        for title, said in method(Definition.CONTACT).items():
            st.markdown(f"- **{title}**: {plain(said)}")
        st.markdown(
            "Van elk rapport dat is gemaakt, blijven de kerncijfers en de dekking per thema "
            "bewaard. Een volgend rapport onder dezelfde filters zet die naast de cijfers van dan."
        )
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


def _factsheet() -> None:
    st.markdown("**De vijf wettelijke functies (Wsob, artikel 5), in eigen woorden**")
    for function in FUNCTIONS:
        st.markdown(f"- **{function.label}** ({function.letter}): {function.meaning}")
    for said in (FIGURES_MEAN, PARTNERS_MEAN, POLICY):
        st.markdown(said)
    for field in POLICY_FIELDS:
        st.markdown(f"- **{field.label}** ({field.brings}): {field.source}.")


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
