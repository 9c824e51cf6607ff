"""A step plan on paper, read back with another library than the one that wrote it."""

from typing import Any

import pytest
from pypdf import PdfReader

from core.step_plan import PHASES, phase_label
from core.step_plan_printed import PrintedPlan
from data.step_plan_pdf import TEMPLATE, step_plan_content, step_plan_pdf
from data.step_plans import shipped
from tests.printed_plans import HOSTILE, LONG, a_hostile_plan, a_plan, a_point
from tests.typeset import assert_a4, assert_blank_margins, bare, opened, rendered, text_of

CASES = {
    "half-way": a_plan(),
    "no wishes, no partners": a_plan(wishes=(), partners=()),
    "one check a phase": a_plan(points=tuple(a_point(100 * at + 8) for at in PHASES)),
    "nothing in it": a_plan(points=(), wishes=(), partners=()),
    "words without end": a_hostile_plan("x" * 200),
    "long words": a_hostile_plan(LONG),
    "hostile": a_hostile_plan(HOSTILE),
}


def read(plan: PrintedPlan, *shown: int) -> PdfReader:
    return opened(step_plan_pdf(plan, shown or None))


@pytest.mark.parametrize("plan", CASES.values(), ids=CASES)
def test_pages_are_a4_with_blank_margins(plan: PrintedPlan) -> None:
    """Nothing is cut off, whatever is in it."""
    for shown in (None, [3]):
        pdf = opened(step_plan_pdf(plan, shown))
        assert_a4(pdf)
        images = rendered(TEMPLATE, step_plan_content(plan, shown))
        assert len(images) == len(pdf.pages)
        for image in images:
            assert_blank_margins(image, sides=15, top=10, bottom=8)


@pytest.mark.parametrize("plan", CASES.values(), ids=CASES)
def test_all_checks_and_wishes_are_there(plan: PrintedPlan) -> None:
    text = text_of(read(plan))
    expected = [
        plan.name,
        *plan.partners,
        *(phase_label(one) for one in PHASES),
        *(one.aim for one in shipped().phases),
        *(one.text for one in plan.points),
        *(one.title for one in plan.wishes),
        *(
            wish.text or ""
            for one in plan.wishes
            for those in one.wishes.values()
            for wish in those
        ),
    ]
    assert [one for one in expected if bare(one) not in text] == []


def test_a_phase_is_one_page_with_who_what_and_when() -> None:
    pdf = read(a_plan(), 3)
    assert len(pdf.pages) == 1
    text = text_of(pdf)
    for part in (
        "Fase 3 Ontwerp",
        "1 van de 8 punten klaar",
        "klaar op 22-11-2026",
        "Verslag van de rondgang",
        "Anna",
        "20-11-2026",
        "te laat",
        "niet van toepassing",
        "Er is geen opslag",
        "https://bibliotheek.nl/huisstijl",
        "Hoe komt een bezoeker binnen",
        "Gebruikersgroep",
        "Afgesproken aan tafel",
        "Stand van 22 november 2026",
    ):
        assert bare(part).lower() in text.lower(), part
    assert bare("Fase 2 Definitie") not in text
    assert bare("Zeven dagen open") not in text


def test_wishes_stand_with_what_they_say_together() -> None:
    text = text_of(read(a_plan()))
    for part in ("verschil in gewicht", "5 onmisbaar", "2 prettig", "Noemt dit niet: Eigen MT."):
        assert bare(part) in text


def test_a_reader_is_told_title_and_language() -> None:
    pdf = read(a_plan())
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Stappenplan: Samen onder één dak"
    root: Any = pdf.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("nl-NL", True)


def test_only_a_link_is_printed_as_one() -> None:
    plan = a_plan(points=(a_point(301, link="javascript:alert(1)"), a_point(308)))
    assert "javascript" not in text_of(read(plan, 3))


def test_the_same_plan_gives_the_same_file() -> None:
    assert step_plan_pdf(a_plan()) == step_plan_pdf(a_plan())
