"""The definitions of coverage and what a figure says in words."""

from enum import StrEnum


class Definition(StrEnum):
    """How coverage is counted; see the view reached_location for what each includes."""

    CONTACT = "contact"
    STRUCTURAL = "structural"
    PROGRAMME = "programme"
    REACH = "reach"


LABELS = {
    Definition.CONTACT: "Contact",
    Definition.STRUCTURAL: "Structureel",
    Definition.PROGRAMME: "Programma",
    Definition.REACH: "Bereik",
}

MEANINGS = {
    Definition.CONTACT: "locaties met een lopende samenwerking, in welke vorm ook",
    Definition.STRUCTURAL: "locaties met een lopende samenwerking onder een getekende overeenkomst "
    "die niet is verlopen",
    Definition.PROGRAMME: "locaties met een lopende samenwerking rond een benoemd programma "
    "van dat thema",
    Definition.REACH: "leerlingen, kindplaatsen of inwoners op de locaties met een lopende "
    "samenwerking",
}
