"""What is on the shelf of the dossier, and which of it the address asks for."""

import streamlit as st

from core.material import Shelved
from core.wording import plain
from data import materials
from pages.shared import linked
from pages.shared.opened import recorded

KEY = "materiaal"
# The pages that a guide may lead to: how they are called, by the stem of their file.
PAGES = {
    "coverage": "Dekking",
    "alignment": "Doelen",
    "consideration": "Afwegingstabel",
    "forces": "Krachtenanalyse",
    "influence_styles": "Communicatiestijlen",
    "partnerships": "Samenwerkingen",
    "partner_register": "Partners",
}


Shelf = list[Shelved]


def shelf() -> Shelf:
    """Everything that there is, by title; those that are hidden too."""
    found: Shelf = recorded(materials.materials)
    return found


def asked(shelf: Shelf) -> Shelved | None:
    """The material of the address; None where it names none, or one that is no more."""
    wanted = st.query_params.get(KEY)
    return next((one for one in shelf if one.key == wanted), None)


def say_what_is_missing() -> None:
    """That the material of a link is not here; `asked` found none."""
    if wanted := st.query_params.get(KEY):
        st.warning(
            f"Het materiaal van deze link (“{plain(wanted[:40])}”) is er niet (meer). Zoek het "
            "hieronder op.",
            icon=":material/link_off:",
        )


def open_(key: str | None) -> None:
    """Show one material, or the list again (None); for a callback."""
    linked.point(KEY, key)
