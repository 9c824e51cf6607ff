"""The guides that come along: of a size to read, each for its theme, and one sheet to hand out."""

from datetime import date
from typing import get_args

import pytest

from core.material import GuideCode, Shelved, Theme
from core.written_text import blocks
from data.guides import guides
from data.material_pdf import TEMPLATE, material_content, material_pdf, pdf_name
from pages.parts.materials_state import PAGES
from tests.typeset import assert_a4, assert_blank_margins, bare, opened, rendered, text_of

every_guide = pytest.mark.parametrize("guide", guides(), ids=lambda one: one.key)
ADDRESS = "http://localhost:8501/dossier?materiaal=mbo"
DAY = date(2026, 11, 28)
# What a guide must say: where to reckon with, who to talk to, and so on.
ASKED = ("rekening", "wie u", "Eerste stappen", "Vragen", "Valkuilen", "afspreekt", "werkt")


def test_there_is_one_for_each_subject() -> None:
    assert {one.key for one in guides()} == set(get_args(GuideCode))
    themes = {code for one in guides() for code in one.content.themes}
    assert themes == {"KOV", "PO", "VO", "MBO", "COM", "GEM", "MFA"} <= set(get_args(Theme))


@every_guide
def test_it_is_short_and_whole(guide: Shelved) -> None:
    assert 350 <= len(guide.content.text.split()) <= 600
    headings = " ".join(one.lines[0] for one in blocks(guide.content.text) if one.sort == "heading")
    assert [one for one in ASKED if one not in headings] == []
    assert set(guide.pages) <= set(PAGES)
    assert guide.content.checked_on
    assert len(guide.content.summary) < 200


@every_guide
def test_it_is_one_a4(guide: Shelved) -> None:
    titles = [PAGES[page] for page in guide.pages]
    pdf = opened(material_pdf(guide.content, titles, ADDRESS, DAY))
    assert len(pdf.pages) == 1
    assert_a4(pdf)
    text = text_of(pdf)
    lines = [line for one in blocks(guide.content.text) for line in one.lines]
    assert [one for one in [*lines, guide.content.title, *titles] if bare(one) not in text] == []
    [page] = rendered(TEMPLATE, material_content(guide.content, titles, ADDRESS))
    assert_blank_margins(page, sides=18, top=12, bottom=5)


def test_pdf_name_is_that_of_the_title() -> None:
    assert [pdf_name(one.content) for one in guides() if one.key == "mfa"] == [
        "Samen in één gebouw mfa en mfo.pdf"
    ]
