"""Gegevens: a file is judged before it is loaded, what was loaded can be undone."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button, Checkbox

from core.filters import today
from core.wording import long_date
from data import choices
from data.store import Store
from pages.shared import opened
from tests.data.ingest.files import HEADER, ROW, counts, lines, workbook
from tests.pages.conftest import Fill, visit
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio

WRONG = "Dwaling;Bibliotheek Aa;OBS De Maan;basisschool;toverij;Zaanstad;actief"
DUO = (
    "BRIN NUMMER,VESTIGINGSNUMMER,VESTIGINGSNAAM,PLAATSNAAM,GEMEENTENUMMER,GEMEENTENAAM,DENOMINATIE"
)


def upload(content: bytes, name: str = "eigen.csv", **asked: str) -> AppTest:
    at = visit("intake", **asked)
    at.file_uploader[0].upload(name, content)
    at.run()
    assert not at.exception
    return at


def figure(at: AppTest, label: str) -> str:
    [found] = [one for one in at.metric if one.label == label]
    return str(found.value)


def button(at: AppTest, label: str) -> Button:
    [found] = [one for one in at.button if one.label == label]
    return found


def tick(at: AppTest, label: str) -> Checkbox:
    [found] = [one for one in at.checkbox if one.label == label]
    return found


def buttons(at: AppTest) -> list[str]:
    return [one.label for one in at.button]


def undo(at: AppTest) -> None:
    button(at, "Ongedaan maken").click().run()
    button(at, "Ja, maak ongedaan").click().run()


def said(at: AppTest) -> str:
    kinds = (at.success, at.error, at.warning, at.info, at.markdown, at.caption)
    return " ".join(str(one.value) for kind in kinds for one in kind).replace("\\", "")


def test_good_rows_are_offered_and_wrong_ones_explained(empty: Path) -> None:
    before = _counts()
    at = upload(lines(HEADER, ROW, WRONG))
    assert (figure(at, "Nieuw"), figure(at, "Afgekeurd")) == ("1", "1")
    [wrong] = [one.value for one in at.dataframe if "Reden" in one.value.columns]
    assert wrong[["Rij", "Kolom", "Waarde"]].values.tolist() == [["3", "thema", "toverij"]]
    assert wrong["Reden"][0]
    assert "Bibliotheek Aa" in said(at)
    assert _counts() == before


def test_one_mistake_in_many_rows_is_one_line(empty: Path) -> None:
    other = WRONG.replace("toverij", "magie")
    at = upload(lines(HEADER, *[WRONG] * 3, other, *[WRONG] * 3))
    [wrong] = [one.value for one in at.dataframe if "Reden" in one.value.columns]
    assert wrong[["Rij", "Aantal rijen", "Waarde"]].values.tolist() == [
        ["2, 3, 4 en 3 andere", 6, "toverij"],
        ["5", 1, "magie"],
    ]
    assert figure(at, "Afgekeurd") == "7"
    assert "Afgekeurde rijen (Excel)" in [
        str(getattr(one, "label", "")) for one in at.get("download_button")
    ]


def test_what_will_not_count_can_be_read_before_the_load(empty: Path) -> None:
    row = ROW.replace("basisschool", "welzijn").replace("OBS De Ster", "Welzijn Aa")
    at = upload(lines(HEADER, row, row.replace("Voorlezen", "Nog *een*")))
    assert "**Rij 2 en 1 andere, partnertype “welzijn”**: Telt niet mee in de dekking" in said(at)
    assert "Noem de locaties in de kolom locatie" in said(at)


def test_load_and_undo(empty: Path) -> None:
    at = upload(lines(HEADER, ROW))
    button(at, "Laad 1 samenwerking").click().run()
    assert not at.exception
    assert "1 samenwerking toegevoegd" in said(at)
    assert [row["name"] for row in choices.libraries(opened.whole_store())] == ["Bibliotheek Aa"]
    assert "**1 samenwerking** van 1 bibliotheek" in said(at)

    undo(at)
    assert not at.exception
    assert "De wijziging is ongedaan gemaakt." in said(at)
    assert choices.libraries(opened.whole_store()) == []


def test_a_click_on_what_was_shown_before_another_change_loads_nothing(empty: Path) -> None:
    at = upload(lines(HEADER, ROW))
    other = upload(lines(HEADER, ROW.replace("actief", "opstart")), "ander.csv")
    button(other, "Laad 1 samenwerking").click().run()
    button(at, "Laad 1 samenwerking").click().run()
    assert "intussen gewijzigd" in said(at)
    assert (figure(at, "Nieuw"), figure(at, "Gewijzigd")) == ("0", "1")
    button(at, "Laad 1 samenwerking").click().run()
    assert "1 gewijzigd" in said(at)


def test_undoing_asks_first_and_says_what_will_happen(empty: Path) -> None:
    at = upload(lines(HEADER, ROW))
    button(at, "Laad 1 samenwerking").click().run()
    loaded = _counts()
    button(at, "Ongedaan maken").click().run()
    assert _counts() == loaded
    assert "3 rijen." in said(at)
    assert "Wat deze wijziging heeft toegevoegd, verdwijnt" in said(at)
    button(at, "Annuleren").click().run()
    assert _counts() == loaded
    assert "Ja, maak ongedaan" not in buttons(at)


def test_loading_twice_changes_nothing(empty: Path) -> None:
    at = upload(lines(HEADER, ROW))
    button(at, "Laad 1 samenwerking").click().run()
    at = upload(lines(HEADER, ROW))
    assert figure(at, "Ongewijzigd") == "1"
    assert "alles staat er al zo in" in said(at)
    assert not any(one.startswith("Laad ") for one in buttons(at))


def test_own_data_takes_the_place_of_the_example(example: Path) -> None:
    at = upload(lines(HEADER, ROW))
    assert "Bij het laden verdwijnen de voorbeeldgegevens." in said(at)
    button(at, "Laad 1 samenwerking").click().run()
    assert not at.exception
    assert [row["name"] for row in choices.libraries(opened.whole_store())] == ["Bibliotheek Aa"]
    assert "Voorbeeldgegevens." not in said(at)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plaatje.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("niets.csv", b""),
        ("zip.xlsx", b"PK\x03\x04kapot"),
        ("binair.csv", bytes(range(256)) * 20),
        ("verslag.pdf", b"%PDF-1.7 " + bytes(range(256))),
    ],
)
def test_what_is_no_spreadsheet_is_refused(empty: Path, name: str, content: bytes) -> None:
    """Also a file of another kind: Streamlit's own refusal would be English."""
    at = upload(content, name)
    [refused] = [one.value for one in at.error]
    assert refused.startswith("**")
    assert not any(one.startswith("Laad ") for one in buttons(at))


