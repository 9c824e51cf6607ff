"""A strategy on one A4, and its choices as a workbook."""

from typing import Any

import pyarrow as pa

from core import strategy as words
from core.filters import Filters
from core.strategy import PARTS, Strategy
from core.wording import long_date, short_date
from data.choices import libraries
from data.decisions import data_version
from data.export import workbook
from data.store import Reader, Row
from data.strategies import names_chosen, of_strategy
from data.typesetting import pdf

TEMPLATE = "strategy.typ"
_COLUMNS = {"what": "Keuze", "owner": "Wie", "due": "Klaar op"}


def strategy_pdf(store: Reader, row: Row, filters: Filters) -> bytes:
    """The document; `row` is one of data.strategies. The letters are as large as the page takes."""
    return pdf(TEMPLATE, strategy_content(store, row, filters), filters.measure_date)


def strategy_content(store: Reader, row: Row, filters: Filters) -> dict[str, Any]:
    """What the template shows."""
    strategy: Strategy = row["content"]
    names = names_chosen(store, strategy, of_strategy(strategy, filters))
    return {
        "name": row["name"],
        "library": _library(store, strategy),
        "until": str(strategy.until or ""),
        "ambition": strategy.ambition,
        "parts": [
            {
                "title": title,
                "names": list(names[fields[0]].values()),
                "words": getattr(strategy, fields[1]),
            }
            for title, fields in PARTS.items()
            if len(fields) == 2 and (names[fields[0]] or getattr(strategy, fields[1]))
        ],
        "choices": [
            [one.what, one.owner, short_date(one.due) if one.due else ""]
            for one in strategy.choices
        ],
        "on": long_date(filters.measure_date),
        "data_version": data_version(store),
    }


def strategy_workbook(store: Reader, row: Row, filters: Filters) -> bytes:
    """The choices to work with, and the whole strategy in words beside them."""
    strategy: Strategy = row["content"]
    names = names_chosen(store, strategy, of_strategy(strategy, filters))
    schema = pa.schema([("what", pa.string()), ("owner", pa.string()), ("due", pa.date32())])
    rows = [one.model_dump() for one in strategy.choices]
    about = {"Wat": words.as_title(row["name"], strategy), "Ambitie": strategy.ambition}
    for title, fields in PARTS.items():
        if len(fields) == 2:
            about[title] = "; ".join(names[fields[0]].values())
            about[f"{title}, waarom"] = getattr(strategy, fields[1])
    about |= {
        "Peildatum": long_date(filters.measure_date),
        "Stand van de gegevens": data_version(store),
    }
    return workbook(pa.Table.from_pylist(rows, schema), _COLUMNS, about, sheet="Keuzes")


def _library(store: Reader, strategy: Strategy) -> str:
    names = {one["id"]: one["name"] for one in libraries(store)}
    return names.get(strategy.library, "") if strategy.library else ""
