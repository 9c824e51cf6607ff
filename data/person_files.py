"""What there is of somebody, for himself: a workbook, and the same as JSON."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import xlsxwriter

from core.personal_data import NOT_SEARCHED, Way
from data.answers import as_json
from data.export import MOST_ROWS, add_rows, explain
from data.personal_data import Found, is_own, personal_rows, place_of
from data.store import Reader, Row

FOUND = {
    "label": "Wat",
    "where": "Waar",
    "place": "Tabel of soort",
    "id": "Nummer",
    "field": "Veld",
    "value": "Wat er staat",
    "own": "Zeker van deze persoon",
}
SCORES = {
    "consideration": "Afweging",
    "option": "Optie",
    "criterion": "Criterium",
    "field": "Soort",
    "value": "Waarde",
    "made_at": "Gegeven op (UTC)",
}
_SIDES = {"before": "logboek: zoals het was", "after": "logboek: zoals het werd"}
_TEXT = pa.string()


def person_rows(store: Reader, found: Found) -> list[Row]:
    """Every place in which somebody stands, with the other fields of what is about him alone."""
    rows = [_row(row, row["held"].label, row["path"], row["value"]) for row in found.rows]
    about = {
        (row["place"], row["id"]): row["held"]
        for row in found.rows
        if is_own(row) and row["held"].way is Way.WHOLE
    }
    for row in personal_rows(store, found.sought, about):
        held = about.get((row["place"], row["id"]))
        if held is None:
            continue
        content = json.loads(row["content"])["content"]
        named = {place.removeprefix(f"{row['place']}.content.") for place in held.places}
        for field in named & content.keys():
            if isinstance(content[field], str):
                his = row | {"is_whole": True, "held": held}
                rows.append(_row(his, held.label, f"content.{field}", content[field]))
    unique = {tuple(row.items()): row for row in rows}
    return sorted(unique.values(), key=lambda row: (row["label"], row["where"], row["id"]))


def participant_scores(store: Reader, found: Found) -> list[Row]:
    """What somebody gave in sessions: consideration, option, criterion, field, value, made_at."""
    ids = {int(row["id"]) for row in found.rows if row["place"] == "participant" and is_own(row)}
    rows = store.rows("participant_scores", participants=sorted(ids))
    return [row | {"made_at": str(row["made_at"])} for row in rows]


def person_json(store: Reader, found: Found) -> bytes:
    """Everything of somebody as JSON."""
    answer = {
        "sought": list(found.sought.terms),
        "found": person_rows(store, found),
        "scores": participant_scores(store, found),
        "not_searched": list(NOT_SEARCHED),
    }
    return as_json(answer).encode()


def person_workbook(store: Reader, found: Found) -> bytes:
    """Everything of somebody as an Excel workbook."""
    memory = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(memory, options) as book:
        add_rows(book, "Gevonden", _table(person_rows(store, found), FOUND), FOUND)
        add_rows(book, "Scores", _table(participant_scores(store, found), SCORES), SCORES)
        explain(book, "Toelichting", dict(_about(found)))
    return memory.getvalue()


def _about(found: Found) -> Iterator[tuple[str, str]]:
    yield "Gezocht op", "; ".join(found.sought.terms)
    yield "Bron", "het eigen gegevensbestand van dit programma, met het logboek van wijzigingen"
    for at, text in enumerate(NOT_SEARCHED, 1):
        yield f"Niet doorzocht {at}", text
    if len(found.rows) > MOST_ROWS:
        yield "Let op", "Niet alles past op een blad van Excel; het JSON-bestand bevat alles."


def _row(row: Row, label: str, path: str, value: Any) -> Row:
    return {
        "label": label,
        "where": _SIDES.get(row["side"] or "", "nu"),
        "place": row["place"],
        "id": row["id"],
        "field": place_of(path),
        "value": value,
        "own": "ja" if is_own(row) else "genoemd in een tekst",
    }


def _table(rows: list[Row], headings: dict[str, str]) -> pa.Table:
    schema = pa.schema([(name, _TEXT) for name in headings])
    return pa.Table.from_pylist([{name: row[name] for name in headings} for row in rows], schema)
