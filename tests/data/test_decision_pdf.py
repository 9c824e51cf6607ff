"""The decision on A4, read back with another library than the one that wrote it."""

from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from core.consideration_table import Option
from core.decision import Action, StoredDecision
from data.decision_pdf import TEMPLATE, decision_content, decision_pdf
from tests.decisions import CRITERIA, a_decision, criteria, options
from tests.typeset import assert_a4, assert_blank_margins, bare, opened, rendered, text_of

ADDRESS = "http://localhost:8501/afweging?besluit=12"
HOSTILE = '#let $x$ *b* _i_ [a] "q" \\ <script>alert(1)</script> // /* @a ~ = kop `c` -- ...'
LONG = "Samenwerkingsovereenkomst met de gemeenschappelijke regeling jeugdgezondheidszorg "
EIGHT = options(*(f"{LONG * 2}{at}" for at in range(8)))
FULL = a_decision(
    weighed=options("Taalhuis Zaan", "Boekstart met de GGD", "Digitaal Plein", "Leesclub"),
    judged_by=criteria(20),
    session=True,
    took_part=tuple(f"Deelnemer Achternaam {at}" for at in range(8)),
    actions=tuple(
        Action(
            what=f"Afspraak {at} over de uren in het jaarplan", owner="Anna", due=date(2027, 1, 9)
        )
        for at in range(6)
    ),
    decision="We gaan door met het Taalhuis en evalueren dat na een jaar. " * 4,
)
CASES = {
    "one option": a_decision(weighed=options("Taalhuis Zaan")),
    "three options": a_decision(
        weighed=options("Taalhuis Zaan", "Boekstart", "Leesclub"), session=True, agreement=0.63
    ),
    "four options, six actions, eight people": FULL,
    "eight options, forty criteria": a_decision(
        weighed=EIGHT,
        judged_by=criteria(40, "Criterium {} over de verenigbare belangen van alle organisaties"),
        session=True,
        took_part=tuple(f"Deelnemer {at}" for at in range(20)),
        scores={("C", "C3"): None},
    ),
    "nobody": a_decision(took_part=(), actions=(), certainty=(), chosen=(), review_on=None),
    "nothing known": a_decision(scores={(o, c.code): None for o in "AB" for c in CRITERIA}),
    "words without end": a_decision(
        weighed=options("x" * 200, "Leesclub"),
        question="z" * 200,
        took_part=("y" * 200,),
        decision="w" * 600,
        actions=(Action(what="v" * 300, owner="marieke.de.vries@bibliotheek-zaanstreek.nl" * 4),),
    ),
}


def read(stored: StoredDecision, address: str = ADDRESS) -> PdfReader:
    return opened(decision_pdf(stored, address))


@pytest.mark.parametrize("stored", CASES.values(), ids=CASES)
def test_all_that_was_decided_is_there(stored: StoredDecision) -> None:
    pdf, decision = read(stored), stored.decision
    text = text_of(pdf)
    expected = [
        decision.question,
        decision.decision.strip(),
        *decision.took_part[:8],
        *(one.name for one in decision.options),
        *(one.label for one in decision.criteria),
        *(one.what for one in decision.actions),
        *(one.owner for one in decision.actions),
        decision.finding,
        *decision.certainty,
        *(one.band for one in decision.outcome),
        stored.hash,
        ADDRESS,
        "22 november 2026",
    ]
    assert [one for one in expected if bare(one) not in text] == []


@pytest.mark.parametrize("stored", CASES.values(), ids=CASES)
def test_pages_are_a4_with_blank_margins(stored: StoredDecision) -> None:
    """Nothing is cut off."""
    pdf = read(stored)
    assert_a4(pdf)
    images = rendered(TEMPLATE, decision_content(stored, ADDRESS))
    assert len(images) == len(pdf.pages)
    for image in images:
        assert_blank_margins(image, sides=15, top=10, bottom=8)


