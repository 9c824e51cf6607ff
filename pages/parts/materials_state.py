"""What is on the shelf of the dossier, and which of it the address asks for."""

from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from core.material import Shelved
from core.material_suggesting import Labels
from core.material_wording import about_line
from core.wording import plain
from data import choices, materials
from pages.shared import linked
from pages.shared.opened import recorded, result

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


@dataclass(frozen=True)
class Shelf:
    """All materials, and how themes and phases are called."""

    every: list[Shelved]
    labels: Labels

    @cached_property
    def by_key(self) -> dict[str, Shelved]:
        return {one.key: one for one in self.every}

    @cached_property
    def shown(self) -> list[Shelved]:
        """Those that are not hidden."""
        return [one for one in self.every if one.hidden_by is None]

    def about(self, one: Shelved, most_phases: int = 3) -> str:
        """Kind, themes, phases and size of a material (Markdown)."""
        return about_line(one.content, self.labels.themes, self.labels.phases, most_phases)


def shelf() -> Shelf:
    """Everything that there is, by title."""
    return Shelf(
        recorded(materials.materials),
        Labels(
            {row["code"]: row["label"] for row in result(choices.themes)},
            {row["code"]: row["label"] for row in result(choices.statuses)},
        ),
    )


def asked(shelf: Shelf) -> Shelved | None:
    """The material of the address; None where it names none, or one that is no more."""
    return shelf.by_key.get(st.query_params.get(KEY, ""))


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
