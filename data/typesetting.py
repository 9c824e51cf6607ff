"""Typesets a document as PDF: a template of data/templates, filled with plain content.

What people typed goes there as JSON and is never read as markup. Only the fonts inside typst are
used, so a document looks the same on every machine, and nothing is fetched from the internet.
"""

import json
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from datetime import time as clock
from functools import cache
from pathlib import Path
from typing import Any

import typst

TEMPLATES = Path(__file__).parent / "templates"
# So many seconds pass between two looks at whether a document is still wanted.
LOOK = 0.2
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
    return _set(template, template_input(content), on)


def _set(template: str, given: str, on: date) -> bytes:
    made: bytes = typst.compile(
        TEMPLATES / template,
        format="pdf",
        root=TEMPLATES,
        ignore_system_fonts=True,
        sys_inputs={"content": given},
        pdf_standards="ua-1",
        timestamp=datetime.combine(on, clock(), UTC),
    )
    return made


def pdf_apart(
    template: str, content: Mapping[str, Any], on: date, still: Callable[[float], bool]
) -> bytes | None:
    """The same document, set in a process of its own that ends when it is not wanted any more.

    For what takes seconds: the typesetter cannot be stopped, nor say how far it is, and two at work
    in one process hold each other up. `still` is told now and then how many seconds it took so far
    and answers whether to go on; None where not. Raises OSError where it cannot be set.
    """
    asked = {"template": template, "input": template_input(content), "on": on.isoformat()}
    given: bytes | None = json.dumps(asked).encode()
    started = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "data.typesetting"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=TEMPLATES.parents[1],
    ) as process:
        while True:
            try:
                made, _ = process.communicate(given, timeout=LOOK)
            except subprocess.TimeoutExpired:
                given = None  # it has that
                if not still(time.monotonic() - started):
                    process.kill()
                    return None
            else:
                if process.returncode:
                    raise OSError(f"typesetting failed: {process.returncode}")
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


def main() -> None:
    """Set what comes in as JSON and write the PDF: what `pdf_apart` starts."""
    asked = json.load(sys.stdin.buffer)
    made = _set(asked["template"], asked["input"], date.fromisoformat(asked["on"]))
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