@pytest.mark.parametrize("name", list(CASES)[:3])
def test_an_ordinary_decision_is_signed_on_one_page(name: str) -> None:
    pdf = read(CASES[name])
    assert bare("Voor akkoord") in text_of(pdf, 0)
    assert bare("De scores") in text_of(pdf, 1)


def test_every_page_says_what_it_belongs_to() -> None:
    stored = CASES["eight options, forty criteria"]
    pdf = read(stored)
    for at in range(len(pdf.pages)):
        text = text_of(pdf, at)
        for part in ("Criteria van de Zaan, versie 3", "2026-11-20.4", stored.hash[:12], ADDRESS):
            assert bare(part) in text
        assert bare(f"{at + 1} van {len(pdf.pages)}") in text


def test_a_reader_is_told_title_and_language() -> None:
    pdf = read(FULL)
    assert pdf.metadata is not None
    assert pdf.metadata.title == f"Besluit: {FULL.decision.question}"
    root: Any = pdf.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("nl-NL", True)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_what_people_typed_is_shown_letter_by_letter() -> None:
    stored = a_decision(
        weighed=(Option(code="A", name=HOSTILE, note=HOSTILE), Option(code="B", name="Leesclub")),
        question=HOSTILE,
        library=HOSTILE,
        took_part=(HOSTILE,),
        finding=HOSTILE,
        certainty=(HOSTILE,),
        decision=f"{HOSTILE}\n{HOSTILE}",
        actions=(Action(what=HOSTILE, owner=HOSTILE),),
        criteria_name=HOSTILE,
        data_version=HOSTILE,
        notes={("A", "P1"): HOSTILE},
    )
    pdf = read(stored)
    assert text_of(pdf).count(bare(HOSTILE)) >= 14
    assert pdf.metadata is not None
    assert pdf.metadata.title == f"Besluit: {HOSTILE}"


def test_characters_without_a_letterform_are_told_by_number() -> None:
    """And so are those that would turn the text around; accents and other scripts are set."""
    text = text_of(read(a_decision(decision="Ja 😀\u202e ok\t\x07 Łódź şğ Ωж مرحبا e\u0301é ✓")))
    for part in ("Ja[U+1F600][U+202E]ok", "Łódź", "şğ", "Ωж", "éé", "✓"):
        assert part in text


def test_preconditions_are_told_apart_from_the_total() -> None:
    scores = {("A", "P1"): 2, ("A", "R1"): 1, ("B", "P1"): None, ("B", "R1"): 4}
    text = text_of(read(a_decision(scores=scores)), 0)
    assert bare("eerst oplossen: Strategische passendheid en Beschikbare uren") in text
    assert bare("nog te beantwoorden: Strategische passendheid") in text


def test_the_scores_stand_with_their_spread_and_note() -> None:
    stored = a_decision(session=True, notes={("B", "T1"): "Alleen de wijk\nPoelenburg."})
    text = text_of(read(stored), 1)
    assert "3,5(3–4)" in text
    assert bare("B: Alleen de wijk Poelenburg.") in text
    assert "mediaan" not in text_of(read(a_decision()), 1)


def test_a_line_to_sign_for_each_of_at_most_eight() -> None:
    names = tuple(f"Deelnemer {at}" for at in range(9))
    few, many, none = (read(a_decision(took_part=names[:count])) for count in (8, 9, 0))
    assert "Directeur" not in text_of(few, 0)
    assert text_of(few, 0).count("Deelnemer7") == 2
    assert all("AdviseurDirecteur" in text_of(one, 0) for one in (many, none))


def test_a_decision_that_was_changed_says_so() -> None:
    stored = a_decision()
    changed = stored.model_copy(update={"hash": "0" * 64})
    assert "Letop" in text_of(read(changed), 0)
    assert "Letop" not in text_of(read(stored), 0)


def test_the_same_decision_gives_the_same_file() -> None:
    assert decision_pdf(FULL, ADDRESS) == decision_pdf(FULL, ADDRESS)
