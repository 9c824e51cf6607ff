"""Looks at a typeset document as a reader does: its text, and its pages as pictures."""

import io
import re
from collections.abc import Mapping
from typing import Any

import pytest
import typst
from PIL import Image
from pypdf import PdfReader

from data.typesetting import TEMPLATES, template_input

A4 = (595.28, 841.89)
PER_INCH = 72
_MM = PER_INCH / 25.4


def opened(made: bytes) -> PdfReader:
    """The PDF, read with another library than the one that wrote it."""
    return PdfReader(io.BytesIO(made))


def text_of(pdf: PdfReader, page: int | None = None) -> str:
    """The text without the spaces and line ends that setting it put in, and without hyphens."""
    pages = pdf.pages if page is None else [pdf.pages[page]]
    return bare("".join(one.extract_text() for one in pages))


def bare(text: str) -> str:
    """A text to look for in `text_of`."""
    return re.sub("[\\s\u00ad\u2010-]", "", text)


def rendered(
    template: str, content: Mapping[str, Any], per_inch: float = PER_INCH
) -> list[Image.Image]:
    """The pages of a template as grey pictures."""
    made: Any = typst.compile(
        TEMPLATES / template,
        format="png",
        ppi=per_inch,
        root=TEMPLATES,
        ignore_system_fonts=True,
        sys_inputs={"content": template_input(content)},
    )
    pages = made if isinstance(made, list) else [made]
    return [Image.open(io.BytesIO(one)).convert("L") for one in pages]


def assert_a4(pdf: PdfReader) -> None:
    """Every page is an upright A4."""
    for page in pdf.pages:
        size = (float(page.mediabox.width), float(page.mediabox.height))
        assert size == pytest.approx(A4, abs=0.1)


def assert_blank_margins(image: Image.Image, *, sides: float, top: float, bottom: float) -> None:
    """A page at PER_INCH with something on it and so many millimetres blank around that."""
    inked = image.point([255 * (shade < 250) for shade in range(256)]).getbbox()
    assert inked is not None
    left, above, right, below = inked
    blank = (left, image.width - right, above, image.height - below)
    asked = [int(one * _MM) for one in (sides, sides, top, bottom)]
    assert [have >= want for have, want in zip(blank, asked, strict=True)] == [True] * 4, blank
