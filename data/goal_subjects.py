"""The extracts about goals: how each partnership serves them, each goal, what hangs on whom."""

import pyarrow as pa

from core.filters import Filters
from data import alignment
from data.store import Reader
from data.subjects import Extract

_CALCULATION = (
    "Aansluiting: het gemiddelde van de bijdragen (0 geen, 1 indirect, 2 direct, 3 kern), gewogen "
    "met de doelen, op een schaal van 0 tot 100. Een doel dat niet is beoordeeld telt niet mee in "
    "het cijfer, dat dus het laagste is dat het kan zijn; zonder één beoordeeld doel is het leeg."
)
_ALIGNMENT_HEADINGS = {
    "partnership": "Samenwerking",
    "library": "Bibliotheek",
    "alignment": "Aansluiting (0-100)",
    "at_most": "Ten hoogste",
    "judged": "Beoordeelde doelen",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar",
}
_MEASURE_DATE = {"measure_date": "Peildatum"}


def alignment_extract(store: Reader, filters: Filters) -> Extract:
    """A partnership a row, with a column per goal for people and a mapping for programs."""
    records = [
        {
            "id": row["id"],
            "partnership": row["name"],
            "library": row["library"],
            "alignment": row["alignment"],
            "at_most": row["at_most"],
            "judged": row["judged"],
            "contributions": {one["goal"]: one["value"] for one in row["contributions"]},
            "hours": row["hours"],
            "budget": row["budget"],
            "measure_date": filters.measure_date,
        }
        for row in alignment.alignment(store, filters).to_pylist()
    ]
    codes = list(dict.fromkeys(code for row in records for code in row["contributions"]))
    headings = _ALIGNMENT_HEADINGS | {code: code for code in codes} | _MEASURE_DATE

    def table() -> pa.Table:
        schema = pa.schema(
            {name: pa.float64() for name in _ALIGNMENT_HEADINGS}
            | {"partnership": pa.string(), "library": pa.string(), "judged": pa.int64()}
            | {code: pa.int64() for code in codes}
            | {"measure_date": pa.date32()}
        )
        return pa.Table.from_pylist([row | row["contributions"] for row in records], schema)

    return Extract(records, "Aansluiting", table, headings, lambda: {"Berekening": _CALCULATION})


_GOALS_HEADINGS = {
    "goal": "Doel",
    "label": "Omschrijving",
    "weight": "Gewicht (punten)",
    "reach_share": "Bereikt",
    "partnerships": "Samenwerkingen met een bijdrage",
    "direct_or_core": "Waarvan rechtstreeks",
    "strength": "Som van de bijdragen",
    "judged": "Beoordeelde bijdragen",
    "hours": "Uren per jaar",
    "hours_share": "Deel van de uren",
    "budget": "Budget per jaar",
    "budget_share": "Deel van het budget",
    "largest_partner": "Grootste partner",
    "largest_partner_share": "Deel van de grootste partner",
}
_DIVIDED = (
    "De uren en het budget van een samenwerking zijn over haar doelen verdeeld naar de bijdragen; "
    "het deel is dat van alle uren of al het budget, ook van samenwerkingen die aan geen doel "
    "bijdragen. Het deel van de grootste partner is dat van de som van de bijdragen. Bereikt is "
    "hoe ver het doel in de gemeenten van het werkgebied komt: kern in elke gemeente is alles."
)


def goals_extract(store: Reader, filters: Filters) -> Extract:
    """A goal a row."""
    records = [
        {name: row[name] for name in _GOALS_HEADINGS} | {"measure_date": filters.measure_date}
        for row in alignment.goals(store, filters).to_pylist()
    ]

    def table() -> pa.Table:
        whole = ("partnerships", "direct_or_core", "strength", "judged")
        schema = pa.schema(
            {name: pa.float64() for name in _GOALS_HEADINGS}
            | {name: pa.string() for name in ("goal", "label", "largest_partner")}
            | {name: pa.int64() for name in whole}
            | {"measure_date": pa.date32()}
        )
        return pa.Table.from_pylist(records, schema)

    return Extract(
        records, "Doelen", table, _GOALS_HEADINGS | _MEASURE_DATE, lambda: {"Verdeling": _DIVIDED}
    )


_DEPENDENCIES_HEADINGS = {
    "partner": "Als deze partner stopt",
    "gemeente_name": "verliest deze gemeente",
    "gemeente": "Gemeentecode",
    "goal": "het doel",
    "label": "Omschrijving",
    "weight": "Gewicht (punten)",
    "value": "Sterkste bijdrage",
    "partnerships": "Samenwerkingen",
}


def dependencies_extract(store: Reader, filters: Filters) -> Extract:
    """What is lost, a row per partner, gemeente and goal."""
    records = [
        {name: row[name] for name in _DEPENDENCIES_HEADINGS}
        | {"partner": row["partner_name"], "measure_date": filters.measure_date}
        for row in alignment.dependencies(store, filters).to_pylist()
    ]

    def table() -> pa.Table:
        schema = pa.schema(
            {name: pa.string() for name in _DEPENDENCIES_HEADINGS}
            | {"weight": pa.float64(), "value": pa.int64(), "partnerships": pa.int64()}
            | {"measure_date": pa.date32()}
        )
        return pa.Table.from_pylist(records, schema)

    about = {
        "Afhankelijk": "In deze gemeente is elke samenwerking die rechtstreeks aan het doel "
        "bijdraagt er een met deze partner."
    }
    return Extract(
        records, "Afhankelijkheid", table, _DEPENDENCIES_HEADINGS | _MEASURE_DATE, lambda: about
    )
