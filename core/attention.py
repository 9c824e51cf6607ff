"""Why a partnership needs attention, in words, the most urgent reason first."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """A reason in a few words, and one sentence that says when it holds."""

    label: str
    explanation: str


# The codes and limits are those of the views judged_on and partnership_period_now.
REASONS = {
    "agreement_ended": Reason(
        "Einddatum verstreken",
        "De samenwerking loopt nog, maar de einddatum ligt vóór de peildatum.",
    ),
    "evaluation_overdue": Reason(
        "Evaluatie te laat",
        "De samenwerking loopt en de geplande evaluatiedatum ligt vóór de peildatum.",
    ),
    "promise_overdue": Reason(
        "Afspraak te laat",
        "In het dossier staat een afspraak of evaluatie die niet is gedaan, met een datum vóór de "
        "peildatum.",
    ),
    "step_overdue": Reason(
        "Stappenplan te laat",
        "De samenwerking loopt of is in voorbereiding, en in haar stappenplan staat een punt dat "
        "niet is afgerond, met een datum vóór de peildatum.",
    ),
    "promise_soon": Reason(
        "Afspraak binnen dertig dagen",
        "In het dossier staat een afspraak of evaluatie die binnen dertig dagen na de peildatum "
        "gedaan moet zijn.",
    ),
    "agreement_ends": Reason(
        "Einddatum binnen zes maanden",
        "De samenwerking loopt en de einddatum valt binnen zes maanden na de peildatum.",
    ),
    "no_agreement": Reason(
        "Veel inzet zonder overeenkomst",
        "De samenwerking kost 100 uur of 5.000 euro per jaar of meer, zonder getekende "
        "overeenkomst.",
    ),
    "no_owner": Reason(
        "Geen eigenaar",
        "De samenwerking loopt of is in voorbereiding, en niemand is verantwoordelijk gemaakt.",
    ),
    "dormant": Reason(
        "Slapend",
        "De samenwerking is niet beëindigd, maar er gebeurt niets meer.",
    ),
    "no_goal": Reason(
        "Geen bijdrage aan een doel",
        "De samenwerking loopt en bij geen enkel strategisch doel staat een bijdrage van 1 of "
        "meer. Dat kan ook betekenen dat de bijdragen nog niet zijn ingevuld.",
    ),
    "check_outdated": Reason(
        "Gezondheidscheck ouder dan een jaar",
        "De samenwerking loopt en de laatste gezondheidscheck is meer dan een jaar oud. Wie er nog "
        "nooit een deed, staat hier niet bij.",
    ),
}
