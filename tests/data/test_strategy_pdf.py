"""A strategy on one A4, whatever is written in it."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from core.filters import Filters
from core.strategy import AMBITION_LENGTH, LINE_LENGTH, WORDS_LENGTH, Choice, Strategy
from data import strategies
from data.store import Row, Store
from data.strategy_pdf import TEMPLATE, strategy_content, strategy_pdf, strategy_workbook
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio
from tests.typeset import assert_a4, assert_blank_margins, bare, opened, rendered, text_of

FILTERS = Filters(measure_date=date(2026, 11, 28))
LONG = "Samenwerkingsverband voor laaggeletterdheid en digitale basisvaardigheden in de regio "
HOSTILE = '#let $x$ *b* _i_ "q" \\ <script> // /* @a ~ = `c`'


def kept(store: Store, content: Strategy, name: str = "Samen") -> Row:
    strategies.make_strategy(store, name, content, "Anna")
    [row] = strategies.strategies(store)
    return row


def full(store: Store, text: str) -> Strategy:
    """Everything that fits in a strategy, in the longest words."""
    made = Portfolio(store)
    library = made.library(text[:200], ZAANSTAD, ALKMAAR)
    partners = [made.partner(f"{at}{text}"[:200]) for at in range(6)]
    made.partnership(partners=partners)
    choice = Choice(what=text[:LINE_LENGTH], owner=text[:LINE_LENGTH], due=date(2027, 9, 1))
    words = text[:WORDS_LENGTH]
    return Strategy(
        library=library, until=2030, ambition=text[:AMBITION_LENGTH],
        goals=("SD1", "SD2", "SD3", "SD4", "SD5", "SD6"), goals_words=words,
        spots=tuple(f"{one}.GM0479" for one in ("KOV", "PO", "VO", "MBO", "BAS", "DIG")),
        spots_words=words, partners=tuple(partners), partners_words=words,
        considerations_words=words, choices=(choice,) * 6,
    )  # fmt: skip


CASES = {
    "nothing": "",
    "long words": LONG * 8,
    "one word without end": "x" * 600,
    "hostile": HOSTILE * 12,
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_all_of_it_stands_on_one_page(store: Store, text: str) -> None:
    row = kept(store, full(store, text) if text else Strategy())
    pdf = opened(strategy_pdf(store, row, FILTERS))
    assert len(pdf.pages) == 1
    assert_a4(pdf)
    [image] = rendered(TEMPLATE, strategy_content(store, row, FILTERS))
    assert_blank_margins(image, sides=15, top=10, bottom=8)
    strategy = row["content"]
    said = text_of(pdf)
    for one in (strategy.ambition, strategy.spots_words, *(c.owner for c in strategy.choices)):
        assert bare(one) in said
    assert said.count("KinderopvanginZaanstad") == len(strategy.spots) // 6
    assert bare("peildatum 28 november 2026") in said


def test_what_is_empty_is_left_out(store: Store) -> None:
    row = kept(store, Strategy(ambition="Iedereen leest.", goals_words="Eerst lezen."))
    said = text_of(opened(strategy_pdf(store, row, FILTERS)))
    assert bare("Doelen") in said
    left_out = ("Witte vlekken", "Partners", "Afwegingen", "Wat we gaan doen", "Nog niet", "geen")
    assert [one for one in left_out if bare(one) in said] == []


def test_one_with_nothing_in_it_says_so(store: Store) -> None:
    said = text_of(opened(strategy_pdf(store, kept(store, Strategy()), FILTERS)))
    assert bare("Deze strategie is nog niet ingevuld.") in said


def test_a_reader_is_told_title_and_language(store: Store) -> None:
    row = kept(store, Strategy(until=2030), name=HOSTILE)
    pdf = opened(strategy_pdf(store, row, FILTERS))
    assert pdf.metadata is not None
    assert pdf.metadata.title == f"{HOSTILE} tot en met 2030"
    assert pdf.trailer["/Root"]["/Lang"] == "nl-NL"  # type: ignore[index]


def test_the_workbook_has_the_choices_with_dates_and_no_formula(store: Store) -> None:
    choice = Choice(what="=1+1", owner="Anna", due=date(2027, 9, 1))
    row = kept(store, Strategy(choices=(choice,), ambition="=2+2"))
    book = load_workbook(io.BytesIO(strategy_workbook(store, row, FILTERS)))
    sheet = book["Keuzes"]
    assert [cell.value for cell in sheet[1]] == ["Keuze", "Wie", "Klaar op"]
    assert sheet["C2"].value.date() == date(2027, 9, 1)
    assert {cell.data_type for one in book for line in one for cell in line}.isdisjoint({"f"})
    assert sheet.freeze_panes == "A2"
