"""The report on A4, read back with another library than the one that wrote it."""

from typing import Any

import pytest

from core.report import PARTS, ReportAsked
from core.report_wording import unmarked
from data.report.pdf import TEMPLATE, findings, report_content, report_pdf
from data.store import Store
from tests.reporting import CASES, EVERYTHING, LONG, contents_of
from tests.typeset import assert_a4, assert_blank_margins, bare, opened, rendered, text_of


def _quiet(_what: str, _share: float) -> None:
    pass


@pytest.fixture(params=CASES)
def filled(store: Store, request: pytest.FixtureRequest) -> Store:
    CASES[request.param](store)
    return store


def test_the_first_page_says_what_it_is_and_what_was_found(filled: Store) -> None:
    contents = contents_of(filled)
    pdf = opened(report_pdf(contents, _quiet))
    first = text_of(pdf, 0) + text_of(pdf, 1)
    expected = [
        "Rapport samenwerkingen",
        "Peildatum 22 november 2026",
        "22 november 2025",
        "Contact",
        "Inhoud",
        *(unmarked(one) for one in findings(contents).values()),
    ]
    assert [one for one in expected if bare(one) not in first] == []


def test_every_chapter_is_there_and_in_the_table_of_contents(filled: Store) -> None:
    pdf = opened(report_pdf(contents_of(filled), _quiet))
    text = text_of(pdf)
    titles = [one.title for one in PARTS.values()] + ["Hoe is dit berekend?"]
    for at, title in enumerate(titles, 1):
        assert text.count(bare(f"{at}{title}")) >= 2, title


def test_pages_are_a4_with_blank_margins(filled: Store) -> None:
    """Nothing is cut off, however long a name is."""
    contents = contents_of(filled)
    pdf = opened(report_pdf(contents, _quiet))
    assert_a4(pdf)
    images = rendered(TEMPLATE, report_content(contents, _quiet))
    assert len(images) == len(pdf.pages)
    for image in images:
        assert_blank_margins(image, sides=15, top=10, bottom=8)


def test_every_page_has_its_number(filled: Store) -> None:
    pdf = opened(report_pdf(contents_of(filled), _quiet))
    for at in range(len(pdf.pages)):
        assert bare(f"{at + 1} van {len(pdf.pages)}") in text_of(pdf, at)


@pytest.mark.parametrize("case", ["nothing", "one partnership"])
def test_a_small_portfolio_makes_a_small_report(store: Store, case: str) -> None:
    CASES[case](store)
    pages = len(opened(report_pdf(contents_of(store), _quiet)).pages)
    assert pages <= 9


def test_long_lists_end_with_how_many_more_there_are(store: Store) -> None:
    CASES["many"](store)
    text = text_of(opened(report_pdf(contents_of(store), _quiet)))
    # Thirty have an end date that has passed, six of them are shown; forty began.
    assert bare("Einddatum verstreken (30)") in text
    assert bare("En nog 24; alle rijen staan in het Excel-bestand.") in text
    assert bare("Begonnen (40)") in text
    assert bare("En nog 34; alle") in text


def test_why_pupils_are_unknown_is_said_once_above_the_white_spots(store: Store) -> None:
    """Schools of several gemeenten: their number is shipped, their pupils are in a register."""
    CASES["many"](store)
    text = text_of(opened(report_pdf(contents_of(store), _quiet)))
    assert text.count(bare("en dat is nog niet geladen")) == 1
    assert bare("geen register") not in text


def test_a_board_reads_no_jargon(filled: Store) -> None:
    text = text_of(opened(report_pdf(contents_of(filled), _quiet))).lower()
    assert [one for one in ("direct of kern", "direct of als kern", "dringendst om")
            if bare(one) in text] == []  # fmt: skip


def test_only_the_parts_that_were_asked_for(store: Store) -> None:
    CASES["one partnership"](store)
    asked = ReportAsked(filters=EVERYTHING.filters, parts=("goals", "changes"))
    text = text_of(opened(report_pdf(contents_of(store, asked), _quiet)))
    assert bare("1Doelen") in text
    assert bare("2Veranderingen") in text
    assert "Afhankelijkheid.." not in text
    assert bare("Witte vlekken") not in text


def test_a_reader_is_told_title_language_and_what_a_chart_shows(store: Store) -> None:
    CASES["goals and partners"](store)
    pdf = opened(report_pdf(contents_of(store), _quiet))
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Rapport samenwerkingen, 22 november 2026"
    root: Any = pdf.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("nl-NL", True)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    content = report_content(contents_of(store), _quiet)
    assert set(content["charts"]) == {"coverage", "heatmap", "goals"}
    assert all(one["alt"] and "<svg" in one["svg"] for one in content["charts"].values())


def test_names_are_shown_letter_by_letter(store: Store) -> None:
    CASES["endless names"](store)
    text = text_of(opened(report_pdf(contents_of(store), _quiet)))
    assert bare(LONG[:-2] + "00") in text


def test_the_same_data_gives_the_same_file(store: Store) -> None:
    CASES["goals and partners"](store)
    made = [report_pdf(contents_of(store), _quiet) for _ in range(2)]
    assert made[0] == made[1]


def test_its_steps_are_named_and_may_end_it(store: Store) -> None:
    class Enough(Exception):
        pass

    heard: list[tuple[str, float]] = []

    def step(what: str, share: float) -> None:
        heard.append((what, share))
        if "Doelen" in what:
            raise Enough

    with pytest.raises(Enough):
        report_pdf(contents_of(store), step)
    shares = [share for _, share in heard]
    assert shares == sorted(shares)
    assert heard[-1][0] == "Hoofdstuk Doelen schrijven"