def test_header_without_rows(empty: Path) -> None:
    at = upload(lines(HEADER))
    assert "alleen een kopregel, geen rijen" in said(at)
    assert not any(one.startswith("Laad ") for one in buttons(at))


def test_workbook_with_title_rows_on_its_second_sheet(empty: Path) -> None:
    rows = [["Overzicht 2026"], [], HEADER.split(";"), ROW.split(";")]
    at = upload(workbook(("Uitleg", [["Lees mij"]]), ("Lijst", rows)), "eigen.xlsx")
    assert figure(at, "Nieuw") == "1"
    assert "blad Lijst" in said(at)


def test_an_unknown_required_header_is_asked_for(empty: Path) -> None:
    at = upload(lines(HEADER.replace("naam;", "hoe het heet;", 1), ROW))
    assert len(at.error) == 1
    [choice] = [one for one in at.selectbox if one.label == "hoe het heet"]
    choice.set_value("naam").run()
    assert not at.exception
    assert not at.error
    assert figure(at, "Nieuw") == "1"
    button(at, "Laad 1 samenwerking").click().run()
    assert "1 samenwerking toegevoegd" in said(at)


def test_a_row_of_unknown_headers_is_pointed_at_and_mapped(empty: Path) -> None:
    rows = [["Titel van het ding", "Van wie", "Met wie", "Waarover", "Hoe staat het ermee"]]
    rows += [["Voorlezen", "Bibliotheek Aa", "OBS De Ster", "PO", "actief"]]
    content = workbook(("Uitleg", [["Lees mij"]]), ("Lijst", [["Ons overzicht"], [], *rows]))
    at = upload(content, "eigen.xlsx")
    assert "De kolomkoppen zijn niet herkend." in said(at)
    [sheet] = [one for one in at.selectbox if one.label == "Blad met de gegevens"]
    [row] = [one for one in at.selectbox if one.label == "Rij met de kolomkoppen"]
    assert (sheet.value, row.value) == ("Lijst", 3)
    meant = ("naam", "bibliotheek", "partner", "thema", "status")
    for header, column in zip(rows[0], meant, strict=True):
        [choice] = [one for one in at.selectbox if one.label == header]
        choice.set_value(column).run()
    assert not at.exception
    assert not at.error
    assert (figure(at, "Nieuw"), figure(at, "Afgekeurd")) == ("1", "0")
    button(at, "Laad 1 samenwerking").click().run()
    assert "1 samenwerking toegevoegd" in said(at)


