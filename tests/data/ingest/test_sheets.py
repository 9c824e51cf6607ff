import io
import zipfile
import zlib

import pytest

from data.errors import InputRefused
from data.ingest import sheets
from data.ingest.sheets import read_sheets

from .files import workbook


def rows(content, name="x.csv"):
    return read_sheets(content, name).sheets[0].rows


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_delimiters_and_encodings(delimiter, encoding):
    text = f'naam{delimiter}partner\n"Café{delimiter} ""één"""{delimiter}A\n'
    assert rows(text.encode(encoding)) == [["naam", "partner"], [f'Café{delimiter} "één"', "A"]]


def test_mixed_encodings_lose_no_row_and_are_told():
    content = "naam;partner\nCafé;A\n".encode() + "Ruïne;B\n".encode("cp1252")
    found = read_sheets(content, "x.csv")
    assert found.sheets[0].rows[1:] == [["Café", "A"], ["Ruïne", "B"]]
    assert "twee tekencoderingen" in found.remarks[0]


def test_an_unclosed_quote_swallows_no_rows():
    found = read_sheets(b'naam;partner\n"De Maas;A\nB;C\nD;E\n', "x.csv")
    assert found.sheets[0].rows[1:4] == [['"De Maas', "A"], ["B", "C"], ["D", "E"]]
    assert "aanhalingsteken" in found.remarks[0]


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (b"", "leeg"),
        (b"\xef\xbb\xbf \n\n", "leeg"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n...", "afbeelding"),
        (bytes(range(256)) * 40, "geen spreadsheet"),
        (b"<html><table></table></html>", "webpagina"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900, ".xls"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b"PK\x03\x04 broken", "beschadigd"),
        (b"x" * (sheets.LARGEST_FILE + 1), "te groot"),
    ],
)
def test_what_is_no_spreadsheet_is_refused(content, title):
    with pytest.raises(InputRefused) as refused:
        read_sheets(content, "x.xlsx")
    assert title in refused.value.title
    assert refused.value.advice


@pytest.mark.parametrize("name", ["kerncijfers.xlsx", "Kerncijfers.XLSM"])
def test_a_workbook_by_its_name_only_is_no_file_without_headings(name):
    with pytest.raises(InputRefused) as refused:
        read_sheets(b"Dit is een gewoon tekstbestand.\nMet twee regels.\n", name)
    assert refused.value.title == "Dit bestand kan niet als werkmap worden geopend"
    assert ".csv" in refused.value.advice


def zipped(**parts: bytes) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return memory.getvalue()


def test_a_word_document_a_zip_and_a_zip_bomb_are_refused():
    for part, title in (("word__document.xml", "Word"), ("a.txt", "zip")):
        with pytest.raises(InputRefused, match=title):
            read_sheets(zipped(**{part: b"x"}), "x.xlsx")
    bomb = zipped(xl__workbook__xml=b"", **{"xl__workbook.xml": b"\0" * (201 * 1024**2)})
    assert len(bomb) < sheets.LARGEST_FILE
    with pytest.raises(InputRefused, match="uitgepakt te groot"):
        read_sheets(bomb, "x.xlsx")


def test_a_zip_bomb_that_says_it_is_small_is_refused():
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/sharedStrings.xml", b"\0" * (201 * 1024**2))
        lying = archive.getinfo("xl/sharedStrings.xml")
        lying.file_size, lying.CRC = 10, zlib.crc32(b"\0" * 10)
    with pytest.raises(InputRefused, match="uitgepakt te groot"):
        read_sheets(memory.getvalue(), "x.xlsx")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"naam;thema" + b"\n" * 1_100_000, "rijen"),
        (b"naam;thema\r" + b"\r" * 1_100_000, "rijen"),
        (b"naam;thema\n" + b";" * 5_100_000, "cellen"),
    ],
)
def test_a_small_text_of_very_many_cells_is_refused(content, what):
    assert len(content) < sheets.LARGEST_FILE
    with pytest.raises(InputRefused, match=f"te veel {what}"):
        read_sheets(content, "x.csv")


def test_a_value_in_the_far_corner_is_refused_not_read():
    content = workbook(("Blad1", [["naam"]]))
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(memory, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename.endswith("sheet1.xml"):
                far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                part = part.replace(b"</sheetData>", far)
            new.writestr(entry, part)
    with pytest.raises(InputRefused, match="ver buiten de tabel"):
        read_sheets(memory.getvalue(), "x.xlsx")


def test_cells_come_as_excel_gives_them_and_merged_cells_fill_down():
    content = workbook(
        ("Blad1", [["naam", 5.0, True], ["00AP00", "=1+1", None], ["", "@x", "-y"]]),
        merged=("A2:A3",),
    )
    assert rows(content, "x.xlsx") == [
        ["naam", 5.0, True],
        ["00AP00", "", ""],
        ["00AP00", "@x", "-y"],
    ]
