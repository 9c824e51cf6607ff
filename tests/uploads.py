"""Small files of every kind that may be kept, as the programs that write them begin."""

import io
import zipfile
from collections.abc import Mapping

from data.uploads import MIME

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
JPG = b"\xff\xd8\xff\xe0" + b"\x00" * 20


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip file with these parts."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content)  # of 1980, so always the same bytes
    return memory.getvalue()


def office(extension: str, more: Mapping[str, bytes] | None = None, types: str = "") -> bytes:
    """A file of Microsoft Office of this kind, with more parts and other content types."""
    of_kind = types or f"{MIME[extension]}.main+xml"  # type: ignore[index]
    said = f'<Types><Override PartName="/x.xml" ContentType="{of_kind}"/></Types>'
    return packed({"[Content_Types].xml": said.encode(), "x.xml": b"<x/>", **(more or {})})


def open_document(extension: str, more: Mapping[str, bytes] | None = None) -> bytes:
    """A file of LibreOffice of this kind, with more parts."""
    mime = MIME[extension].encode()  # type: ignore[index]
    return packed({"mimetype": mime, "content.xml": b"<x/>", **(more or {})})


GOOD = {
    "pdf": PDF,
    "docx": office("docx"),
    "xlsx": office("xlsx"),
    "pptx": office("pptx"),
    "odt": open_document("odt"),
    "ods": open_document("ods"),
    "odp": open_document("odp"),
    "png": PNG,
    "jpg": JPG,
    "txt": "Één afspraak: 5 < 7 en <naam>\n".encode(),
    "csv": b"naam;aantal\nVoorlezen;3\n",
}
