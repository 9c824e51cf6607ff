"""A file as its sheets of raw cells, or a refusal that says what to do.

In go the bytes and the name of a file; out come `Sheet`s whose row 1 is row 1 of the
spreadsheet. Nothing is interpreted: a cell that starts with `=` is text, a formula is the
value that Excel last computed for it, or `Uncomputed`.
"""

import copy
import io
import re
import zipfile
import zlib
from dataclasses import dataclass

import python_calamine

from core.values import Cell
from data.errors import InputRefused
from data.ingest import delimited
from data.ingest.formulas import Uncomputed, column, uncomputed

LARGEST_FILE = 20 * 1024**2
LARGEST_UNPACKED = 200 * 1024**2
MOST_CELLS = 20_000_000
_FILLED = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"'][^>]*>")
_CHUNK = 4 * 1024**2

_SAVE_AS = "Open het bestand in Excel of LibreOffice en sla het op als Excel-werkmap (.xlsx)."
_NO_SHEET = "Kies een Excel-werkmap (.xlsx) of een CSV-bestand."
_KINDS = {
    b"%PDF": "Dit is een pdf, geen spreadsheet",
    b"\x89PNG": "Dit is een afbeelding, geen spreadsheet",
    b"\xff\xd8\xff": "Dit is een afbeelding, geen spreadsheet",
    b"GIF8": "Dit is een afbeelding, geen spreadsheet",
    b"{\\rtf": "Dit is een tekstdocument, geen spreadsheet",
}
_PARTS = {
    "word/document.xml": ("Dit is een Word-document, geen spreadsheet", _NO_SHEET),
    "ppt/presentation.xml": ("Dit is een presentatie, geen spreadsheet", _NO_SHEET),
    "xl/workbook.bin": ("Een binaire werkmap (.xlsb) kan niet worden gelezen", _SAVE_AS),
    "content.xml": ("Een OpenDocument-bestand kan niet worden gelezen", _SAVE_AS),
}


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name and its rows of cells, the first row being row 1."""

    name: str
    rows: list[list[Cell]]


@dataclass(frozen=True)
class Sheets:
    """What a file holds, and what had to be said about reading it."""

    sheets: list[Sheet]
    remarks: tuple[str, ...] = ()


def read_sheets(content: bytes, file_name: str) -> Sheets:
    """The sheets of an .xlsx or delimited file; raises InputRefused for anything else."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise InputRefused("Dit bestand is leeg", f"Er staat niets in {file_name}. {_NO_SHEET}")
    if len(content) > LARGEST_FILE:
        raise InputRefused(
            f"Dit bestand is te groot ({len(content) / 1024**2:.0f} MB)",
            "Een bestand mag ten hoogste 20 MB zijn. Verwijder bladen en kolommen die niet nodig "
            "zijn, of verdeel de rijen over enkele bestanden.",
        )
    if content.startswith(b"PK"):
        return Sheets(_workbook(content))
    _refuse_others(content)
    if file_name.lower().endswith((".xlsx", ".xlsm")):
        raise InputRefused(
            "Dit bestand kan niet als werkmap worden geopend",
            f"De naam {file_name} eindigt als die van een Excel-werkmap, maar dat is het niet. "
            f"{_SAVE_AS} Is het een CSV-bestand, geef het dan een naam die eindigt op .csv.",
        )
    rows, remarks = delimited.read_rows(content)
    return Sheets([Sheet("CSV", rows)], remarks)


def _refuse_others(content: bytes) -> None:
    for start, title in _KINDS.items():
        if content.startswith(start):
            raise InputRefused(title, _NO_SHEET)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise _protected()
        raise InputRefused("Een oude Excel-werkmap (.xls) kan niet worden gelezen", _SAVE_AS)
    if re.match(rb"\s*<(\?xml|!doctype|html)", content[:200], re.IGNORECASE):
        raise InputRefused("Dit is een webpagina of XML-bestand, geen spreadsheet", _SAVE_AS)
    if not delimited.is_text(content):
        raise InputRefused("Dit bestand is geen spreadsheet", _NO_SHEET)


