"""Files that people hand in: what is kept, under which name, and what is refused."""

import io
import zipfile
from contextlib import suppress

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from data.errors import InputRefused
from data.uploads import ALLOWED, MIME, MOST_BYTES, NAME_LENGTH, checked_upload, safe_name
from tests.uploads import GOOD, JPG, PDF, PNG, office, open_document, packed

PAGE = b"<!DOCTYPE html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


@pytest.mark.parametrize("extension", GOOD)
def test_every_kind_that_may_be_kept(extension: str) -> None:
    for name in (f"Plan.{extension}", f"PLAN.{extension.upper()}", f"a.b.{extension}"):
        found = checked_upload(name, GOOD[extension])
        assert found.extension == extension
        assert found.size == len(GOOD[extension])
        assert found.name.endswith(f".{extension}")


def test_a_workbook_as_it_is_written() -> None:
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory) as book:
        book.add_worksheet().write(0, 0, "uren")
    assert checked_upload("uren.xlsx", memory.getvalue()).extension == "xlsx"


def test_jpeg_is_jpg_and_the_same_bytes_have_the_same_hash() -> None:
    one, other = checked_upload("a.jpeg", JPG), checked_upload("b.jpg", JPG)
    assert (one.extension, one.name) == ("jpg", "a.jpg")
    assert one.sha256 == other.sha256


@pytest.mark.parametrize(
    ("name", "content"),
    [
        # of no kind that is kept
        ("pagina.html", PAGE), ("tekening.svg", SVG), ("macro.docm", office("docx")),
        ("oud.doc", b"\xd0\xcf\x11\xe0"), ("programma.exe", b"MZ"), ("plan", PDF), ("pdf", PDF),
        ("plan.pdf.exe", PDF), ("plan.pdf.html", PDF), ("plan.", PDF), ("plan.zip", packed({})),
        ("plan.pdf\x00.exe", PDF), ("plan.pd\u202ef", PDF),
        # another kind than the name says
        ("plan.pdf", PAGE), ("plan.pdf", b" " + PDF), ("plan.pdf", GOOD["docx"]),
        ("plan.docx", PDF), ("plan.docx", GOOD["xlsx"]), ("plan.docx", packed({"a": b"b"})),
        ("plan.xlsx", GOOD["ods"]), ("plan.odt", GOOD["odp"]), ("plan.odt", GOOD["docx"]),
        ("foto.png", JPG), ("foto.png", SVG), ("foto.jpg", PNG), ("foto.jpg", PAGE),
        ("plan.txt", PAGE), ("plan.txt", b"\xef\xbb\xbf  \n" + PAGE), ("plan.csv", SVG),
        ("plan.txt", b"<?xml version='1.0'?>" + SVG), ("plan.txt", PDF), ("plan.csv", b"MZ\x90"),
        ("plan.txt", b"\x00\x01\x02"), ("plan.txt", GOOD["docx"]), ("plan.txt", PNG),
        ("plan.txt", "tekst".encode("utf-16")),
        # with macros
        ("plan.docx", office("docx", {"word/vbaProject.bin": b"x"})),
        ("plan.xlsx", office("xlsx", {"xl/VBAPROJECT.BIN": b"x"})),
        ("plan.pptx", office("pptx", {"ppt/activeX/a.xml": b"x"})),
        ("plan.docx", office("docx", types="application/vnd.ms-word.document.macroEnabled")),
        ("plan.odt", open_document("odt", {"Basic/Standard/Module1.xml": b"x"})),
        ("plan.ods", open_document("ods", {"Scripts/python/a.py": b"x"})),
        # damaged
        ("plan.docx", GOOD["docx"][:40]), ("plan.docx", b"PK\x03\x04"), ("plan.odt", b"PK"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)  # fmt: skip
def test_what_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(InputRefused) as refused:
        checked_upload(name, content)
    assert refused.value.title
    assert refused.value.advice.endswith(".")


def test_an_empty_file_and_one_that_is_too_large() -> None:
    with pytest.raises(InputRefused, match="leeg"):
        checked_upload("leeg.txt", b"")
    with pytest.raises(InputRefused, match="te groot"):
        checked_upload("groot.pdf", PDF + b" " * MOST_BYTES)
    assert checked_upload("net.pdf", PDF.ljust(MOST_BYTES)).size == MOST_BYTES


def test_a_packed_file_is_not_unpacked() -> None:
    """A bomb: its content types would be a hundred megabytes."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", b" " * 100_000_000)
    with pytest.raises(InputRefused):
        checked_upload("bom.docx", memory.getvalue())


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\map\\plan.pdf", "plan.pdf"),
        ("plan\u202efdp.exe.pdf", "plan fdp.exe.pdf"),
        ('a"; filename="b.html\r\nX: y.pdf', "a ; filename= b.html X y.pdf"),
        ("<script>alert(1)</script>.pdf", "script.pdf"),
        ("con.pdf", "bestand con.pdf"),
        ("...pdf", "bestand.pdf"),
        (".pdf", "pdf.pdf"),
        ("\u200b\u200b.pdf", "bestand.pdf"),
        ("één plan.pdf", "één plan.pdf"),
    ],
)
def test_safe_name(name: str, safe: str) -> None:
    assert safe_name(name, "pdf") == safe


@given(st.text(max_size=400))
def test_any_name_is_made_safe(name: str) -> None:
    safe = safe_name(name, "pdf")
    assert safe.endswith(".pdf")
    assert len(safe) <= NAME_LENGTH + len("bestand .pdf")
    assert safe.isprintable()
    assert not set(safe) & set('<>:"/\\|?*')
    assert not safe.startswith((".", " "))
    assert safe_name(safe, "pdf") == safe


@given(st.binary(max_size=300), st.sampled_from(sorted(MIME)))
def test_any_bytes_are_kept_or_refused_in_dutch(content: bytes, extension: str) -> None:
    with suppress(InputRefused):  # and nothing else
        assert checked_upload(f"plan.{extension}", content).size == len(content)


def test_what_is_allowed_is_said() -> None:
    assert all(one in ALLOWED for one in MIME)
