"""Factsheet gemeente: choosing, what is shown, filling in, reading figures, all in one file."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.factsheet_words import FactsheetWords
from core.filters import today
from core.gemeente_figures import GemeenteFigures
from data.factsheet_documents import (
    FIGURES,
    STYLE,
    WORDS,
    factsheet_documents,
    write_factsheet_document,
)
from pages.shared import opened
from tests.data.ingest.files import lines
from tests.pages.conftest import Fill, drawn, visit
from tests.pages.conftest import texts as shown_texts
from tests.pages.test_typed_text import NASTY, interpreted, nasty
from tests.portfolio import ALKMAAR, VEENDAM, ZAANSTAD, Portfolio
from tests.typeset import bare, text_of
from tests.typeset import opened as opened_pdf

PAGE = "gemeente_factsheet"
Filled = Callable[[Fill], None]


def one_library(made: Portfolio) -> None:
    made.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR)
    school = made.partner("OBS De Ster", "basisschool", ZAANSTAD)
    made.partnership(
        "Schoolbieb", partners=[school], gemeenten=[ZAANSTAD], agreement=True,
        actual_result="Elke klas leest een kwartier per dag.",
        programmes=["de Bibliotheek op school po"],
    )  # fmt: skip


def texts(at: AppTest) -> str:
    """What the page says, without what is bold."""
    return shown_texts(at).replace("**", "")


def written(at: AppTest, kind: Any) -> list[Any]:
    return [row["content"] for row in factsheet_documents(opened.whole_store(), kind)]


def click(at: AppTest, label: str) -> AppTest:
    [button] = [one for one in at.button if one.label == label]
    return button.click().run()


def choose(at: AppTest, part: str) -> AppTest:
    return at.segmented_control(key="blad").set_value(part).run()


def labels(at: AppTest) -> dict[str, str]:
    return {one.label: one.value for one in at.metric}


def test_without_a_choice_it_says_how_many_there_can_be(example: object) -> None:
    at = visit(PAGE)
    assert "38 factsheets te maken; 4 daarvan zijn helemaal ingevuld" in texts(at)
    table = next(one.value for one in at.dataframe if "Kerncijfers" in one.value.columns)
    assert list(table["Gemeente"][:2]) == ["Alblasserdam", "Alkmaar"]
    assert table.set_index("Gemeente").loc["Alkmaar", "Verhaal"] == "ja"


def test_the_factsheet_of_a_gemeente(example: object) -> None:
    at = visit(PAGE, plaats=ZAANSTAD)
    assert at.selectbox(key="plaats").value == ZAANSTAD
    said = texts(at)
    assert "Bibliotheek Zaan en Veen werkt in Zaanstad samen met" in said
    assert "Nog in te vullen" not in said
    assert labels(at)[f"Leden ({today().year - 1})"] == "31.250"
    assert any("Amina" in one.value for one in at.text)
    rows = drawn(at, "Dekking per thema in Zaanstad")
    assert {"Primair onderwijs", "Mbo"} <= {row["theme_label"] for row in rows}
    assert not at.get("image")
    at.session_state["factsheet_afdruk"] = True
    assert len(at.run().get("image")) == 1


def test_what_lacks_leads_to_where_it_is_filled_in(filled: Filled) -> None:
    filled(one_library)
    at = visit(PAGE, plaats=ZAANSTAD)
    assert "Nog in te vullen: kerncijfers, een verhaal en wat u vraagt." in texts(at)
    assert labels(at)["Leden"] == "–"
    at = click(at, "Verhaal en vraag invullen")
    assert at.segmented_control(key="blad").value == "Verhaal, vraag en kleur"


def test_the_only_gemeente_needs_no_choice(filled: Filled) -> None:
    filled(lambda made: made.library("Bibliotheek Aa", ZAANSTAD))
    at = visit(PAGE)
    assert "Bibliotheek Aa is er voor alle 156.900 inwoners van Zaanstad" in texts(at)


def test_a_gemeente_of_two_libraries_asks_which(filled: Filled) -> None:
    def fill(made: Portfolio) -> None:
        one_library(made)
        made.library("Bibliotheek Bee", ZAANSTAD)

    filled(fill)
    at = visit(PAGE, plaats=ZAANSTAD)
    assert "Bibliotheek Aa werkt in Zaanstad samen" in texts(at)
    assert "In deze gemeente werkt ook Bibliotheek Bee" in texts(at)
    other = next(
        row["id"] for row in opened.whole_store().rows("libraries") if "Bee" in row["name"]
    )
    at = at.selectbox(key="namens").set_value(str(other)).run()
    assert "Bibliotheek Bee is er voor alle" in texts(at)


def test_a_gemeente_that_no_library_serves_says_what_to_do(filled: Filled) -> None:
    filled(one_library)
    at = visit(PAGE, gemeente="Veendam")
    assert "Geen bibliotheek in deze keuze bedient Veendam." in texts(at)
    assert "Werkgebied aanpassen" in [one.proto.label for one in at.page_link]
    assert VEENDAM not in [option for one in at.selectbox for option in one.options]


def test_a_story_begins_with_a_result_and_is_saved_and_undone(filled: Filled) -> None:
    filled(one_library)
    at = visit(PAGE, plaats=ZAANSTAD, blad="Verhaal, vraag en kleur")
    at = click(at, "Invullen")
    at = at.selectbox(key="resultaat").select_index(0).run()
    at = click(at, "Neem over")
    story = at.text_area(key="factsheettekst_verhaal").value
    assert story == "Elke klas leest een kwartier per dag."
    at.text_area(key="factsheettekst_vraag").set_value("Ga door\nVertel het verder")
    at = click(at, "Bewaren")
    assert not at.exception
    [words] = written(at, WORDS)
    assert (words.story, words.ask) == (
        "Elke klas leest een kwartier per dag.",
        "Ga door\nVertel het verder",
    )
    assert words.partnership is not None
    at = click(at, "Ongedaan maken")
    at = click(at, "Ja, maak ongedaan")
    assert written(at, WORDS) == []


def test_a_light_colour_is_refused_and_a_dark_one_kept(filled: Filled) -> None:
    filled(one_library)
    at = visit(PAGE, plaats=ZAANSTAD, blad="Verhaal, vraag en kleur")
    at = click(at, "Kleur kiezen")
    at.color_picker(key="huisstijl_kleur").set_value("#ff9900")
    at = click(at, "Bewaren")
    [said] = [one.value for one in at.error]
    assert "Neem een donkerder tint" in said
    at.color_picker(key="huisstijl_kleur").set_value("#7a2e54")
    at = click(at, "Bewaren")
    [style] = written(at, STYLE)
    assert style.colour == (122, 46, 84)


def test_key_figures_are_typed_corrected_and_refused(filled: Filled) -> None:
    filled(one_library)
    at = visit(PAGE, plaats=ZAANSTAD, blad="Kerncijfers")
    assert "Nog geen kerncijfers." in texts(at)
    at = click(at, "Kerncijfers van een jaar toevoegen")
    assert at.selectbox(key="kerncijfers_jaar").value == today().year - 1
    at.text_input(key="kerncijfers_members").set_value("12.5x")
    at = click(at, "Bewaren")
    assert "Leden: Dit is geen getal" in texts(at)
    at.text_input(key="kerncijfers_members").set_value("12.500")
    at.text_input(key="kerncijfers_fte").set_value("8,5")
    at = click(at, "Bewaren")
    [figures] = written(at, FIGURES)
    assert figures.given() == {"members": 12_500, "fte": 8.5}
    at = click(at, "Wijzigen")
    assert at.text_input(key="kerncijfers_fte").value == "8,5"


def test_somebody_else_was_first_with_the_figures(filled: Filled) -> None:
    """What was typed stays, beside what stands there now."""
    filled(one_library)
    store = opened.whole_store()
    library = store.rows("libraries")[0]["id"]

    def figures(members: int) -> GemeenteFigures:
        return GemeenteFigures(library=library, gemeente=479, year=2025, members=members)

    write_factsheet_document(store, 0, 0, "Zaanstad", figures(10), "Bert")
    at = visit(PAGE, plaats=ZAANSTAD, blad="Kerncijfers")
    at = click(at, "Wijzigen")
    [row] = factsheet_documents(store, FIGURES)
    write_factsheet_document(store, row["id"], row["version"], "Zaanstad", figures(11), "Bert")
    at.text_input(key="kerncijfers_members").set_value("12")
    at = click(at, "Bewaren")
    assert "Zo staat het er nu" in texts(at)
    assert at.text_input(key="kerncijfers_members").value == "12"
    at = click(at, "Bewaren")
    assert [one.members for one in written(at, FIGURES)] == [12]


def test_figures_from_a_file(filled: Filled) -> None:
    filled(one_library)
    at = visit(PAGE, blad="Kerncijfers inlezen")
    content = lines("gemeente;jaar;leden", "Zaanstad;2025;12500", "Nergens;2025;1")
    at.file_uploader[0].set_value(("kerncijfers.csv", content, "text/csv"))
    at = at.run()
    assert {"Nieuw": "1", "Afgekeurd": "1"}.items() <= labels(at).items()
    assert "1 rij kan nog niet mee." in texts(at)
    [changes] = [one.value for one in at.dataframe if "Kerncijfers" in one.value.columns]
    assert list(changes["Kerncijfers"]) == ["Leden 12.500"]
    at = click(at, "Laad 1 rij")
    assert [one.given() for one in written(at, FIGURES)] == [{"members": 12_500}]
    assert "1 rij is met kerncijfers geladen." in texts(at)


def test_all_of_a_library_in_one_file(example: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages.shared.search.GRACE", 60)
    at = visit(PAGE, bibliotheek="Bibliotheek IJsselhanze", blad="Alle gemeenten")
    at = click(at, "Maak 3 factsheets")
    assert "3 factsheets van Bibliotheek IJsselhanze staan klaar." in texts(at)
    made = at.session_state["factsheets_maken"].answer.result()
    pdf = opened_pdf(made)
    names = ("Deventer", "Olst-Wijhe", "Raalte")
    assert [bare(name) in text_of(pdf, at_) for at_, name in enumerate(names)] == [True] * 3


def test_the_making_can_be_stopped(example: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages.shared.search.GRACE", 60)
    monkeypatch.setattr("pages.parts.factsheet_all.all_factsheets_pdf", lambda *_: None)
    at = visit(PAGE, bibliotheek="Bibliotheek IJsselhanze", blad="Alle gemeenten")
    at = click(at, "Maak 3 factsheets")
    assert [one.value for one in at.info] == ["Het maken is gestopt; er is geen bestand."]


def test_a_theme_filter_holds_on_the_factsheet(example: object) -> None:
    at = visit(PAGE, plaats=ZAANSTAD, thema="Primair onderwijs")
    assert [row["theme_label"] for row in drawn(at, "Dekking per thema")] == ["Primair onderwijs"]


def test_what_was_typed_is_there_after_a_look_at_another_part(filled: Filled) -> None:
    filled(one_library)
    at = visit(PAGE, plaats=ZAANSTAD, blad="Verhaal, vraag en kleur")
    at = click(at, "Invullen")
    at.text_area(key="factsheettekst_vraag").set_value("Ga door")
    at = choose(at, "Factsheet")
    assert "Nog niet bewaard: wat u invulde bij Verhaal, vraag en kleur" in texts(at)
    at = choose(at, "Verhaal, vraag en kleur")
    assert at.text_area(key="factsheettekst_vraag").value == "Ga door"


@pytest.mark.parametrize(
    "part", ["Factsheet", "Verhaal, vraag en kleur", "Kerncijfers", "Alle gemeenten"]
)
def test_what_people_typed_is_shown_letter_by_letter(filled: Filled, part: str) -> None:
    def fill(made: Portfolio) -> None:
        nasty(made)
        about = {"library": made.home, "gemeente": 479}
        words = FactsheetWords(**about, story=NASTY, ask=NASTY)
        write_factsheet_document(made.store, 0, 0, NASTY, words, "app")

    filled(fill)
    at = visit(PAGE, plaats=ZAANSTAD, blad=part)
    assert not at.exception
    assert list(interpreted(at)) == []


def test_a_file_that_cannot_be_made_can_be_asked_again(
    example: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError("typesetting failed: 1")

    monkeypatch.setattr("pages.shared.search.GRACE", 60)
    monkeypatch.setattr("pages.parts.factsheet_all.all_factsheets_pdf", broken)
    at = visit(PAGE, bibliotheek="Bibliotheek IJsselhanze", blad="Alle gemeenten")
    at = click(at, "Maak 3 factsheets")
    assert "De factsheets konden niet worden gemaakt" in texts(at)
    assert "Maak 3 factsheets" in [one.label for one in at.run().button]
