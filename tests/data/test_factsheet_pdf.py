"""The factsheet on one A4, read back with another library than the one that wrote it."""

import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from core.coverage import Definition
from core.factsheet import Factsheet, LocalPartner, SignedAgreement
from core.factsheet_words import ASK_LENGTH, ASK_LINES, STORY_LENGTH, FactsheetWords
from core.filters import Filters
from core.gemeente_figures import FIGURES, GemeenteFigures, latest
from core.policy_fields import POLICY_FIELDS, Contributor, Served, contributions
from data.factsheet_pdf import (
    TEMPLATE,
    About,
    about,
    all_factsheets_pdf,
    factsheet_content,
    factsheet_pdf,
    factsheet_picture,
    one_factsheet_pdf,
)
from data.store import Store
from data.typesetting import TEMPLATES, pdf_apart, template_input
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio
from tests.typeset import assert_a4, assert_blank_margins, bare, opened, rendered, text_of

DAY = date(2026, 11, 28)
ABOUT = About(DAY, "contact: locaties", "alle thema’s", "28 november 2026 (versie 12)", "2021")
HOSTILE = '#let $x$ *b* _i_ [a] "q" \\ <script>alert(1)</script> // /* @a ~ = kop `c` -- ...'
LONG = (
    "Stichting Samenwerkende Bibliotheken in de Gemeenten van de Oude en Nieuwe Landerijen langs de"
    " Rivier en het Kanaal tot aan de Zee en de Duinen van het Noorderkwartier met inbegrip van"
    " de Polders"
)[:200]
THEMES = [
    ("Kinderopvang", "kinderdagverblijven", 2, None),
    ("Primair onderwijs", "basisscholen", 6, 47),
    ("Voortgezet onderwijs", "scholen voor voortgezet onderwijs", 0, 9),
    *((label, "gemeenten", at % 2, 1) for at, label in enumerate(
        ("Mbo", "Community", "Basisvaardigheden volwassenen", "Digitale inclusie", "Gemeente",
         "Zorg en welzijn", "Cultuur", "Mfa/mfo", "Commercieel"))),
]  # fmt: skip


def coverage(people: bool = False) -> tuple[dict[str, Any], ...]:
    """Rows as the query has them; with `people` each theme counts inhabitants."""
    return tuple(
        {
            "theme_label": label,
            "population": population,
            "numerator": numerator * (156_901 if people else 1),
            "denominator": 156_901 if people else denominator,
            "share": float(numerator > 0) if people
            else numerator / denominator if denominator else None,
            "definition": "reach" if people else "contact",
        }
        for label, population, numerator, denominator in THEMES
    )  # fmt: skip


NOTHING = Factsheet(
    library=1,
    library_name="Bibliotheek Zaan en Veen",
    gemeente=ZAANSTAD,
    gemeente_name="Zaanstad",
    inhabitants=156_901,
    others=(),
    colour=(15, 95, 102),
    figures=latest([], 2026),
    coverage=coverage(),
    served=contributions([]),
    active=(),
    pipeline=0,
    partners=(),
    agreements=(),
    results=(),
    words=None,
)


def partners(count: int, name: str = "Partner {}") -> tuple[LocalPartner, ...]:
    return tuple(LocalPartner(at, name.format(at), None, 1) for at in range(count))


def agreements(count: int, name: str = "Afspraak {}") -> tuple[SignedAgreement, ...]:
    return tuple(
        SignedAgreement(at, name.format(at), None, date(2028, 7, 31)) for at in range(count)
    )


def active(count: int) -> tuple[dict[str, Any], ...]:
    return tuple({"id": at} for at in range(count))


def words(story: str, ask: str) -> FactsheetWords:
    return FactsheetWords(library=1, gemeente=479, story=story, ask=ask)


