"""The frame of every page: configuration, navigation and the shared filters."""

from urllib.parse import urlsplit

import streamlit as st

from data.errors import StoreError
from pages.components.dutch import in_dutch
from pages.components.readable import readable
from pages.shared import (
    backing_up,
    door,
    example,
    filters,
    opened,
    presenting,
    redirect,
    without_names,
)
from pages.shared.failure import show_any, show_failure
from pages.shared.turns import TURNS


def mend_streamlit() -> None:
    """Its own words in Dutch, its own elements readable for everybody."""
    in_dutch()
    readable()


presenting.begin()
st.set_page_config(
    page_title="Samenwerkingsdossier",
    page_icon="pages/shared/icon.svg",
    layout="wide",
    initial_sidebar_state="collapsed" if presenting.is_on() else "auto",
)

st.logo("pages/shared/icon.svg", size="large")

refused: StoreError | None = None
is_let_in = may_change = may_manage = False
try:
    if is_let_in := door.is_open():
        without_names.begin()
        may_change, may_manage = opened.may_change(), opened.may_manage()
except StoreError as error:
    is_let_in, refused = False, error
PAGES = {
    "Portefeuille": [
        st.Page(
            "pages/overview.py",
            title="Overzicht",
            icon=":material/dashboard:",
            default=True,
            url_path="start",
            help="Wat we hebben, waar we samenwerken en wat aandacht vraagt.",
        ),
        st.Page(
            "pages/coverage.py",
            title="Dekking",
            icon=":material/grid_on:",
            url_path="dekking",
            help="Welk deel van de doelgroep wordt bereikt, per thema en gemeente.",
        ),
        st.Page(
            "pages/alignment.py",
            title="Doelen",
            icon=":material/flag:",
            url_path="doelen",
            help="Hoe de samenwerkingen de strategische doelen dienen, en wat aan wie hangt.",
        ),
        st.Page(
            "pages/scenario.py",
            title="Wat als",
            icon=":material/alt_route:",
            url_path="wat-als",
            help="Wat er verandert als samenwerkingen stoppen of erbij komen, en wat we houden.",
        ),
    ],
    "Afwegen": [
        st.Page(
            "pages/consideration.py",
            title="Afwegingstabel",
            icon=":material/balance:",
            url_path="afweging",
            help="Past een samenwerking, voegt zij iets toe en is zij haalbaar? Weeg het samen.",
        ),
        st.Page(
            "pages/forces.py",
            title="Krachtenanalyse",
            icon=":material/open_with:",
            url_path="krachten",
            help="Hoe partners erin staan, wie beweegt en hoe u elk benadert.",
        ),
        st.Page(
            "pages/influence_styles.py",
            title="Communicatiestijlen",
            icon=":material/forum:",
            url_path="stijlen",
            help="Vijf manieren om een partner mee te krijgen, en welke nu past.",
        ),
    ],
    "Werken": [
        st.Page(
            "pages/partnerships.py",
            title="Samenwerkingen",
            icon=":material/handshake:",
            url_path="samenwerkingen",
            help="Opzoeken, toevoegen en bijwerken: het register van alle samenwerkingen.",
        ),
        st.Page(
            "pages/partner_register.py",
            title="Partners",
            icon=":material/hub:",
            url_path="partners",
            help="Met wie we werken, over alle samenwerkingen heen; dubbele partners samenvoegen.",
        ),
        st.Page(
            "pages/step_plan.py",
            title="Stappenplan",
            icon=":material/checklist:",
            url_path="stappenplan",
            help="Samen in één gebouw of organisatie: fasen, punten, wensen en wie wat doet.",
        ),
        st.Page(
            "pages/strategy.py",
            title="Strategie",
            icon=":material/explore:",
            url_path="strategie",
            help="In zes stappen naar een samenwerkingsstrategie op één pagina.",
        ),
        st.Page(
            "pages/materials.py",
            title="Dossier",
            icon=":material/folder_copy:",
            url_path="dossier",
            help="Handreikingen, formats, voorbeelden en links om mee te werken.",
        ),
    ],
    "Rapporten": [
        st.Page(
            "pages/gemeente_factsheet.py",
            title="Factsheet gemeente",
            icon=":material/article:",
            url_path="factsheet",
            help="Eén A4 per gemeente voor het gesprek met de wethouder.",
        ),
        st.Page(
            "pages/portfolio_report.py",
            title="Rapport",
            icon=":material/print:",
            url_path="rapport",
            help="Het rapport voor het bestuur: PDF en Excel, met wat er sinds het vorige "
            "veranderde.",
        ),
    ],
    "Beheer": [
        st.Page(
            "pages/intake.py",
            title="Gegevens",
            icon=":material/upload_file:",
            url_path="gegevens",
            help="Samenwerkingen en registers laden, koppelen en bewaren.",
            # Links lead there; who changes nothing has nothing to load.
            visibility="visible" if may_change else "hidden",
        ),
        st.Page(
            "pages/sources.py",
            title="Bronnen",
            icon=":material/menu_book:",
            url_path="bronnen",
            help="Waar elk feit en cijfer vandaan komt en wat elk begrip betekent.",
        ),
        st.Page(
            "pages/access.py",
            title="Toegang",
            icon=":material/key:",
            url_path="toegang",
            help="Wie mag inloggen, met welke rol en voor welke bibliotheken.",
            visibility="visible" if may_manage else "hidden",
        ),
    ],
}

