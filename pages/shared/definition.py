"""The one control that switches the definition of coverage on a page."""

import streamlit as st

from core.coverage import LABELS, MEANINGS, Definition
from pages.shared import linked

CALCULATION = """
**Dekking = gedekte locaties ÷ alle locaties van de doelgroep**, op de peildatum en binnen de
filters.

- **Elke locatie telt één keer**, hoeveel samenwerkingen er ook zijn. Eén overeenkomst met een
  schoolbestuur dekt alle scholen die erbij genoemd zijn.
- **Teller.** Alleen samenwerkingen met de status *actief* of *evaluatie* tellen. *Verkenning* en
  *opstart* staan apart, als *in voorbereiding*: locaties die er nog bij komen.
- **Noemer.** Scholen en kinderopvang komen uit het geladen register. Zonder register geldt voor po
  en vo de meegeleverde schooltelling; voor kinderopvang is de noemer dan onbekend. Andere thema’s
  tellen gemeenten, één per stuk.
- **Niet gekoppeld.** Noemt een samenwerking geen locatie, dan telt elke partner van het passende
  type als één locatie in zijn eigen gemeente, of als die onbekend is in elke gemeente van de
  samenwerking. Een nummer telt zo, zolang het register niet is geladen, in de eerste gemeente van
  de samenwerking. Koppelen kan op de pagina Gegevens.
- **Boven 100%** is een fout in de gegevens: er zijn meer locaties gedekt dan er bestaan. Zo’n
  cijfer wordt getoond zoals het is.
- **Totaal** telt alleen de gemeenten waarvan de noemer bekend is.
"""


def choose() -> Definition:
    """Draw the control; the choice is kept in the URL."""
    by_label = {LABELS[one]: one for one in Definition}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = by_label[linked.choice("Definitie", list(by_label), key="definitie")]
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)
    st.caption(f"{LABELS[chosen]}: {MEANINGS[chosen]}.")
    return chosen