FIGURES_2025 = GemeenteFigures(
    library=1, gemeente=479, year=2025, branches=6, members=31_250, youth_members=18_400,
    visits=392_000, activities=1_460, volunteers=215, fte=38.5,
)  # fmt: skip
FIGURES_2024 = GemeenteFigures(
    library=1, gemeente=479, year=2024, members=30_000, subsidy_per_inhabitant=17.85
)
ONE = replace(
    NOTHING,
    served=contributions([Contributor(1, "Voorleesontbijt", frozenset({"KOV"}), ())]),
    active=active(1),
    partners=partners(1),
    agreements=agreements(1),
)
FULL = replace(
    NOTHING,
    figures=latest([FIGURES_2025, FIGURES_2024], 2026),
    served=contributions(
        Contributor(at, f"Samen {at}", frozenset({theme}), ("(digi)Taalhuis",) * (at % 2))
        for at, theme in enumerate(("KOV", "PO", "BAS", "DIG", "CUL", "COM", "ZWE") * 3)
    ),
    active=active(21),
    pipeline=2,
    partners=partners(30),
    agreements=agreements(12),
    words=words(
        "Amina oefende elke week met een taalmaatje en helpt nu anderen op weg. " * 6,
        "Zet de subsidie voort.\nVerwijs gezinnen door.\nGeef ons een plek.",
    ),
)


def everywhere(name: str, times: int) -> tuple[Served, ...]:
    ids = tuple(range(times))
    return tuple(Served(one, ids, ((name, 3),), (name,) * times) for one in POLICY_FIELDS)