def test_another_row_with_headers_can_be_chosen(empty: Path) -> None:
    """A row above the headers holds words that are headers too."""
    above = "partner;naam;;;;;"
    header = (
        HEADER.replace("thema", "waarover").replace("partner;", "wie;").replace("naam;", "x;", 1)
    )
    at = upload(lines(above, header.replace("partnertype", "y").replace("status", "z"), ROW))
    [row] = [one for one in at.selectbox if one.label == "Rij met de kolomkoppen"]
    assert row.value == 1
    row.set_value(2).run()
    assert not at.exception
    assert "waarover" in [one.label for one in at.selectbox]


def test_headers_far_down_are_not_read_from_another_row(empty: Path) -> None:
    """A lacking column is asked for at the row that was found, however much stands above it."""
    above = [f"Toelichting {number}" for number in range(1, 60)]
    at = upload(lines(*above, HEADER.replace("naam;", "hoe het heet;", 1), ROW))
    [row] = [one for one in at.selectbox if one.label == "Rij met de kolomkoppen"]
    assert row.value == 60
    [choice] = [one for one in at.selectbox if one.label == "hoe het heet"]
    choice.set_value("naam").run()
    assert not at.exception
    assert (figure(at, "Nieuw"), figure(at, "Afgekeurd")) == ("1", "0")


def test_an_unknown_header_is_reported_and_can_be_mapped(empty: Path) -> None:
    at = upload(lines(HEADER + ";wie doet het", ROW + ";Anna"))
    assert "Niet herkend en dus niet gelezen: wie doet het." in said(at)
    [choice] = [one for one in at.selectbox if one.label == "wie doet het"]
    choice.set_value("eigenaar").run()
    assert "Niet herkend" not in said(at)
    button(at, "Laad 1 samenwerking").click().run()
    assert opened.whole_store()._connection.execute("select owner from partnership").fetchall() == [
        ("Anna",)
    ]


def test_rows_without_a_library_ask_for_one(filled: Callable[[Fill], None]) -> None:
    """One library that the store knows is taken for granted; typing one: tests/e2e."""
    header, row = HEADER.replace("bibliotheek;", ""), ROW.replace("Bibliotheek Aa;", "")
    filled(lambda made: made.library("Bibliotheek Cee", ZAANSTAD))
    at = upload(lines(header, row))
    assert at.selectbox(key="bestand_bibliotheek").value == "Bibliotheek Cee"
    assert (figure(at, "Nieuw"), figure(at, "Afgekeurd")) == ("1", "0")