SHOWN_TO_A_ROOM = ("Portefeuille", "Afwegen", "Werken", "Rapporten")

OTHER_ADDRESSES = {
    "overzicht": "pages/overview.py",
    "overview": "pages/overview.py",
    "coverage": "pages/coverage.py",
    "alignment": "pages/alignment.py",
    "scenario": "pages/scenario.py",
    "consideration": "pages/consideration.py",
    "forces": "pages/forces.py",
    "influence_styles": "pages/influence_styles.py",
    "participate": "pages/participate.py",
    "partnerships": "pages/partnerships.py",
    "partner_register": "pages/partner_register.py",
    "partnership": "pages/partnership.py",
    "strategy": "pages/strategy.py",
    "step_plan": "pages/step_plan.py",
    "materials": "pages/materials.py",
    "gemeente_factsheet": "pages/gemeente_factsheet.py",
    "portfolio_report": "pages/portfolio_report.py",
    "intake": "pages/intake.py",
    "sources": "pages/sources.py",
    "access": "pages/access.py",
}

# For who scores along on a phone: that page and nothing else.
TAKING_PART = st.Page(
    "pages/participate.py", title="Meedoen", url_path="deelnemen", visibility="hidden"
)

# One partnership: `/samenwerking?nr=12`. It is reached from wherever one is named.
RECORD = st.Page(
    "pages/partnership.py", title="Samenwerking", url_path="samenwerking", visibility="hidden"
)

known = {
    "start",
    TAKING_PART.url_path,
    RECORD.url_path,
    *OTHER_ADDRESSES,
    *(one.url_path for group in PAGES.values() for one in group),
}
hidden = [redirect.page(*one) for one in OTHER_ADDRESSES.items()]
hidden += redirect.unknown(known, "pages/overview.py")
hidden += [TAKING_PART, RECORD]
is_taking_part = urlsplit(st.context.url or "").path.endswith(f"/{TAKING_PART.url_path}")
without_menu = is_taking_part or presenting.is_on() or not is_let_in
page = st.navigation(
    PAGES | {"": hidden}, position="hidden" if without_menu else "sidebar", expanded=True
)


def draw_frame() -> None:
    """What stands around the page: notices, the shared filters, and what the sidebar offers."""
    redirect.say_what_is_unknown()
    opened.whole_store()
    if page == TAKING_PART:
        mend_streamlit()
        return
    if presenting.is_on():
        said = ["voorbeeldgegevens"] * example.is_shown() + without_names.in_short()
        presenting.bar([one for group in SHOWN_TO_A_ROOM for one in PAGES[group]], page, said)
    else:
        without_names.say_so()
        example.say_so()
        backing_up.say_so()
    filters.draw(said=page != RECORD)
    with st.sidebar:
        presenting.offer()
        without_names.offer()
        door.say_who()
        mend_streamlit()


if not is_let_in:
    mend_streamlit()
    if refused:
        show_failure(refused)
    else:
        door.show()
    st.stop()
if page in hidden and page not in (TAKING_PART, RECORD):
    page.run()  # before the filters take hold of what the address asks for
try:
    with TURNS.one():
        draw_frame()
        page.run()
except Exception as error:  # noqa: BLE001 - whatever it is, a visitor gets words
    show_any(error)
