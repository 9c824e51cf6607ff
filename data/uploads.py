"""Files that people hand in: of a kind that is allowed, by their content as well as by their name.

Nothing is opened or unpacked beyond what says of which kind a file is. What could run something
(macros, web pages, drawings with script) is refused; what is kept is only ever handed out as a
download, with the type that was found here.
"""

import hashlib
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from typing import get_args

from core.material import Extension, StoredFile, file_size
from core.wording import enumerated
from data.errors import InputRefused

MOST_BYTES = 20_000_000
NAME_LENGTH = 120
MIME: dict[Extension, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "png": "image/png",
    "jpg": "image/jpeg",
    "txt": "text/plain",
    "csv": "text/csv",
}
ALLOWED = enumerated(get_args(Extension), 20)
_OTHER_SPELLINGS = {"jpeg": "jpg"}
# In names these mean something to a file system, a shell or who reads them.
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_OF_WINDOWS = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_MOST_PARTS = 10_000
_MOST_OF_TYPES = 2_000_000
_MACROS = re.compile(
    r"(?i)vbaproject|vbadata|/activex/|macroenabled|(^|/)(basic|scripts)/", re.ASCII
)
_WEB = re.compile(rb"(?i)<\s*(!doctype|html|svg|script|head|body|iframe|\?xml|\?php)")
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_LOOKED_AT = 4_096
# What zipfile says of files that are none, or are damaged, encrypted or packed in a way of its own.
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, KeyError, OSError, NotImplementedError, RuntimeError,
    EOFError, ValueError,
)  # fmt: skip


def checked_upload(name: str, content: bytes) -> StoredFile:
    """What a file is, if it may be kept; raises InputRefused with the reason in Dutch."""
    if not content:
        raise InputRefused("Dit bestand is leeg", "Kies een bestand met inhoud.")
    if len(content) > MOST_BYTES:
        raise InputRefused(
            f"Dit bestand is te groot ({file_size(len(content))})",
            f"Ten hoogste {file_size(MOST_BYTES)}. Maak het kleiner, of zet het op een andere "
            "plek en voeg hier de link toe.",
        )
    typed = name.rpartition(".")[2].strip().lower() if "." in name else ""
    extension = _OTHER_SPELLINGS.get(typed, typed)
    if extension not in MIME:
        raise InputRefused("Dit soort bestand kan niet worden bewaard", f"Wel: {ALLOWED}.")
    _CHECKS[extension](content, extension)
    return StoredFile(
        name=safe_name(name, extension),
        extension=extension,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def safe_name(name: str, extension: Extension) -> str:
    """A name that is harmless to show and to save under, with the extension that was checked.

    Signs that cannot be seen, that turn the direction of text or that mean something to a file
    system become a space.
    """
    stem = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    seen = "".join(one if _is_shown(one) else " " for one in _NOT_IN_NAMES.sub(" ", stem))
    cleaned = " ".join(seen.split()).strip(". ")[:NAME_LENGTH].strip(". ")
    if not any(one.isalnum() for one in cleaned) or _OF_WINDOWS.fullmatch(cleaned):
        cleaned = f"bestand {cleaned}".strip()
    return f"{cleaned}.{extension}"


def _is_shown(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZ"


def _begins(*marks: bytes) -> Callable[[bytes, Extension], None]:
    def check(content: bytes, extension: Extension) -> None:
        if not content.startswith(marks):
            raise _unlike(extension)

    return check


def _office(content: bytes, extension: Extension) -> None:
    """A file of Microsoft Office says in [Content_Types].xml what its main part is."""
    types = _part(content, "[Content_Types].xml", extension)
    if f"{MIME[extension]}.main+xml".encode() not in types or b"macroEnabled" in types:
        raise _unlike(extension)


def _open_document(content: bytes, extension: Extension) -> None:
    """A file of LibreOffice and the like says in `mimetype` what it is."""
    if _part(content, "mimetype", extension).strip() != MIME[extension].encode():
        raise _unlike(extension)


def _part(content: bytes, name: str, extension: Extension) -> bytes:
    """One part of a packed file, if none of its parts is a macro."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > _MOST_PARTS or packed.getinfo(name).file_size > _MOST_OF_TYPES:
                raise _unlike(extension)
            if any(_MACROS.search(one.filename) for one in parts):
                raise InputRefused(
                    "In dit bestand zitten macro’s",
                    "Sla het op zonder macro’s en kies het dan opnieuw.",
                )
            with packed.open(name) as part:
                return part.read(_MOST_OF_TYPES)
    except _UNREADABLE:
        raise _unlike(extension) from None


def _text(content: bytes, extension: Extension) -> None:
    """Text has no control characters, and no web page or other kind of file under its name."""
    if content.startswith((b"%PDF", b"PK\x03\x04", b"MZ", b"\x7fELF", b"{\\rtf")):
        raise _unlike(extension)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputRefused("Dit tekstbestand is niet leesbaar", "Sla het op als UTF-8.")
    if _CONTROLS.search(content) or _WEB.search(content[:_LOOKED_AT]):
        raise _unlike(extension)


def _unlike(extension: Extension) -> InputRefused:
    return InputRefused(
        f"Dit is geen {extension}-bestand, al heet het zo",
        f"Sla het in het juiste programma op als {extension}, of kies een ander bestand.",
    )


_CHECKS: dict[Extension, Callable[[bytes, Extension], None]] = {
    "pdf": _begins(b"%PDF-"),
    "docx": _office,
    "xlsx": _office,
    "pptx": _office,
    "odt": _open_document,
    "ods": _open_document,
    "odp": _open_document,
    "png": _begins(b"\x89PNG\r\n\x1a\n"),
    "jpg": _begins(b"\xff\xd8\xff"),
    "txt": _text,
    "csv": _text,
}