def test_register_is_loaded_and_counts(empty: Path) -> None:
    at = upload(
        lines(DUO, "16AH,00,'t Eenspan,EMMEN,0114,EMMEN,", "16AI,00,X,NERGENS,,Zaandsta,"),
        "duo.csv",
        stap="Registers",
    )
    assert figure(at, "Nieuw of gewijzigd") == "1"
    assert figure(at, "Afgekeurd") == "1"
    button(at, "Laad 1 locatie").click().run()
    assert not at.exception
    assert "1 nieuwe en 0 gewijzigde locaties" in said(at)
    [load] = choices.register_loads(opened.whole_store())
    assert (load["register"], load["locations"]) == ("po", 1)
    assert "Geladen registers: po (1)." in said(at)
    [shown] = [one.value for one in at.dataframe if "Geladen op" in one.value.columns]
    assert shown[["Register", "Locaties", "Bestand", "Door"]].values.tolist() == [
        ["po", 1, "duo.csv", ""]
    ]
    undo(at)
    assert not at.exception
    assert "Er is nog geen register geladen." in said(at)
    assert choices.register_loads(opened.whole_store()) == []


def test_a_register_that_differs_from_its_file_is_said_on_both_pages(
    filled: Callable[[Fill], None],
) -> None:
    """Loaded before a register was exactly its file: by an earlier version of the program."""

    def put(made: Portfolio) -> None:
        _school_without_location(made)
        made.location("po", "00AB00")

    filled(put)
    for at in (visit("intake", stap="Registers"), visit("sources")):
        assert not at.exception
        [shown] = [one.value for one in at.dataframe if "Geladen op" in one.value.columns]
        assert shown["Locaties"].tolist() == [2]
        assert "heeft nu 2 locaties, het bestand had er 1. Laad het bestand opnieuw" in said(at)


def test_a_register_of_another_kind_is_refused(empty: Path) -> None:
    vo = f"{DUO},ONDERWIJSSTRUCTUUR"
    at = upload(lines(vo, "16AH,00,Het Baken,EMMEN,0114,EMMEN,,VWO"), "vo.csv", stap="Registers")
    assert "voortgezet onderwijs, niet met basisscholen" in at.error[0].value
    assert not any(one.startswith("Laad ") for one in buttons(at))


def test_a_register_without_one_usable_row_offers_no_load(empty: Path) -> None:
    at = upload(lines(DUO, "16AH,00,'t Eenspan,EMMEN,,Emen,"), "duo.csv", stap="Registers")
    assert "geen enkele locatie" in at.error[0].value
    assert figure(at, "Afgekeurd") == "1"
    assert not any(one.startswith("Laad ") for one in buttons(at))


