"""Dossier: search, open, add and change materials, and what is suggested elsewhere."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.filters import today
from core.material import Material
from core.wording import as_typed
from data.materials import change_material, make_material, materials, remove_material
from data.uploads import checked_upload
from pages.parts import materials_found
from pages.shared.opened import whole_store
from tests.pages.conftest import Fill, texts, visit
from tests.portfolio import ZAANSTAD, Portfolio
from tests.uploads import PDF

HOSTILE = "<script>x</script> [klik](http://kwaad.example) **vet** www.kwaad.example =1+1"
Filled = Callable[[Fill], None]


def material(**fields: Any) -> Material:
    return Material(**{"title": "Format", "kind": "format", "summary": "Over iets", **fields})


def put(*made: Material, file: bytes | None = None) -> Fill:
    def fill(portfolio: Portfolio) -> None:
        for one in made:
            make_material(portfolio.store, one, "iemand", file)

    return fill


def cards(at: AppTest) -> list[str]:
    """The titles of the cards, in their order."""
    shown = [one.value for one in at.main.markdown]
    found = [one for one in shown if re.fullmatch(r"\*\*[^*]+\*\*", one)]
    opening = [one for one in at.button if (one.key or "").startswith("open_")]
    assert len(found) == len(opening)
    return found


def press(at: AppTest, label: str) -> AppTest:
    [button] = [one for one in at.main.button if one.label == label]
    return button.click().run()


def downloads(at: AppTest) -> list[str]:
    return [one.proto.label for one in at.get("download_button")]


def test_a_word_a_beginning_and_a_typing_error_find_the_guide(empty: Path) -> None:
    for typed in ("vve", "kinderopv", "kinderopvnag", "KINDERÓPVANG"):
        at = visit("materials", zoek=typed)
        assert cards(at)[0] == "**Samenwerken met de kinderopvang**", typed
        assert "het best passende eerst" in texts(at)


def test_what_was_found_is_bold_and_the_rest_is_letters(filled: Filled) -> None:
    filled(put(material(title=f"Vve {HOSTILE}", summary=f"{HOSTILE} vve")))
    at = visit("materials", zoek="vve klik")
    shown = " ".join(one.value for one in at.main.markdown)
    assert "**klik**" in shown
    assert "**vve**" in shown
    for sign in ("[klik]", "](http", "**vet**", "http://"):
        assert sign not in shown
    assert re.search(r"(?<!\\)<", shown) is None
    assert not at.exception


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("de vve hier", "de **vve** hier"),
        ("(vve), vve", "\\(**vve**\\), **vve**"),
        ("een*vve*twee", "een\\***vve**\\*twee"),
    ],
)
def test_in_bold(text: str, bold: str) -> None:
    assert materials_found.in_bold(text, {"vve"}) == bold


def test_nothing_found_says_what_to_do(empty: Path) -> None:
    at = visit("materials", zoek="qwertyuiop")
    assert cards(at) == []
    assert "Probeer minder woorden" in texts(at)
    at = press(at, "Wis het zoekveld")
    assert len(cards(at)) == 9
    assert "zoek" not in at.query_params


def test_one_letter_asks_for_another_and_leaves_the_list_as_it_is(empty: Path) -> None:
    at = visit("materials", zoek="a")
    assert "ten minste twee letters" in texts(at)
    assert "best passende" not in texts(at)
    assert cards(at) == cards(visit("materials"))


def test_a_material_says_when_it_was_changed_and_by_whom_if_that_is_a_person(
    filled: Filled,
) -> None:
    filled(put(material(title="Van Anna")))
    [one] = [one for one in materials(whole_store()) if one.id is not None]
    at = visit("materials", materiaal=one.key)
    assert re.search(r"gewijzigd op \d\d-\d\d-\d{4} \d\d:\d\d door iemand", texts(at))
    change_material(whole_store(), one.id or 0, one.version, material(title="Anders"), "app")
    at = visit("materials", materiaal=one.key)
    assert re.search(r"gewijzigd op \d\d-\d\d-\d{4} \d\d:\d\d", texts(at))
    assert "door app" not in texts(at)


def test_some_of_the_words_are_said_to_be_some(empty: Path) -> None:
    at = visit("materials", zoek="vve qwertyuiop")
    assert "Niets heeft alle woorden" in texts(at)
    assert cards(at) != []


def test_kind_phase_and_theme_narrow_the_list(filled: Filled) -> None:
    filled(
        put(
            material(title="Voor po", themes=("PO",), phases=("actief",)),
            material(title="Voor alle"),
            material(title="Presentatie", kind="presentation", themes=("KOV",)),
        )
    )
    assert cards(visit("materials", soort="presentation")) == ["**Presentatie**"]
    found = cards(visit("materials", soort="format", thema="Kinderopvang"))
    assert found == ["**Voor alle**"]
    found = cards(visit("materials", soort="format", fase="slapend"))
    assert found == ["**Voor alle**"]
    found = cards(visit("materials", soort="format", status="Actief"))
    assert found == ["**Voor alle**", "**Voor po**"]
    at = visit("materials", zoek="presentatie", soort="format")
    assert "Zonder de filters is er wel 1 materiaal" in texts(at)


def test_a_link_opens_a_material_and_a_wrong_one_says_so(empty: Path) -> None:
    at = visit("materials", materiaal="mfa")
    assert as_typed(at.main.subheader[0].value) == "Samen in één gebouw: mfa en mfo"
    assert "intentieovereenkomst" in texts(at)
    assert downloads(at) == ["Download (pdf)"]
    at = press(at, "Terug naar de materialen")
    assert len(cards(at)) == 9
    at = visit("materials", materiaal="<b>9999")
    assert "is er niet (meer)" in texts(at)
    assert len(cards(at)) == 9


def test_a_material_is_added_found_and_taken_back(empty: Path) -> None:
    at = press(visit("materials"), "Materiaal toevoegen")
    at.text_input(key="stuk_titel").set_value("Draaiboek ouderochtend")
    at.text_area(key="stuk_over").set_value("Wie doet wat op de dag zelf")
    at.multiselect(key="stuk_themas").set_value(["KOV"])
    at = press(at, "Bewaren")
    assert "Het materiaal is bewaard." in texts(at)
    assert at.main.subheader[0].value == "Draaiboek ouderochtend"
    at = press(at, "Terug naar de materialen")
    at.text_input(key="zoek").set_value("draiboek").run()
    assert cards(at) == ["**Draaiboek ouderochtend**"]
    assert at.query_params["zoek"] == "draiboek"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"stuk_titel": ""}, "Vul een naam in"),
        ({"stuk_over": ""}, "Er is nog niets om te gebruiken"),
        ({"stuk_link": "javascript:alert(1)"}, "Deze link kan niet worden gebruikt"),
    ],
)
def test_what_is_refused_stays_in_the_form(empty: Path, fields: dict[str, str], why: str) -> None:
    at = press(visit("materials"), "Materiaal toevoegen")
    for key, value in {"stuk_titel": "Titel", "stuk_over": "Over", **fields}.items():
        field = at.text_area(key=key) if key == "stuk_over" else at.text_input(key=key)
        field.set_value(value)
    at = press(at, "Bewaren")
    assert why in " ".join(one.value for one in at.error)
    assert at.text_input(key="stuk_titel").value == fields.get("stuk_titel", "Titel")
    assert len(materials(whole_store())) == 9
    at = press(at, "Annuleren")
    assert len(cards(at)) == 9


def test_two_who_change_the_same_material_see_both(filled: Filled) -> None:
    filled(put(material()))
    [one] = [one for one in _own_after(visit("materials")) if one.id]
    at = press(visit("materials", materiaal=one.key), "Wijzigen")
    change_material(whole_store(), one.id or 0, 1, material(title="Van een ander"), "Anna")
    at.text_input(key="stuk_titel").set_value("Van mij")
    at = press(at, "Bewaren")
    said = texts(at)
    assert "gewijzigd door Anna" in said
    assert "Van een ander" in said
    at = press(at, "Bewaren")
    assert [one.content.title for one in _own_after(at)] == ["Van mij"]


def test_what_somebody_else_removed_can_be_saved_anew(filled: Filled) -> None:
    filled(put(material()))
    [one] = _own_after(visit("materials"))
    at = press(visit("materials", materiaal=one.key), "Wijzigen")
    at.text_input(key="stuk_titel").set_value("Van mij").run()
    remove_material(whole_store(), one.id or 0, 1, "Anna")
    at.run()
    assert "Iemand anders heeft dit verwijderd" in texts(at)
    at = press(at, "Bewaren")
    assert [one.content.title for one in _own_after(at)] == ["Van mij"]


def test_a_stale_link_is_checked_with_one_click(filled: Filled) -> None:
    filled(put(material(kind="link", link="https://a.example/x", checked_on=date(2020, 1, 2))))
    at = visit("materials")
    assert "**1 link** is langer dan een jaar niet gecontroleerd" in at.main.markdown[0].value
    assert "langer dan een jaar geleden" in texts(at)
    [link] = at.get("link_button")
    assert link.proto.url == "https://a.example/x"
    at = press(at, "Vandaag gecontroleerd")
    assert _own_after(at)[0].content.checked_on == today()
    assert "Alle links zijn het afgelopen jaar gecontroleerd" in texts(at)
    assert any(one.label == "Ongedaan maken" for one in at.button)


def test_the_links_to_check_are_shown_apart(filled: Filled) -> None:
    filled(put(material(title="Oud", link="https://a.example/x"), material(title="Zonder")))
    at = visit("materials", toon="Links om te controleren")
    assert cards(at) == ["**Oud**"]
    at = press(at, "Vandaag gecontroleerd")
    assert cards(at) == []
    assert "niets om te tonen" in texts(at)
    assert len(cards(visit("materials"))) == 11


def test_a_file_is_offered_and_one_that_is_gone_is_not(filled: Filled) -> None:
    held = checked_upload("plan.pdf", PDF)
    filled(put(material(file=held), file=PDF))
    at = visit("materials", soort="format")
    assert downloads(at) == ["Download (pdf, 1 kB)"]
    whole_store()._connection.execute("delete from material_file")
    whole_store()._versions.any += 1
    at = visit("materials", soort="format")
    assert downloads(at) == ["Bestand niet beschikbaar"]


def test_removed_files_are_cleared_on_purpose_only(filled: Filled) -> None:
    held = checked_upload("plan.pdf", PDF)
    filled(put(material(file=held), file=PDF))
    [one] = _own_after(visit("materials"))
    at = press(visit("materials", materiaal=one.key), "Verwijderen")
    assert "is verwijderd" in texts(at)
    assert "Er zijn **9 materialen**" in " ".join(one.value for one in at.markdown)
    assert "1 bestand staat bij geen enkel materiaal meer, samen 1 kB" in texts(at)
    [clear] = [one for one in at.button if one.label == "Ruim op"]
    assert clear.disabled
    at.checkbox(key="opruimen_zeker").check().run()
    at = press(at, "Ruim op")
    assert "1 bestand is opgeruimd" in texts(at)


def test_a_guide_is_hidden_shown_and_copied(empty: Path) -> None:
    at = press(visit("materials", materiaal="mbo"), "Verberg")
    assert "**Samenwerken met het mbo**" not in cards(at)
    assert any(one.label == "Verborgen handreikingen (1)" for one in at.expander)
    at = press(at, "Toon weer")
    assert "**Samenwerken met het mbo**" in cards(at)
    at = press(visit("materials", materiaal="mbo"), "Maak een eigen versie")
    assert at.text_input(key="stuk_titel").value == "Samenwerken met het mbo (eigen versie)"
    at = press(at, "Bewaren")
    [own] = _own_after(at)
    assert own.content.kind == "guide"
    assert "## Valkuilen" in own.content.text
    assert "Toon weer" not in [one.label for one in at.button]


def test_a_record_suggests_materials_with_the_reason(filled: Filled) -> None:
    def fill(made: Portfolio) -> None:
        made.library("Bibliotheek Aa", ZAANSTAD)
        made.partnership("Lezen", theme="PO", form="project", gemeenten=[ZAANSTAD])
        put(material(title=f"Plan {HOSTILE}", themes=("PO",), forms=("project",)))(made)

    filled(fill)
    at = visit("partnership", nr="1", onderdeel="Materialen")
    said = texts(at)
    assert "past bij het thema Primair onderwijs en de vorm project" in said
    assert "past bij het thema Primair onderwijs en de fase actief" in said
    assert HOSTILE in said
    assert "**vet**" not in [one.value for one in at.markdown]
    ways = [one.proto.query_string for one in at.get("page_link") if "Lees" in one.proto.label]
    assert any("materiaal=primair-onderwijs" in one for one in ways)


def test_white_spots_lead_to_materials(example: Path) -> None:
    at = visit("coverage")
    assert "Materiaal om mee te beginnen" in texts(at)
    ways = [one.proto.query_string for one in at.get("page_link") if "Lees" in one.proto.label]
    assert any("materiaal=primair-onderwijs" in one for one in ways)


def test_a_full_shelf_is_shown_in_pages(filled: Filled) -> None:
    def fill(made: Portfolio) -> None:
        made.ask(
            "insert into document (kind, name, name_key, content, changed_by) "
            "select 'material', 'Stuk ' || i, 'stuk' || i, "
            """'{"title": "Stuk ' || i || '", "kind": "tool", "summary": "over lezen"}', 'x' """
            "from range(5000) t(i) returning id"
        )

    filled(fill)
    at = visit("materials", soort="tool")
    assert "Er zijn **5.000 materialen**" in at.main.markdown[0].value
    assert len(cards(at)) == materials_found.PAGE
    at = visit("materials", zoek="stuk 4711")
    assert cards(at) == ["**Stuk 4711**"]


def _own_after(at: AppTest) -> list[Any]:
    assert not at.exception
    return [one for one in materials(whole_store()) if not one.is_shipped]