def _protected() -> InputRefused:
    return InputRefused(
        "Deze werkmap is beveiligd met een wachtwoord",
        "Open de werkmap in Excel, haal het wachtwoord eraf (Bestand, Info, Werkmap beveiligen) "
        "en sla haar opnieuw op.",
    )


def _workbook(content: bytes) -> list[Sheet]:
    damaged = InputRefused("Deze werkmap is beschadigd", f"{_SAVE_AS} Probeer het dan opnieuw.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_parts(archive)
            _refuse_far_cells(archive)
            formulas = uncomputed(archive)
        with python_calamine.load_workbook(io.BytesIO(content)) as book:
            sheets = [
                _sheet(book.get_sheet_by_name(meta.name), formulas.get(meta.name, []))
                for meta in book.sheets_metadata
                if meta.typ == python_calamine.SheetTypeEnum.WorkSheet
            ]
    except python_calamine.PasswordError as error:
        raise _protected() from error
    except (zipfile.BadZipFile, python_calamine.CalamineError, RuntimeError, OSError) as error:
        raise damaged from error
    except (NotImplementedError, ValueError, KeyError, EOFError, zlib.error) as error:
        raise damaged from error
    if not any(sheet.rows for sheet in sheets):
        raise InputRefused("Deze werkmap is leeg", "Op geen van de bladen staat iets.")
    return sheets


def _refuse_parts(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    for part, (title, advice) in _PARTS.items():
        if part in names:
            raise InputRefused(title, advice)
    if "xl/workbook.xml" not in names:
        raise InputRefused("Dit is een zip-bestand, geen spreadsheet", _NO_SHEET)
    if _is_larger(archive, LARGEST_UNPACKED):
        raise InputRefused(
            "Deze werkmap is uitgepakt te groot",
            "Uitgepakt mag zij ten hoogste 200 MB zijn. Kopieer de rijen met gegevens naar een "
            "nieuwe werkmap en sla die op.",
        )


def _is_larger(archive: zipfile.ZipFile, limit: int) -> bool:
    """Whether its parts unpack to more than this, whatever the file says of their size.

    What reads the workbook goes on to the end of a part, so this does too; it keeps none of it.
    """
    if sum(entry.file_size for entry in archive.infolist()) > limit:
        return True
    left = limit
    for entry in archive.infolist():
        whole = copy.copy(entry)
        whole.file_size = limit + 1
        with archive.open(whole) as part:
            while chunk := part.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    return True
    return False


def _refuse_far_cells(archive: zipfile.ZipFile) -> None:
    """A value in the far corner of a sheet would make a table of billions of empty cells."""
    for name in archive.namelist():
        if not name.startswith("xl/worksheets/") or not name.endswith(".xml"):
            continue
        rows = width = 0
        with archive.open(name) as part:
            rest = b""
            while chunk := part.read(_CHUNK):
                chunk = rest + chunk
                rest = chunk[chunk.rfind(b"<") :]
                for cell in _FILLED.finditer(chunk):
                    if not cell[0].endswith(b"/>"):
                        rows, width = max(rows, int(cell[2])), max(width, column(cell[1]))
        if rows * width > MOST_CELLS:
            raise InputRefused(
                "In deze werkmap staat iets ver buiten de tabel",
                f"Op een blad is een cel in rij {rows} gevuld, of een kolom ver naar rechts. "
                "Verwijder die cel en sla de werkmap opnieuw op.",
            )


def _sheet(sheet: python_calamine.CalamineSheet, formulas: list[tuple[int, int]]) -> Sheet:
    """A sheet, with merged cells filled downward: their value holds for each of their rows."""
    rows: list[list[Cell]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for at, position in formulas:
        rows += [[] for _ in range(at + 1 - len(rows))]
        rows[at] += [""] * (position + 1 - len(rows[at]))
        if rows[at][position] == "":
            rows[at][position] = Uncomputed()
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or []:
        if bottom > top and top < len(rows) and left < len(rows[top]):
            for row in rows[top + 1 : bottom + 1]:
                row[left] = rows[top][left]
    return Sheet(sheet.name, rows)
