"""The workbook to fill in key figures: a row for each gemeente, with what is known already."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

from core.gemeente_figures import FIGURES, GemeenteFigures

_READ_ME = (
    "Vul op het blad Kerncijfers een rij per gemeente en jaar in; rijen erbij zetten mag.",
    "Verplicht zijn gemeente en jaar. Laat leeg wat u niet weet: op de factsheet staat dan ‘niet "
    "aangeleverd’. Een rij zonder cijfers wordt overgeslagen.",
    "Aantallen schrijft u als 12.500, bedragen en fte als 18,50.",
    "Twee keer laden kan geen kwaad: bibliotheek, gemeente en jaar herkennen een rij. Een cel die "
    "u leegmaakt, maakt ook het bewaarde cijfer leeg.",
)


@dataclass(frozen=True)
class TemplateRow:
    """A gemeente of a library, with the figures that are known over the year."""

    library: str
    gemeente: str
    figures: GemeenteFigures | None


def figures_workbook(rows: Sequence[TemplateRow], year: int) -> bytes:
    """The workbook as .xlsx; texts stay texts, whatever they begin with."""
    memory = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(memory, options) as book:
        head = book.add_format({"bold": True, "bg_color": "#1F3A4D", "font_color": "#FFFFFF"})
        must = book.add_format({"bold": True, "bg_color": "#8A3B12", "font_color": "#FFFFFF"})
        sheet = book.add_worksheet("Kerncijfers")
        columns = [
            ("bibliotheek", "Naam van de bibliotheek. Mag leeg blijven als er één is.", head),
            ("gemeente", "Naam of GM-code. Verplicht.", must),
            ("jaar", "Het jaar waarover de cijfers gaan. Verplicht.", must),
            *((one.column, one.note, head) for one in FIGURES.values()),
        ]
        for at, (name, note, form) in enumerate(columns):
            sheet.write_string(0, at, name, form)
            sheet.write_comment(0, at, note, {"x_scale": 2, "y_scale": 1.2})
            sheet.set_column(at, at, 30 if at < 2 else max(13, len(name) + 3))
        for at, row in enumerate(rows, 1):
            sheet.write_string(at, 0, row.library)
            sheet.write_string(at, 1, row.gemeente)
            sheet.write_number(at, 2, year)
            given = row.figures.given() if row.figures else {}
            for column, name in enumerate(FIGURES, 3):
                if name in given:
                    sheet.write_number(at, column, given[name])
        sheet.freeze_panes(1, 3)
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
        _explanation(book)
    return memory.getvalue()


def _explanation(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("Toelichting")
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90, wrap)
    for at, sentence in enumerate(_READ_ME):
        sheet.write_string(at, 1, sentence, wrap)
    for at, one in enumerate(FIGURES.values(), len(_READ_ME) + 1):
        sheet.write_string(at, 0, f"· {one.column}")
        sheet.write_string(at, 1, one.note, wrap)
