"""Why something that a partnership names does not count in the coverage, in words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """How a reason is called, what `subject` then is, and what mends it."""

    label: str
    subject: str
    explanation: str


REASONS = {
    "no_type": Reason(
        "Partner zonder type",
        "Partners",
        "Deze samenwerkingen noemen geen locatie, en van hun partners is niet bekend dat het een "
        "school of opvang is. Geef de partners hun type op Gegevens, bij Koppelen.",
    ),
    "other_type": Reason(
        "Geen partner van dit soort",
        "Partners",
        "Deze samenwerkingen noemen geen locatie en geen school of opvang als partner. Noem in "
        "het bestand de locaties in de kolom locatie, of de scholen als partner, en laad het "
        "opnieuw; een ander thema kan ook beter passen.",
    ),
    "unknown_location": Reason(
        "Onbekend nummer",
        "Nummer",
        "Deze nummers zijn geen nummer uit het register. Verbeter ze in de kolom locatie en laad "
        "het bestand opnieuw, of laad een nieuwer register.",
    ),
    "left_register": Reason(
        "Niet meer in het register",
        "Nummer",
        "Deze locaties stonden in een eerder register en nu niet meer, meestal door sluiting of "
        "fusie. Noem in de kolom locatie de opvolger, of beëindig de samenwerking.",
    ),
    "no_gemeente": Reason(
        "Geen gemeente",
        "Partners",
        "Van deze samenwerkingen is niet bekend in welke gemeente ze gelden. Vul de kolom gemeente "
        "in en laad het bestand opnieuw, of geef de bibliotheek haar werkgebied op Gegevens, bij "
        "Bibliotheken.",
    ),
    "no_location": Reason(
        "Geen locatie voor dit thema",
        "Partners",
        "Deze samenwerkingen noemen geen locatie van dit thema. Noem die in de kolom locatie en "
        "laad het bestand opnieuw, of haal het thema weg.",
    ),
}
