"""Delimited text as rows of cells: which encoding, which delimiter, and no row ever lost."""

import csv
import io
import re
from collections import Counter

from core.formulas import as_typed
from core.values import Cell
from data.errors import InputRefused

# As many rows as a spreadsheet can have; and cells, of which an empty one takes a byte.
MOST_ROWS = 1_048_576
MOST_CELLS = 5_000_000
_SAMPLE = 60
_DELIMITERS = ";\t,"
_LINE_END = re.compile(r"\r\n|\r|\n")
csv.field_size_limit(2**31 - 1)

_MIXED = (
    "Dit bestand gebruikt twee tekencoderingen door elkaar (UTF-8 en Windows-1252). "
    "Controleer namen met accenten."
)
_QUOTE = (
    "Een aanhalingsteken in dit bestand wordt niet gesloten. Elke regel is daarom als een rij "
    "gelezen; controleer de rijen met een aanhalingsteken."
)


def is_text(content: bytes) -> bool:
    """Whether these bytes can be a text file at all."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = content[:65_536]
    if b"\0" in sample:
        return False
    control = sum(sample.count(code) for code in range(32) if code not in (9, 10, 12, 13))
    return control * 100 <= len(sample)


def read_rows(content: bytes) -> tuple[list[list[Cell]], tuple[str, ...]]:
    """The rows of a delimited file, as a spreadsheet counts them, and remarks about reading it."""
    text, mixed = _decoded(content)
    text = text.replace("\0", "")
    delimiter = ""
    if text[:4].casefold() == "sep=" and len(text) > 4:
        delimiter, text = text[4], text.partition("\n")[2]
    delimiter = delimiter or _delimiter(text)
    _refuse_too_many(text, delimiter)
    unclosed = text.count('"') % 2 == 1
    rows = _by_line(text, delimiter) if unclosed else _records(text, delimiter)
    remarks = [_MIXED] * mixed + [_QUOTE] * unclosed
    return [[as_typed(cell) for cell in row] for row in rows], tuple(remarks)


def _refuse_too_many(text: str, delimiter: str) -> None:
    """A small file of nothing but signs between cells would become a very large table."""
    rows = max(text.count("\n"), text.count("\r")) + 1
    cells = text.count(delimiter) + rows
    if rows > MOST_ROWS or cells > MOST_CELLS:
        what = "rijen" if rows > MOST_ROWS else "cellen"
        raise InputRefused(
            f"Dit bestand heeft te veel {what}",
            "Verwijder lege rijen en kolommen, of verdeel de rijen over enkele bestanden.",
        )


def _decoded(content: bytes) -> tuple[str, bool]:
    """The text, and whether lines in different encodings had to be read one by one."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), False
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    lines, found = [], set()
    for line in content.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        text, encoding = _decoded_line(line)
        lines.append(text)
        found.add(encoding)
    return "\n".join(lines), {"utf-8", "cp1252"} <= found


def _decoded_line(line: bytes) -> tuple[str, str]:
    if line.isascii():
        return line.decode("ascii"), "ascii"
    try:
        return line.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return line.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return line.decode("latin-1"), "cp1252"


def _records(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _by_line(text: str, delimiter: str) -> list[list[str]]:
    """Each line a row, where quotes cannot be trusted to close."""
    rows: list[list[str]] = []
    for line in _LINE_END.split(text):
        odd = line.count('"') % 2 == 1
        rows.append(
            line.split(delimiter) if odd else next(csv.reader([line], delimiter=delimiter), [])
        )
    return rows


def _delimiter(text: str) -> str:
    """The delimiter that cuts the first lines most often into the same, largest number of cells."""
    sample = "\n".join(text[: 400 * _SAMPLE].splitlines()[:_SAMPLE])

    def evenness(delimiter: str) -> int:
        widths = Counter(len(row) for row in _records(sample, delimiter) if len(row) > 1)
        return max(((width - 1) * times for width, times in widths.items()), default=0)

    return max(_DELIMITERS, key=evenness)
