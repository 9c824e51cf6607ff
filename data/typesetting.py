"""Typesets a document as PDF: a template of data/templates, filled with plain content.

What people typed goes there as JSON and is never read as markup. Only the fonts inside typst are
used, so a document looks the same on every machine, and nothing is fetched from the internet.
"""

import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

TEMPLATES = Path(__file__).parent / "templates"
_ONE_CHARACTER = b'#set document(title: [.])\n#set text(lang: "nl")\n#sys.inputs.character'
# From a space up to here every character is in the fonts.
_PLAIN = "\u007f"
_CONTROLS = ("Cc", "Zl", "Zp")
# These turn the direction of text: a sentence could read otherwise than it is stored.
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def pdf(template: str, content: Mapping[str, Any], on: date) -> bytes:
    """The document, accessible (PDF/UA-1); the same content and date give the same bytes.

    `template` is a file name in data/templates. `content` is made of texts, numbers, None, lists
    and dictionaries; a character that the fonts lack is shown by its number, as in `[U+1F600]`.
    """
    made: bytes = typst.compile(
        TEMPLATES / template,
        format="pdf",
        root=TEMPLATES,
        ignore_system_fonts=True,
        sys_inputs={"content": template_input(content)},
        pdf_standards="ua-1",
        timestamp=datetime.combine(on, time(), UTC),
    )
    return made


def picture(template: str, content: Mapping[str, Any], per_inch: int) -> bytes:
    """The one page of a document as PNG, to show how it prints."""
    made: bytes = typst.compile(
        TEMPLATES / template,
        format="png",
        ppi=per_inch,
        root=TEMPLATES,
        ignore_system_fonts=True,
        sys_inputs={"content": template_input(content)},
    )
    return made


def template_input(content: Mapping[str, Any]) -> str:
    """The JSON that a template reads, with only characters that its fonts have."""
    return json.dumps(_showable(content), ensure_ascii=False)


def _showable(content: Any) -> Any:
    """The content with texts that can be set: one spelling of accents, no control characters."""
    if isinstance(content, str):
        text = unicodedata.normalize("NFC", content).replace("\r\n", "\n")
        return "".join(one if " " <= one < _PLAIN else _character(one) for one in text)
    if isinstance(content, Mapping):
        return {key: _showable(value) for key, value in content.items()}
    return [_showable(one) for one in content] if isinstance(content, list | tuple) else content


@cache
def _character(character: str) -> str:
    """The character, or its number where no font has it or where it turns the text around."""
    if character == "\n" or unicodedata.category(character) in _CONTROLS:
        return "\n" if character == "\n" else " "
    its_number = f"[U+{ord(character):04X}]"
    if character in _TURNING:
        return its_number
    try:
        typst.compile(
            _ONE_CHARACTER,
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"character": character},
            pdf_standards="ua-1",
        )
    except typst.TypstError:
        return its_number
    return character
