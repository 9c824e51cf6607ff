"""Formulas in a workbook of which the outcome was never computed.

Excel keeps the outcome of a formula beside it; a program that writes a workbook often does not.
Such a cell reads as empty although it is not, so it comes as `Uncomputed`: an empty text that
can be told from one.
"""

import html
import re
import zipfile
from collections.abc import Iterator

_CHUNK = 4 * 1024**2
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*"
    rb"<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*"
    rb"</(?:\w+:)?c>"
)
_PLACE = re.compile(rb"\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_TEXT = re.compile(rb"\bt=[\"']str[\"']")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

UNCOMPUTED = "Deze cel bevat een formule zonder uitkomst; open en bewaar het bestand in Excel."


class Uncomputed(str):
    """The empty value of a cell with a formula that nobody computed."""

    __slots__ = ()


def uncomputed(archive: zipfile.ZipFile) -> dict[str, list[tuple[int, int]]]:
    """By sheet the rows and columns (from 0) of the formulas without an outcome."""
    found: dict[str, list[tuple[int, int]]] = {}
    there = set(archive.namelist())
    for name, part in _sheets(archive):
        if part in there and (cells := list(_cells(archive, part))):
            found[name] = cells
    return found


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The names of the sheets with the part of the archive that each is in."""
    book = archive.read("xl/workbook.xml").decode("utf-8", errors="replace")
    try:
        links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", errors="replace")
    except KeyError:
        return
    targets = {}
    for text in _RELATION.findall(links):
        link = _attributes(text)
        targets[link.get("Id", "")] = link.get("Target", "")
    for text in _SHEET.findall(book):
        sheet = _attributes(text)
        id_ = next((value for key, value in sheet.items() if key.endswith(":id")), "")
        target = targets.get(id_, "")
        yield sheet.get("name", ""), target[1:] if target.startswith("/") else f"xl/{target}"


def _attributes(text: str) -> dict[str, str]:
    return {key: html.unescape(one or two) for key, one, two in _ATTRIBUTE.findall(text)}


def _cells(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[int, int]]:
    with archive.open(part) as sheet:
        rest = b""
        while chunk := sheet.read(_CHUNK):
            chunk = rest + chunk
            cut = chunk.rfind(b"c>") + 2
            rest = chunk[cut:] if cut > 1 else chunk
            for cell in _FORMULA.finditer(chunk, 0, cut if cut > 1 else 0):
                # Text that came out empty is an outcome; Excel writes it as an empty value.
                if cell[2] and _TEXT.search(cell[1]):
                    continue
                if place := _PLACE.search(cell[1]):
                    yield int(place[2]) - 1, column(place[1]) - 1


def column(letters: bytes) -> int:
    """The number of a column: 1 for A, 27 for AA."""
    position = 0
    for letter in letters:
        position = position * 26 + letter - 64
    return position
