"""Samenwerkingen: what a visitor sees and does, without a browser."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from core.saved_view import SavedView
from core.wording import plain
from data.contributions import judge, partnership
from data.editing import change_partnership, remove_partnerships, removed_partnerships
from data.record import stored_partnerships
from data.saved_views import keep_view, saved_views
from data.store import Row
from pages.shared.opened import whole_store
from tests.data.test_editing import stated
from tests.pages.conftest import Fill, texts, visit
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio

HOSTILE = "<img src=x onerror=alert(1)> **vet** :red[rood]"


def two(made: Portfolio) -> None:
    made.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR)
    school = made.partner("OBS De Zon", "basisschool", ZAANSTAD)
    made.location("po", "01AA00", ZAANSTAD)
    made.partnership("Lezen", partners=[school], owner="Anna", hours=12.5, gemeenten=[ZAANSTAD])
    made.partnership(HOSTILE, partners=[school], status="slapend")


@pytest.fixture
def register(filled: Callable[[Fill], None]) -> None:
    filled(two)


def shown(at: AppTest) -> list[str]:
    return list(at.dataframe[0].value["Samenwerking"])


def click(at: AppTest, label: str) -> AppTest:
    return next(one for one in at.button if one.label == label).click().run()


def stored(id_: int = 1) -> Row:
    found = partnership(whole_store(), id_)
    assert found is not None
    return found


def test_the_table_is_searched_and_sorted(register: None) -> None:
    at = visit("partnerships")
    assert shown(at) == [HOSTILE, "Lezen"]
    assert "**2 samenwerkingen** binnen de filters." in texts(at)
    at.text_input(key="zoek").set_value("anna").run()
    assert shown(at) == ["Lezen"]
    at.text_input(key="zoek").set_value("*niets*").run()
    assert not at.dataframe
    assert "Niets gevonden met “*niets*”" in texts(at)
    at.text_input(key="zoek").set_value("").run()
    at.selectbox(key="sorteer").set_value("hours").run()
    assert shown(at) == ["Lezen", HOSTILE]


def test_a_link_opens_with_its_search(register: None) -> None:
    assert shown(visit("partnerships", zoek="lezen")) == ["Lezen"]


def test_columns_are_chosen(register: None) -> None:
    at = visit("partnerships")
    at.multiselect(key="kolommen").set_value(["name", "hours"]).run()
    assert list(at.dataframe[0].value.columns)[1:] == ["Samenwerking", "Uren per jaar"]


def test_a_partnership_is_added(register: None) -> None:
    at = click(visit("partnerships"), "Nieuwe samenwerking")
    assert "Nog in te vullen: Naam, Partners, Thema’s, Status." in texts(at)
    click(at, "Opslaan")
    assert "Vul dit in." in texts(at)
    at.text_input(key="sw_nieuw_name").set_value("Taalhuis").run()
    at.multiselect(key="sw_nieuw_themes").set_value(["PO"]).run()
    at.multiselect(key="sw_nieuw_gemeenten").set_value([ZAANSTAD]).run()
    at.multiselect(key="sw_nieuw_locations").set_value(["01AA00"]).run()
    at.multiselect(key="sw_nieuw_partners").set_value([1]).run()
    at.selectbox(key="sw_nieuw_status").set_value("actief").run()
    at.text_input(key="sw_nieuw_hours").set_value("1.250,5").run()
    click(at, "Opslaan")
    assert not at.exception
    assert "**Taalhuis** is toegevoegd." in texts(at)
    assert "bewerk" not in at.query_params
    row = stored(3)
    assert (row["name"], row["hours"], row["locations"]) == ("Taalhuis", 1250.5, ["01AA00"])
    click(at, "Ongedaan maken")
    click(at, "Ja, maak ongedaan")
    assert partnership(whole_store(), 3) is None


def test_an_edit_shows_what_is_stored_and_keeps_what_is_wrong(register: None) -> None:
    at = visit("partnerships", bewerk="1")
    assert at.text_input(key="sw_1_hours").value == "12,5"
    at.text_input(key="sw_1_hours").set_value("veel").run()
    click(at, "Opslaan")
    assert "Dit is geen getal." in texts(at)
    assert at.text_input(key="sw_1_hours").value == "veel"
    assert stored()["hours"] == 12.5
    at.text_input(key="sw_1_hours").set_value("20").run()
    click(at, "Opslaan")
    assert (stored()["hours"], stored()["owner"]) == (20.0, "Anna")
    assert "**Lezen** is gewijzigd." in texts(at)


def test_what_was_filled_in_is_there_after_another_page(register: None) -> None:
    at = visit("partnerships", bewerk="1")
    assert "nog niet opgeslagen" not in texts(at)
    at.text_area(key="sw_1_note").set_value("Mijn notitie").run()
    at.switch_page("pages/overview.py").run()
    at.switch_page("pages/partnerships.py")
    at.query_params["bewerk"] = "1"
    at.run()
    assert at.text_input(key="sw_1_name").value == "Lezen"
    assert at.text_area(key="sw_1_note").value == "Mijn notitie"
    assert "Wat u hier invulde, is nog niet opgeslagen." in texts(at)
    click(at, "Begin opnieuw")
    assert at.text_area(key="sw_1_note").value == ""


def test_what_was_left_behind_is_offered_in_the_list(register: None) -> None:
    at = visit("partnerships", bewerk="nieuw")
    at.text_input(key="sw_nieuw_name").set_value("*Half* af").run()
    del at.query_params["bewerk"]
    at.run()
    assert any("bezig met **\\*Half\\* af**" in one.value for one in at.markdown)
    at = click(at, "Verder invullen")
    assert at.text_input(key="sw_nieuw_name").value == "*Half* af"
    del at.query_params["bewerk"]
    at = click(at.run(), "Weggooien")
    assert "U was bezig met" not in texts(at)
    at = click(at, "Nieuwe samenwerking")
    assert at.text_input(key="sw_nieuw_name").value == ""


def test_opening_and_saving_changes_nothing(filled: Callable[[Fill], None]) -> None:
    def exact(made: Portfolio) -> None:
        made.library("Bibliotheek Aa", ZAANSTAD)
        made.partner("Kindcentrum", "basisschool", ZAANSTAD)
        other = made.partner("Kindcentrum", "kinderopvang", ZAANSTAD)
        third = made.partner("Kindcentrum", "kinderopvang", ZAANSTAD)
        made.partnership(
            "Lezen", partners=[third, other], hours=33.333, budget=1234567.891,
            contributions=[
                {"goal": "SD1", "value": 2, "realised": 1, "reason": "*dus*"},
                {"goal": "ZZ9", "value": 3, "realised": None, "reason": None},
            ],
        )  # fmt: skip

    filled(exact)
    before = stored()
    at = visit("partnerships", bewerk="1")
    assert at.text_input(key="sw_1_hours").value == "33,333"
    click(at, "Opslaan")
    assert "Er was niets gewijzigd." in texts(at)
    assert stored() == before


def test_contributions_are_judged_in_the_form(register: None) -> None:
    at = visit("partnerships", bewerk="1")
    at.selectbox(key="sw_1_goal_SD1").set_value("3 (kern)").run()
    at.text_input(key="sw_1_why_SD1").set_value("Elke dag  voorlezen").run()
    at.selectbox(key="sw_1_goal_SD2").set_value("0 (geen)").run()
    click(at, "Opslaan")
    said = [(one["goal"], one["value"], one["reason"]) for one in stored()["contributions"]]
    assert said == [("SD1", 3, "Elke dag voorlezen"), ("SD2", 0, None)]
    at = visit("partnerships", bewerk="1")
    assert at.text_input(key="sw_1_why_SD1").value == "Elke dag voorlezen"
    at.selectbox(key="sw_1_goal_SD1").set_value("niet beoordeeld").run()
    click(at, "Opslaan")
    assert [one["goal"] for one in stored()["contributions"]] == ["SD2"]


def test_who_judges_at_once_chooses(register: None) -> None:
    judge(whole_store(), 1, 1, "SD2", 3, "Bert")
    at = visit("partnerships", bewerk="1")
    at.selectbox(key="sw_1_goal_SD1").set_value("3 (kern)").run()
    judge(whole_store(), 1, 2, "SD1", 1, "Bert", reason="<b>vaak</b>")
    click(at, "Opslaan")
    assert "Bijdrage aan de doelen, eerst: –" in texts(at).replace("**", "")
    assert {one.value for one in at.text} == {"SD1 1 (indirect): <b>vaak</b>", "SD1 3 (kern)"}
    at.segmented_control(key="sw_1_kies_contributions").set_value("Mijn versie").run()
    click(at, "Opslaan met deze keuze")
    assert [one["value"] for one in stored()["contributions"]] == [3, 3]


def test_a_page_that_is_no_more_shows_the_one_before(filled: Callable[[Fill], None]) -> None:
    def many(made: Portfolio) -> None:
        made.library("Bibliotheek Aa", ZAANSTAD)
        for number in range(101):
            made.partnership(f"Lezen {number:03}")

    filled(many)
    at = click(visit("partnerships"), "Volgende")
    assert shown(at) == ["Lezen 100"]
    remove_partnerships(whole_store(), {101: 1}, "Bert")
    at.run()
    assert len(shown(at)) == 100


def test_columns_and_order_stay_after_a_look_elsewhere(register: None) -> None:
    at = visit("partnerships")
    at.selectbox(key="sorteer").set_value("hours").run()
    at.multiselect(key="kolommen").set_value(["name", "hours"]).run()
    at.segmented_control(key="onderdeel_sw").set_value("Prullenbak").run()
    at.segmented_control(key="onderdeel_sw").set_value("Tabel").run()
    assert at.selectbox(key="sorteer").value == "hours"
    assert list(at.dataframe[0].value.columns)[1:] == ["Samenwerking", "Uren per jaar"]


def test_ending_asks_why_and_since_when(register: None) -> None:
    at = visit("partnerships", bewerk="1")
    assert not [one for one in at.text_input if one.label == "Waarom beëindigd"]
    at.selectbox(key="sw_1_status").set_value("beeindigd").run()
    at.text_input(key="sw_1_ended_reason").set_value("geen uren meer").run()
    click(at, "Opslaan")
    assert (stored()["status"], stored()["ended_reason"]) == ("beeindigd", "geen uren meer")
    assert stored()["end_date"] is not None


def test_of_what_both_changed_one_is_chosen(register: None) -> None:
    at = visit("partnerships", bewerk="1")
    at.text_input(key="sw_1_name").set_value("Lezen in de wijk").run()
    at.text_area(key="sw_1_note").set_value("Mijn notitie").run()
    theirs = {
        **stated(name="Lezen", gemeenten=[ZAANSTAD], owner="Anna", note="Hun notitie", hours=99)
    }
    change_partnership(whole_store(), 1, 1, theirs, "Bert")
    click(at, "Opslaan")
    said = texts(at)
    assert re.search(r"Opgeslagen op [-: \d]+ door Bert\.", said)
    assert "**Naam**: Lezen → Lezen in de wijk (U)" in said
    assert "**Uren per jaar**: 12,5 → 99 (Zij)" in said
    assert "**Notitie**, eerst: –" in said
    assert stored()["note"] == "Hun notitie"
    at.segmented_control(key="sw_1_kies_note").set_value("Mijn versie").run()
    click(at, "Opslaan met deze keuze")
    row = stored()
    assert (row["name"], row["note"], row["hours"]) == ("Lezen in de wijk", "Mijn notitie", 99.0)
    assert row["version"] == 3


def test_their_version_can_be_kept(register: None) -> None:
    at = visit("partnerships", bewerk="1")
    at.text_area(key="sw_1_note").set_value("Mijn notitie").run()
    change_partnership(whole_store(), 1, 1, stated(name="Lezen", note="Hun notitie"), "Bert")
    click(at, "Opslaan")
    click(at, "Alleen hun versie houden")
    assert stored()["note"] == "Hun notitie"
    assert shown(at) == [HOSTILE, "Lezen"]


def test_what_was_removed_meanwhile_is_said(register: None) -> None:
    at = visit("partnerships", bewerk="1")
    at.text_area(key="sw_1_note").set_value("Mijn notitie").run()
    remove_partnerships(whole_store(), {1: 1}, "Bert")
    click(at, "Opslaan")
    assert "naar de prullenbak gebracht" in at.error[0].value
    assert at.text_area(key="sw_1_note").value == "Mijn notitie"
    click(at, "Haal terug")
    click(at, "Opslaan met deze keuze")
    assert stored()["note"] == "Mijn notitie"


@pytest.mark.parametrize("asked", ["99", "abc", "-1", "²", "9" * 30])
def test_an_address_of_nothing_is_said(register: None, asked: str) -> None:
    at = visit("partnerships", bewerk=asked)
    assert not at.exception
    assert "Deze samenwerking is er niet (meer)." in texts(at)
    click(at, "Naar alle samenwerkingen")
    assert shown(at) == [HOSTILE, "Lezen"]


def test_the_bin_gives_back(register: None) -> None:
    at = visit("partnerships", onderdeel_sw="Prullenbak")
    assert "De prullenbak is leeg." in texts(at)
    remove_partnerships(whole_store(), {1: 1}, "Bert")
    at = visit("partnerships", onderdeel_sw="Prullenbak")
    assert "**1 samenwerking** in de prullenbak." in texts(at)
    assert list(at.dataframe[0].value["Door"]) == ["Bert"]
    assert len(removed_partnerships(whole_store())) == 1


def test_hostile_names_are_text(register: None) -> None:
    at = visit("partnerships", bewerk="2")
    assert [one.value for one in at.header] == [plain(HOSTILE)]
    assert stored_partnerships(whole_store(), [2])[0]["name"] == HOSTILE


def test_a_view_is_kept_and_comes_back(register: None) -> None:
    at = visit("partnerships")
    at.multiselect(key="kolommen").set_value(["name", "hours"]).run()
    at.text_input(key="zoek").set_value("lezen").run()
    at.text_input(key="weergave_naam").set_value("Mijn lijst").run()
    click(at, "Bewaar wat ik nu zie")
    assert "De weergave **Mijn lijst** is bewaard." in texts(at)
    at = visit("partnerships")
    assert shown(at) == [HOSTILE, "Lezen"]
    click(at, "Mijn lijst")
    assert shown(at) == ["Lezen"]
    assert list(at.dataframe[0].value.columns)[1:] == ["Samenwerking", "Uren per jaar"]


def test_a_view_is_renamed(register: None) -> None:
    keep_view(whole_store(), "<b>Oud</b>", SavedView(), "Anna")
    at = click(visit("partnerships"), "Hernoem")
    [field] = [one for one in at.text_input if one.label == "Nieuwe naam"]
    assert field.value == "<b>Oud</b>"
    field.set_value("*Nieuw*").run()
    click(at, "Bewaar de naam")
    assert "De weergave heet nu ***Nieuw***." in texts(at)
    assert not [one for one in at.text_input if one.label == "Nieuwe naam"]
    assert [row["name"] for row in saved_views(whole_store())] == ["*Nieuw*"]


def test_a_view_of_columns_that_are_no_more_opens(register: None) -> None:
    gone = SavedView(columns=("name", "weg"), sort="weg", filters={"thema": ("Weg",)})
    keep_view(whole_store(), "Oud", gone, "Anna")
    at = click(visit("partnerships"), "Oud")
    assert not at.exception
    assert list(at.dataframe[0].value.columns)[1:] == ["Samenwerking"]


def test_signs_alone_are_no_words_to_search(register: None) -> None:
    assert "**2 samenwerkingen** binnen de filters." in texts(visit("partnerships", zoek="***"))