def crowded(name: str, letter: str) -> Factsheet:
    """Everything as long as it can be."""
    line = letter * (ASK_LENGTH // ASK_LINES - 1)
    return replace(
        FULL,
        library_name=name,
        others=(name,) * 4,
        served=everywhere(name, 120),
        active=active(120),
        partners=partners(200, name),
        agreements=agreements(120, name),
        words=words(letter * STORY_LENGTH, "\n".join([line] * ASK_LINES)),
    )


CASES = {
    "nothing": NOTHING,
    "nobody knows how many live there": replace(NOTHING, inhabitants=None, coverage=()),
    "one partnership": ONE,
    "full": FULL,
    "only a story": replace(FULL, words=words("Amina", "")),
    "only an ask": replace(FULL, words=words("", "Geld")),
    "names of 200 letters": crowded(LONG, "n"),
    "words without end": crowded("x" * 200, "w"),
    "people in every theme": replace(crowded(LONG, "m"), coverage=coverage(people=True)),
    "the longest of everything": replace(crowded("W" * 200, "W"), coverage=coverage(people=True)),
}
every_case = pytest.mark.parametrize("sheet", CASES.values(), ids=CASES)


def read(*sheets: Factsheet) -> PdfReader:
    return opened(factsheet_pdf(sheets, ABOUT))


def parts(*sheets: Factsheet) -> list[dict[str, Any]]:
    """Where each part stands and how tall it is, in points, and the page it is on."""
    found = typst.query(
        TEMPLATES / TEMPLATE,
        "<part>",
        field="value",
        root=TEMPLATES,
        ignore_system_fonts=True,
        sys_inputs={"content": template_input(factsheet_content(sheets, ABOUT))},
    )
    return list(json.loads(found))


@every_case
def test_one_a4_with_blank_margins(sheet: Factsheet) -> None:
    """Nothing is cut off."""
    pdf = read(sheet)
    assert_a4(pdf)
    assert len(pdf.pages) == 1
    [image] = rendered(TEMPLATE, factsheet_content([sheet], ABOUT))
    assert_blank_margins(image, sides=15, top=12, bottom=10)


@every_case
def test_what_has_to_be_there_is_there(sheet: Factsheet) -> None:
    text = text_of(read(sheet))
    expected = [
        "Zaanstad",
        sheet.library_name,
        "28 november 2026",
        *("Weten", "Leren", "Lezen", "Ontmoeten", "Beleven"),
        *(one.label for one in FIGURES.values()),
        *(one.label for one in POLICY_FIELDS),
        *(row["theme_label"] for row in sheet.coverage),
        sheet.story,
        *sheet.ask.split("\n"),
        "Dekking contact: locaties",
        "28 november 2026 (versie 12)",
        "Inwoners: CBS, 2021",
        "alle thema’s",
    ]
    assert [one for one in expected if bare(one) not in text] == []


# Of the others the whole page is set smaller, and with it where its parts stand.
@pytest.mark.parametrize("name", list(CASES)[:8])
def test_parts_do_not_cross(name: str) -> None:
    """Each begins below the end of the one above it."""
    found = parts(CASES[name])
    assert len(found) >= 6
    for above, below in pairwise(found):
        assert above["top"] + above["tall"] < below["top"]


@settings(max_examples=20)
@given(
    name=st.text("abe W", min_size=1, max_size=200).map(lambda one: f"B{one}"),
    count=st.integers(0, 60),
    story=st.text("aeW \n", max_size=STORY_LENGTH).map(lambda one: one.replace("\n", " ")),
    known=st.booleans(),
)
def test_whatever_is_on_it_is_one_page(name: str, count: int, story: str, known: bool) -> None:
    sheet = replace(
        FULL if known else NOTHING,
        library_name=name,
        served=everywhere(name, count),
        active=active(count),
        partners=partners(count, name),
        agreements=agreements(count, name),
        words=words(story, "Geld"),
    )
    assert len(read(sheet).pages) == 1


def test_what_does_not_fit_is_counted() -> None:
    """Of 200 partners the page names some and says how many others there are."""
    text = text_of(read(replace(FULL, partners=partners(200, "Stichting Partner {}"))))
    shown = text.count("StichtingPartner")
    assert 5 < shown < 40
    assert f"ennog{200 - shown}andere" in text


def test_what_fits_is_not_cut() -> None:
    text = text_of(read(replace(FULL, partners=partners(8))))
    assert all(f"Partner{at}" in text for at in range(8))


def test_figures_that_lack_and_figures_of_another_year() -> None:
    full, nothing = text_of(read(FULL)), text_of(read(NOTHING))
    assert "Kerncijfersover2025" in full
    assert "31.250Leden" in full
    assert "€17,85Subsidieperinwoner(2024)" in full
    assert full.count("nietaangeleverd") == 0
    assert nothing.count("nietaangeleverd") == len(FIGURES)


def test_coverage_has_its_numerator_and_denominator() -> None:
    text = text_of(read(FULL))
    assert "6van47basisscholen(13%)" in text
    assert "2kinderdagverblijven,totaalonbekend" in text
    assert "noemer" not in text


@pytest.mark.parametrize(
    ("definition", "population", "numerator", "denominator", "said"),
    [
        ("contact", "basisscholen", 2, None, "2 basisscholen, totaal onbekend"),
        ("reach", "kinderdagverblijven", 0, None, "kindplaatsen: onbekend"),
        ("contact", "scholen voor voortgezet onderwijs", 0, 0, "geen scholen in deze gemeente"),
    ],
)
def test_what_is_not_known_is_said_to_a_wethouder(
    definition: str, population: str, numerator: int, denominator: int | None, said: str
) -> None:
    row = coverage()[0] | {
        "definition": definition,
        "population": population,
        "numerator": numerator,
        "denominator": denominator,
        "share": None,
    }
    content = factsheet_content([replace(NOTHING, coverage=(row,))], ABOUT)
    assert content["sheets"][0]["bars"][0]["text"] == said


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        ("contact", "er loopt een samenwerking"),
        ("structural", "er is een getekende overeenkomst"),
        ("programme", "er loopt een programma"),
    ],
)
def test_squares_have_a_legend_of_what_is_counted(definition: str, said: str) -> None:
    rows = tuple(row | {"definition": definition} for row in coverage())
    text = text_of(read(replace(NOTHING, coverage=rows)))
    assert bare(f"{said} (1 van 1)") in text
    assert bare("nog niet (0 van 1)") in text


def test_a_policy_field_without_partnership_says_so_in_words() -> None:
    text = text_of(read(ONE))
    assert text.count("noggeen") == sum(not one.partnerships for one in ONE.served)
    assert "–nog" not in text


def test_a_bullet_that_was_typed_is_not_printed_twice() -> None:
    sheet = replace(NOTHING, words=words("", "- Geld\n•  Een plek\n-5% lasten"))
    content = factsheet_content([sheet], ABOUT)
    assert content["sheets"][0]["ask"] == ["Geld", "Een plek", "-5% lasten"]


