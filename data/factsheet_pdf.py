"""Factsheets as a PDF: one A4 for each gemeente.

How they look, and what is cut off so that each fits, is in templates/factsheet.typ.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.coverage import Definition
from core.factsheet import Factsheet
from core.factsheet_wording import (
    LISTED,
    agreement_in_words,
    agreements_in_words,
    covered,
    definition_in_words,
    lead,
    shared_year,
    there_in_words,
)
from core.filters import Filters
from core.library_functions import FUNCTIONS
from core.library_style import as_hex
from core.policy_fields import Served
from core.wording import long_date, number
from data import choices, decisions
from data.factsheets import factsheets
from data.sources import sources
from data.store import Reader
from data.typesetting import pdf, pdf_apart, picture

TEMPLATE = "factsheet.typ"
Going = Callable[[float], bool]
# On a screen: sharp at half the width of a page.
_PER_INCH = 110
# So many gemeenten are looked up between two looks at whether to go on.
_AT_ONCE = 10
# What is known beforehand of how long it takes: the share of the looking up, and the seconds that
# setting one page takes.
_LOOKING_UP, _SECONDS_A_PAGE = 0.3, 0.06


@dataclass(frozen=True)
class About:
    """What holds for every sheet of a file: the day, how is counted, and on what data."""

    on: date
    definition: str
    filters: str
    data_version: str
    inhabitants_of: str


def about(store: Reader, filters: Filters, definition: Definition) -> About:
    """The same, asked of the store."""
    facts = sources(store).to_pylist()
    return About(
        on=filters.measure_date,
        definition=definition_in_words(definition),
        filters=_filters(store, filters),
        data_version=decisions.data_version(store),
        inhabitants_of=next((row["date"] for row in facts if row["topic"] == "Inwoners"), ""),
    )


def factsheet_pdf(sheets: Sequence[Factsheet], about: About) -> bytes:
    """The document, a page for each of the sheets; there is at least one."""
    return pdf(TEMPLATE, factsheet_content(sheets, about), about.on)


def one_factsheet_pdf(
    store: Reader, filters: Filters, definition: Definition, library: int, gemeente: str
) -> bytes:
    """The document of one gemeente, as factsheets of data.factsheets takes its arguments."""
    sheets = factsheets(store, filters, definition, library, (gemeente,))
    return factsheet_pdf(sheets, about(store, filters, definition))


def factsheet_picture(
    store: Reader, filters: Filters, definition: Definition, library: int, gemeente: str
) -> bytes:
    """The same page as PNG, as it is printed."""
    sheets = factsheets(store, filters, definition, library, (gemeente,))
    content = factsheet_content(sheets, about(store, filters, definition))
    return picture(TEMPLATE, content, _PER_INCH)


def all_factsheets_pdf(
    store: Reader,
    filters: Filters,
    definition: Definition,
    library: int,
    gemeenten: Sequence[str],
    going: Going,
) -> bytes | None:
    """One document with a page for each of the gemeenten, in their order.

    `going` is told how far it is (0-1) and answers whether to go on; None where it was stopped.
    How far the setting is, the typesetter does not say: that part is an estimate.
    """
    sheets: list[Factsheet] = []
    for start in range(0, len(gemeenten), _AT_ONCE):
        if not going(_LOOKING_UP * start / len(gemeenten)):
            return None
        some = gemeenten[start : start + _AT_ONCE]
        sheets += factsheets(store, filters, definition, library, some)
    said = about(store, filters, definition)
    expected = _SECONDS_A_PAGE * len(sheets)

    def still(seconds: float) -> bool:
        passed = 1 - math.exp(-seconds / expected)
        return going(_LOOKING_UP + (1 - _LOOKING_UP) * passed)

    return pdf_apart(TEMPLATE, factsheet_content(sheets, said), said.on, still)


def factsheet_content(sheets: Sequence[Factsheet], about: About) -> dict[str, Any]:
    """What the template shows: texts, and the numbers that bars are drawn from."""
    first = sheets[0]
    single = f"Factsheet {first.gemeente_name}" if len(sheets) == 1 else "Factsheets"
    return {
        "colour": as_hex(first.colour),
        "title": f"{single} – {first.library_name}",
        "library": first.library_name,
        "on": long_date(about.on),
        "inhabitants_of": about.inhabitants_of,
        "functions": [[one.label, one.meaning] for one in FUNCTIONS],
        "note": (
            f"Filters: {about.filters}. Peildatum {long_date(about.on)}; stand van de "
            f"gegevens: {about.data_version}. Dekking {about.definition}. Een samenwerking draagt "
            "bij aan een beleidsterrein door haar thema of programma en kan bij meer terreinen "
            f"staan. Inwoners: CBS, {about.inhabitants_of}. Wettelijke functies: Wsob, artikel 5, "
            "in eigen woorden."
        ),
        "sheets": [_sheet(one) for one in sheets],
    }


def _sheet(sheet: Factsheet) -> dict[str, Any]:
    year = shared_year(sheet.figures)
    rows = covered(sheet)
    return {
        "gemeente": sheet.gemeente_name,
        "inhabitants": number(sheet.inhabitants) if sheet.inhabitants else "",
        "lead": lead(sheet),
        "year": "" if year is None else str(year),
        "figures": [
            {
                "label": one.label,
                "value": one.shown,
                "known": one.value is not None,
                "year": str(one.year) if one.year not in (None, year) else "",
            }
            for one in sheet.figures
        ],
        "fields": [_field(one) for one in sheet.served],
        "bars": [
            {"label": one.label, "share": _drawn(one.share), "text": one.text}
            for one in rows
            if one.is_there is None
        ],
        "ticks": [[one.label, one.is_there] for one in rows if one.is_there is not None],
        "there": there_in_words(sheet),
        "partners": _list([one.name for one in sheet.partners]),
        "signed": agreements_in_words(sheet),
        "agreements": _list([agreement_in_words(one) for one in sheet.agreements]),
        "pipeline": sheet.pipeline,
        "others": list(sheet.others),
        "story": sheet.story,
        "ask": [one for one in sheet.ask.split("\n") if one],
    }


def _drawn(share: float | None) -> float | None:
    return None if share is None else min(share, 1.0)


def _field(served: Served) -> dict[str, Any]:
    programmes = [f"{name} ({number(times)}×)" if times > 1 else name
                  for name, times in served.programmes]  # fmt: skip
    return {
        "label": served.field.label,
        "brings": served.field.brings,
        "count": len(served.partnerships),
        "by": _list([*programmes, *served.others]),
    }


def _list(items: Sequence[str]) -> dict[str, Any]:
    """The first of a list, and how many there are: how many of them fit, the page says."""
    return {"items": list(items[:LISTED]), "total": len(items)}


def _filters(store: Reader, filters: Filters) -> str:
    """The filters that hold beside library and gemeente, in words."""
    themes = {row["code"]: row["label"] for row in choices.themes(store)}
    statuses = {row["code"]: row["label"] for row in choices.statuses(store)}
    of_themes = ", ".join(themes[one] for one in filters.themes if one in themes)
    of_statuses = ", ".join(statuses[one] for one in filters.statuses if one in statuses)
    parts = [of_themes or "alle thema’s"]
    return "; ".join([*parts, f"status {of_statuses}"] if of_statuses else parts)