def test_most_of_a_register_goes_only_after_a_tick(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        for id_ in ("00AA00", "00AB00", "00AC00"):
            made.location("po", id_)

    filled(put)
    at = upload(lines(DUO, "16AH,00,'t Eenspan,EMMEN,0114,EMMEN,"), "duo.csv", stap="Registers")
    assert "vervallen 3 van de 3 locaties in het register po" in said(at)
    assert button(at, "Laad 1 locatie").disabled
    tick(at, "Ja, 3 van de 3 locaties mogen vervallen").check().run()
    button(at, "Laad 1 locatie").click().run()
    assert not at.exception
    assert "1 nieuwe en 0 gewijzigde locaties, 3 locaties vervallen" in said(at)
    assert [row["locations"] for row in choices.register_loads(opened.whole_store())] == [1]


SCHOOLS = [f"16A{letter},00,School {letter},EMMEN,0114,EMMEN," for letter in "ABC"]


def test_a_newer_register_with_the_same_locations_is_recorded(empty: Path) -> None:
    at = upload(lines(DUO, *SCHOOLS), "oud.csv", stap="Registers")
    at.date_input(key="registerpeildatum").set_value(date(2024, 10, 1)).run()
    button(at, "Laad 3 locaties").click().run()
    at = upload(lines(DUO, *SCHOOLS), "nieuw.csv", stap="Registers")
    assert "De locaties staan er al zo in." in said(at)
    assert "(nu oud.csv, peildatum 1 oktober 2024)" in said(at)
    at.date_input(key="registerpeildatum").set_value(date(2025, 10, 1)).run()
    button(at, "Leg de peildatum vast").click().run()
    assert not at.exception
    assert "Register po: dezelfde locaties, peildatum 1 oktober 2025." in said(at)
    [load] = choices.register_loads(opened.whole_store())
    assert (load["file_name"], load["measure_date"]) == ("nieuw.csv", date(2025, 10, 1))

    at = upload(lines(DUO, *SCHOOLS), "nieuw.csv", stap="Registers")
    at.date_input(key="registerpeildatum").set_value(date(2025, 10, 1)).run()
    assert "Er verandert niets" in said(at)
    assert "Leg de peildatum vast" not in buttons(at)


def test_what_a_register_would_undo_is_said_before_it_is_loaded(empty: Path) -> None:
    at = upload(lines(DUO, *SCHOOLS), "nieuw.csv", stap="Registers")
    button(at, "Laad 3 locaties").click().run()
    header = "BRIN,vestigingsnaam,gemeente"
    old = lines(header, "16AA00,Oude naam,Emmen", "16AB00,School B,Emmen", "16AC00,School C,Emen")
    at = upload(old, "oud.csv", stap="Registers")
    assert "1 locatie die nu in het register staat, vervalt" in said(at)
    assert "School C (16AC00). Verbeter die rij eerst" in said(at)
    assert "geen kolom 'plaats'; de plaatsnamen van de vorige lading blijven staan" in said(at)
    assert "terug in de tijd" not in said(at)
    at.date_input(key="registerpeildatum").set_value(date(2014, 1, 1)).run()
    assert "De peildatum 1 januari 2014 ligt vóór die van wat nu geladen is (nieuw.csv" in said(at)
    assert button(at, "Laad 1 locatie").disabled
    tick(at, "Ja, het register mag terug naar 1 januari 2014").check().run()
    button(at, "Laad 1 locatie").click().run()
    assert not at.exception
    assert [row["locations"] for row in choices.register_loads(opened.whole_store())] == [2]


def test_a_tick_for_one_file_does_not_hold_for_the_next(empty: Path) -> None:
    at = upload(lines(DUO, *SCHOOLS), "a.csv", stap="Registers")
    button(at, "Laad 3 locaties").click().run()
    lapse, back = "Ja, 3 van de 3 locaties mogen vervallen", "Ja, het register mag terug naar"
    other = "16B{},00,Een andere school,EMMEN,0114,EMMEN,"
    for name in ("b.csv", "c.csv"):
        at.file_uploader[0].upload(name, lines(DUO, other.format(name[0].upper()))).run()
        if name == "b.csv":
            at.date_input(key="registerpeildatum").set_value(date(2014, 1, 1)).run()
        ticks = [tick(at, lapse), tick(at, f"{back} 1 januari 2014")]
        assert [one.value for one in ticks] == [False, False]
        assert button(at, "Laad 1 locatie").disabled
        for one in ticks:
            one.check()
        at.run()
        assert not button(at, "Laad 1 locatie").disabled


def test_a_file_that_only_removes_says_how_many_locations_lapse(empty: Path) -> None:
    at = upload(lines(DUO, *SCHOOLS), "duo.csv", stap="Registers")
    button(at, "Laad 3 locaties").click().run()
    at = upload(lines(DUO, *SCHOOLS[:2]), "duo.csv", stap="Registers")
    button(at, "Laat 1 locatie vervallen").click().run()
    assert not at.exception
    assert "Register po: 1 locatie vervallen, peildatum" in said(at)
    assert "nieuwe en" not in said(at)


def test_partners_are_linked_by_a_person(filled: Callable[[Fill], None]) -> None:
    filled(_school_without_location)
    at = visit("intake")
    at.session_state["stap"] = "Koppelen"
    at.run()
    at.slider(key="gelijkenis").set_value(100).run()
    assert "1 voorstel, waarvan geen met een gelijkenis van 100 of meer" in said(at)
    assert "Zet de grens lager" in said(at)
    assert f"als de samenwerking op {long_date(today())} of later loopt" in said(at)
    assert len(at.dataframe) == 0
    at.slider(key="gelijkenis").set_value(0).run()
    [offered] = [one.value for one in at.dataframe]
    assert offered["Nummer"].tolist() == ["00AA00"]
    button(at, "Koppel het ene voorstel").click().run()
    assert not at.exception
    assert "1 partner gekoppeld." in said(at)
    assert _links() == [("00AA00",)]
    assert f"Op {long_date(today())} zijn er geen partners meer om te koppelen." in said(at)
    undo(at)
    assert _links() == []


def test_partners_without_a_type_get_the_one_suggested(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        made.library("Aa", ZAANSTAD)
        for name in ("De Zon", "De Maan"):
            made.partnership(theme="PO", partners=[made.partner(name)])

    filled(put)
    at = visit("intake", stap="Koppelen")
    assert at.dataframe[0].value["Voorstel"].tolist() == ["basisschool", "basisschool"]
    assert f"die op {long_date(today())} of later lopen of in voorbereiding zijn" in said(at)
    at.button(key="type_alle").click().run()
    assert "De partners hebben hun type" in said(at)
    assert not any(one.value == "Partners zonder type" for one in at.subheader)


def test_a_partner_is_linked_to_a_location_that_was_not_suggested(
    filled: Callable[[Fill], None],
) -> None:
    def put(made: Portfolio) -> None:
        _school_without_location(made)
        made.location("po", "00AB00")
        made.location("po", "00AC00", ALKMAAR)
        made.ask("update location set name = 'De Komeet' where id <> '00AA00'")

    filled(put)
    at = visit("intake", stap="Koppelen")
    assert "In alle gemeenten" not in [one.label for one in at.toggle]
    partner = at.selectbox(key="te_koppelen")
    assert partner.options == ["OBS De Sterren (Zaanstad)"]
    partner.set_value(1).run()
    [search] = [one for one in at.text_input if one.label == "Zoek op naam, plaats of nummer"]
    assert _offered(at) == [
        "De Ster — gemeente Zaanstad (00AA00)",
        "De Komeet — gemeente Zaanstad (00AB00)",
    ]
    assert button(at, "Koppel aan deze locatie").disabled  # none of the two was chosen yet
    search.set_value("nergens").run()
    assert "Geen locatie gevonden." in said(at)
    at.text_input(key="zoek_locatie_1").set_value("komeet").run()
    assert _offered(at) == ["De Komeet — gemeente Zaanstad (00AB00)"]
    at.toggle(key="zoek_overal_1").set_value(True).run()
    assert len(_offered(at)) == 2
    [place] = [one for one in at.selectbox if one.label == "Locatie in het register"]
    place.set_value(1).run()
    button(at, "Koppel aan deze locatie").click().run()
    assert not at.exception
    assert "OBS De Sterren is gekoppeld aan De Komeet." in said(at)
    assert _links() == [("00AC00",)]
    undo(at)
    assert _links() == []


def test_a_row_without_a_library_is_told_what_to_do_here(empty: Path) -> None:
    header, row = HEADER.replace("bibliotheek;", ""), ROW.replace("Bibliotheek Aa;", "")
    at = upload(lines(header, row))
    [wrong] = [one.value for one in at.dataframe if "Reden" in one.value.columns]
    assert "kies onder het bestand de bibliotheek" in wrong["Reden"][0]
    assert "--" not in wrong["Reden"][0]


def test_linking_without_a_register_says_what_to_do(empty: Path) -> None:
    assert "Laad eerst een register" in said(visit("intake", stap="Koppelen"))


def test_werkgebied_is_edited_and_the_edit_undone(filled: Callable[[Fill], None]) -> None:
    filled(lambda made: made.library("Bibliotheek Aa", ZAANSTAD))
    at = visit("intake")
    at.session_state["stap"] = "Bibliotheken"
    at.run()
    [served] = [one for one in at.multiselect if one.label == "Gemeenten in het werkgebied"]
    assert served.value == ["Zaanstad"]
    served.set_value(["Zaanstad", "Alkmaar"])
    at.text_input[0].set_value("Bibliotheek Bee")
    button(at, "Opslaan").click().run()
    assert not at.exception
    assert "Bibliotheek Bee is opgeslagen." in said(at)
    [stored] = choices.libraries(opened.whole_store())
    assert (stored["name"], stored["gemeenten"]) == ("Bibliotheek Bee", [ALKMAAR, ZAANSTAD])
    undo(at)
    assert [row["name"] for row in choices.libraries(opened.whole_store())] == ["Bibliotheek Aa"]


@pytest.mark.parametrize("step", ["Bibliotheken", "Koppelen"])
def test_a_visit_may_start_at_a_later_step(filled: Callable[[Fill], None], step: str) -> None:
    filled(_school_without_location)
    at = visit("intake", stap=step)
    if step == "Bibliotheken":
        button(at, "Opslaan").click().run()
    else:
        at.slider(key="gelijkenis").set_value(0).run()
        button(at, "Koppel het ene voorstel").click().run()
    assert not at.exception
    assert at.success


def test_a_name_that_is_taken_is_refused(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        made.library("Bibliotheek Aa")
        made.library("Bibliotheek Bee")

    filled(put)
    at = visit("intake", stap="Bibliotheken")
    at.text_input[0].set_value("Bibliotheek Bee")
    button(at, "Opslaan").click().run()
    assert "al in gebruik" in at.error[0].value


def test_example_can_be_deleted(example: Path) -> None:
    at = visit("intake")
    button(at, "Verwijder het voorbeeld").click().run()
    assert not at.exception
    assert {"Verwijderen", "Annuleren"} <= set(buttons(at))
    assert len(choices.libraries(opened.whole_store())) == 8


def test_changes_are_listed(empty: Path) -> None:
    at = upload(lines(HEADER, ROW))
    button(at, "Laad 1 samenwerking").click().run()
    at = visit("intake", stap="Wijzigingen")
    [found] = [one.value for one in at.dataframe]
    assert found["Rijen"].tolist() == [3]


def _school_without_location(made: Portfolio) -> None:
    made.library("Bibliotheek Aa", ZAANSTAD)
    made.location("po", "00AA00")
    made.ask("update location set name = 'De Ster'")
    made.ask(
        "insert into register_load (register, file_name, measure_date, locations, loaded_by) "
        "values ('po', 'duo.csv', date '2025-10-01', 1, 'test')"
    )
    made.partnership(theme="PO", partners=[made.partner("OBS De Sterren", "basisschool", ZAANSTAD)])


def _offered(at: AppTest) -> list[str]:
    [place] = [one for one in at.selectbox if one.label == "Locatie in het register"]
    return list(place.options)


def _links() -> list[tuple[str]]:
    found: list[tuple[str]] = (
        opened.whole_store()._connection.execute("select location from location_link").fetchall()
    )
    return found


def _counts() -> tuple[int, int, int, int]:
    store: Store = opened.whole_store()
    return counts(store)