def test_a_part_that_nobody_wrote_is_left_out() -> None:
    text = text_of(read(NOTHING))
    assert "Wijuvragen" not in text
    assert "verhaal" not in text.lower()


def test_what_people_typed_is_shown_letter_by_letter() -> None:
    sheet = replace(
        ONE,
        library_name=HOSTILE,
        partners=partners(1, HOSTILE.replace("{", "")),
        agreements=agreements(1, HOSTILE),
        words=words(HOSTILE, HOSTILE),
    )
    pdf = read(sheet)
    assert text_of(pdf).count(bare(HOSTILE)) >= 5
    assert pdf.metadata is not None
    assert pdf.metadata.title == f"Factsheet Zaanstad – {HOSTILE}"


def test_a_reader_is_told_title_and_language() -> None:
    root: Any = read(FULL).trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("nl-NL", True)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_the_colour_is_that_of_the_library() -> None:
    content = factsheet_content([replace(FULL, colour=(122, 46, 84))], ABOUT)
    assert content["colour"] == "#7a2e54"


def test_a_file_of_many_has_a_page_for_each_in_order() -> None:
    names = ["Zaanstad", "Alkmaar", "Bergen"]
    pdf = read(*(replace(FULL, gemeente_name=name) for name in names))
    assert_a4(pdf)
    assert [bare(name) in text_of(pdf, at) for at, name in enumerate(names)] == [True] * 3
    assert [one.title for one in pdf.outline if not isinstance(one, list)] == names


def put(store: Store) -> Portfolio:
    made = Portfolio(store)
    made.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR)
    school = made.partner("OBS De Ster", "basisschool", ZAANSTAD)
    made.partnership("Voorlezen", partners=[school])
    return made


def test_from_the_store_one_and_all(store: Store) -> None:
    made = put(store)
    asked = (Filters(measure_date=DAY, themes=("PO",)), Definition.CONTACT, made.home)
    one = opened(one_factsheet_pdf(store, *asked, ZAANSTAD))
    assert bare("OBS De Ster") in text_of(one)
    assert bare("Filters: Primair onderwijs") in text_of(one)
    assert factsheet_picture(store, *asked, ZAANSTAD).startswith(b"\x89PNG")
    told: list[float] = []

    def going(share: float) -> bool:
        told.append(share)
        return True

    both = all_factsheets_pdf(store, *asked, (ZAANSTAD, ALKMAAR), going)
    assert both is not None
    assert len(opened(both).pages) == 2
    assert told == sorted(told)


def test_the_making_of_many_can_be_stopped(store: Store) -> None:
    """Before it begins, and while it is set."""
    made = put(store)
    asked = (Filters(measure_date=DAY), Definition.CONTACT, made.home, (ZAANSTAD,) * 40)
    assert all_factsheets_pdf(store, *asked, lambda _: False) is None
    assert all_factsheets_pdf(store, *asked, lambda share: share < 0.3) is None


def test_the_note_says_on_what_data_it_stands(store: Store) -> None:
    put(store)
    found = about(store, Filters(measure_date=DAY, statuses=("actief",)), Definition.REACH)
    assert found.filters == "alle thema’s; status Actief"
    assert found.definition.startswith("bereik: leerlingen")
    assert re.fullmatch(r"\d+ \w+ 20\d\d \(versie \d+\)", found.data_version)
    content = factsheet_content([NOTHING], found)
    assert f"stand van de gegevens: {found.data_version}" in content["note"]
    assert found.inhabitants_of == "2021"


def test_set_apart_it_is_the_same_file() -> None:
    content = factsheet_content([FULL, ONE], ABOUT)
    assert pdf_apart(TEMPLATE, content, DAY, lambda _: True) == factsheet_pdf([FULL, ONE], ABOUT)


def test_what_cannot_be_set_is_no_empty_file() -> None:
    with pytest.raises(OSError, match="typesetting failed"):
        pdf_apart("no-such.typ", {}, DAY, lambda _: True)
