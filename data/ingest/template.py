"""The template workbook: the columns of the import with drop-downs, notes and one example row."""

import io
from typing import Any

import xlsxwriter

from data.ingest.layouts import COLUMNS
from data.ingest.partnerships import known_goals
from data.ingest.terms import lists
from data.store import Row, Store

_ROWS = 2_000
_LISTED = {
    "partnertype": "partner_type",
    "thema": "theme",
    "programma": "programme",
    "vorm": "form",
    "niveau": "level",
    "status": "status",
}
# In these a cell may hold several values, so a value outside the list is allowed.
_SEVERAL = frozenset({"thema", "gemeente", "programma"})
_EXAMPLE = {
    "naam": "Voorbeeld: BoekStart in de kinderopvang (deze rij wordt overgeslagen)",
    "bibliotheek": "Bibliotheek Voorbeeldstad",
    "partner": "Kinderdagverblijf De Zon; Kinderdagverblijf De Maan",
    "partnertype": "kinderopvang",
    "thema": "Kinderopvang",
    "programma": "BoekStart in de kinderopvang",
    "gemeente": "Zaanstad",
    "vorm": "samenwerkingsovereenkomst",
    "niveau": "lokaal",
    "status": "Actief",
    "start": "01-09-2025",
    "einde": "31-08-2028",
    "evaluatie": "01-05-2027",
    "overeenkomst": "ja",
    "eigenaar": "Coördinator jeugd",
    "uren_per_jaar": 120,
    "budget_per_jaar": 2500,
    "beoogd_resultaat": "Op beide locaties wordt elke dag voorgelezen.",
    "SD1": 3,
}
_READ_ME = (
    "Vul op het blad Samenwerkingen een rij per samenwerking in.",
    "Verplicht zijn naam, partner, thema en status; al het andere mag leeg blijven.",
    "Meer waarden in een cel (partners, thema's, gemeenten) scheidt u met een puntkomma.",
    "Datums schrijft u als 31-12-2026, bedragen als 1.250,50.",
    "Twee keer laden kan geen kwaad: naam en bibliotheek samen herkennen een samenwerking.",
    "De rij die begint met 'Voorbeeld:' wordt niet geladen.",
)


def template_workbook(store: Store) -> bytes:
    """The template as .xlsx, with the lists and goals of this store."""
    memory = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(memory, options) as book:
        goals = known_goals(store.rows)
        sheet = book.add_worksheet("Samenwerkingen")
        explained = book.add_worksheet("Toelichting")
        where = _lists(book, store)
        _table(book, sheet, goals, where)
        _explanation(book, explained, goals)
    return memory.getvalue()


def template_gemeenten(store: Store) -> list[Row]:
    """The names of all gemeenten, for the drop-down."""
    return store.rows("template_gemeenten")


def _lists(book: xlsxwriter.Workbook, store: Store) -> dict[str, str]:
    """Write the sheet with lists; column of the import to the cells that hold its list."""
    sheet = book.add_worksheet("Lijsten")
    terms = lists(store.rows)
    listed = {column: list(terms[name].labels.values()) for column, name in _LISTED.items()}
    listed["gemeente"] = [row["name"] for row in template_gemeenten(store)]
    listed["overeenkomst"] = ["ja", "nee"]
    bold = book.add_format({"bold": True})
    where = {}
    for at, (column, labels) in enumerate(listed.items()):
        sheet.write_string(0, at, column, bold)
        sheet.write_column(1, at, labels)
        letter = chr(65 + at)
        where[column] = f"=Lijsten!${letter}$2:${letter}${len(labels) + 1}"
    sheet.set_column(0, len(listed), 30)
    return where


def _table(
    book: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    goals: list[Row],
    where: dict[str, str],
) -> None:
    head = book.add_format({"bold": True, "bg_color": "#1F3A4D", "font_color": "#FFFFFF"})
    must = book.add_format({"bold": True, "bg_color": "#8A3B12", "font_color": "#FFFFFF"})
    shown = book.add_format({"italic": True, "font_color": "#6B6B6B", "bg_color": "#F2F2F2"})
    columns = [(one.name, one.note, one.required) for one in COLUMNS]
    columns += [(goal["code"], _goal_note(goal), False) for goal in goals]
    for at, (name, note, required) in enumerate(columns):
        sheet.write_string(0, at, name, must if required else head)
        size = {"x_scale": 2, "y_scale": 1.2}
        sheet.write_comment(0, at, f"{note}{' Verplicht.' if required else ''}", size)
        sheet.write(1, at, _EXAMPLE.get(name, ""), shown)
        sheet.set_column(at, at, max(14, len(name) + 4))
        if rule := _rule(name, where, goals):
            sheet.data_validation(1, at, _ROWS, at, rule)
    sheet.set_column(0, 0, 40)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, _ROWS, len(columns) - 1)


def _rule(name: str, where: dict[str, str], goals: list[Row]) -> dict[str, Any] | None:
    if name in where:
        # A date of signing, a term of the user's own or several values are welcome as well.
        strict = name not in _SEVERAL and name != "overeenkomst"
        return {
            "validate": "list",
            "source": where[name],
            "error_type": "warning" if strict else "information",
            "show_error": strict,
            "error_title": "Niet in de lijst",
            "error_message": "Kies een waarde uit de lijst.",
        }
    if name in {goal["code"] for goal in goals}:
        return {
            "validate": "list",
            "source": ["0", "1", "2", "3"],
            "error_title": "Bijdrage",
            "error_message": "Vul 0, 1, 2 of 3 in, of laat de cel leeg.",
        }
    return None


def _goal_note(goal: Row) -> str:
    scale = "0 geen, 1 indirect, 2 direct, 3 kern. Leeg: niet beoordeeld."
    return f"Bijdrage aan {goal['label']}: {scale}"


def _explanation(
    book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, goals: list[Row]
) -> None:
    bold = book.add_format({"bold": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 90, wrap)
    for at, sentence in enumerate(_READ_ME):
        sheet.write_string(at, 1, sentence, wrap)
    start = len(_READ_ME) + 1
    sheet.write_row(start, 0, ["Kolom", "Wat u invult"], bold)
    notes = [(one.name, one.note + (" Verplicht." if one.required else "")) for one in COLUMNS]
    notes += [(goal["code"], _goal_note(goal)) for goal in goals]
    for at, (name, note) in enumerate(notes, start + 1):
        sheet.write_string(at, 0, f"· {name}")
        sheet.write_string(at, 1, note, wrap)
