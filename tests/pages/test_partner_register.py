"""Partners: the list, one record, changing it, doubles and the network."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.partner import TypedPartner
from data.merging import merge
from data.partner_register import change_partner
from pages.shared import opened
from tests.pages.conftest import Fill, drawn, texts, visit
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio, goals

HOSTILE = "<b>Vet</b> [klik](http://kwaad) *ster*"
STAR, SCHOOL, TOWN, BAD = 1, 2, 3, 4


def some(made: Portfolio) -> None:
    made.library("Bibliotheek Zaan", ZAANSTAD)
    alk = made.library("Bibliotheek Alkmaar", ALKMAAR)
    star = made.partner("OBS De Ster", "basisschool", ZAANSTAD)
    school = made.partner("Basisschool De Ster", None, ZAANSTAD)
    town = made.partner("Gemeente Alkmaar", "gemeente")
    bad = made.partner(HOSTILE, "zorg")
    made.partnership("Lezen", partners=[star], owner="Anna", hours=40.0, contributions=goals(SD1=3))
    made.partnership("Taal", partners=[school, bad], owner="Bert")
    made.partnership("Samen", library=alk, partners=[school, town], status="verkenning")


@pytest.fixture
def made(filled: Callable[[Fill], None]) -> None:
    filled(some)


def partners(**asked: str) -> AppTest:
    at = visit("partner_register", **asked)
    assert not at.exception
    return at


def listed(at: AppTest) -> list[str]:
    return list(at.dataframe[0].value["Partner"])


def press(at: AppTest, label: str) -> AppTest:
    [button, *_] = [one for one in at.button if one.label == label]
    button.click().run()
    assert not at.exception
    return at


def ask(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    return opened.whole_store()._connection.execute(sql, list(values)).fetchall()


def test_the_list_is_searched_and_sorted(made: None) -> None:
    at = partners()
    assert "3 partners hebben nu een lopende" in texts(at).replace("**", "")
    assert len(listed(at)) == 4
    at.text_input("partner_zoek").set_value("DE stér").run()
    assert listed(at) == ["Basisschool De Ster", "OBS De Ster"]
    at.text_input("partner_zoek").set_value("bestaat niet").run()
    assert "Er zijn geen partners binnen deze keuze" in texts(at)
    at.text_input("partner_zoek").set_value("").run()
    at.selectbox("partner_volgorde").set_value("Uren per jaar").run()
    assert listed(at)[0] == "OBS De Ster"
    at.selectbox("partner_soort").set_value("Niet ingevuld").run()
    assert listed(at) == ["Basisschool De Ster"]


def test_the_list_comes_in_pages(filled: Callable[[Fill], None]) -> None:
    def many(made: Portfolio) -> None:
        made.library("Bibliotheek", ZAANSTAD)
        made.partnership(partners=[made.partner(f"Partner {n:03}") for n in range(130)])

    filled(many)
    at = partners()
    assert "1 tot en met 100 van 130" in texts(at)
    press(at, "Volgende")
    assert listed(at)[0] == "Partner 100"
    assert "101 tot en met 130 van 130" in texts(at)
    at.text_input("partner_zoek").set_value("partner 007").run()
    assert listed(at) == ["Partner 007"]


def test_what_was_searched_is_there_again_after_a_record_and_another_page(made: None) -> None:
    at = partners()
    at.text_input("partner_zoek").set_value("de ster").run()
    at.selectbox("partner_volgorde").set_value("Uren per jaar").run()
    at.selectbox("open_partner").set_value(STAR).run()
    press(at, "Terug naar de partners")
    assert at.text_input("partner_zoek").value == "de ster"
    assert listed(at) == ["OBS De Ster", "Basisschool De Ster"]
    at.button_group(key="beeld").set_value("Netwerk").run()
    at.button_group(key="hoeveel").set_value(25).run()
    at.switch_page("pages/coverage.py").run()
    at.switch_page("pages/partner_register.py").run()
    assert not at.exception
    assert at.button_group(key="hoeveel").value == 25
    at.button_group(key="beeld").set_value("Lijst").run()
    assert at.text_input("partner_zoek").value == "de ster"


def test_the_record_says_who_the_contact_is(made: None) -> None:
    at = partners(partner=str(STAR))
    said = texts(at)
    assert "**OBS De Ster** heeft **1 lopende samenwerking** met Bibliotheek Zaan" in said
    assert "**Bibliotheek Zaan**: Anna" in said
    assert list(at.dataframe[0].value["Samenwerking"]) == ["Lezen"]
    assert "Stopt deze partner" in said
    press(at, "Terug naar de partners")
    assert len(listed(at)) == 4
    at.selectbox("open_partner").set_value(TOWN).run()
    assert at.subheader[0].value == "Gemeente Alkmaar"


def test_a_link_to_a_partner_that_was_merged_leads_on(made: None) -> None:
    partners()
    typed = TypedPartner(name="OBS De Ster", type="basisschool", gemeente=ZAANSTAD)
    merge(opened.whole_store(), STAR, {STAR: 1, SCHOOL: 1}, typed, "Ander")
    at = partners(partner=str(SCHOOL))
    assert "De partner van deze link is samengevoegd tot **OBS De Ster**." in texts(at)
    press(at, "Naar deze partner")
    assert at.subheader[0].value == "OBS De Ster"


@pytest.mark.parametrize("asked", ["abc", "99999", "-1", "0", "1e3", "٣", "9" * 40, "1;drop"])
def test_a_partner_that_is_not_there_is_said(made: None, asked: str) -> None:
    at = partners(partner=asked)
    assert "bestaat niet (meer)" in texts(at)
    press(at, "Terug naar de partners")
    assert len(listed(at)) == 4


def test_the_text_of_users_is_shown_as_text(made: None) -> None:
    at = partners(partner=str(BAD))
    for one in (*at.main.markdown, *at.main.caption, *at.subheader):
        assert "<b>" not in one.value.replace("\\<b\\>", "")
        assert "[klik](" not in one.value
    assert "\\<b\\>Vet" in at.subheader[0].value


def test_a_partner_is_changed_and_that_undone(made: None) -> None:
    at = partners(partner=str(STAR))
    at.text_input(f"partner_name_{STAR}").set_value("Kindcentrum De Ster")
    at.selectbox(f"partner_gemeente_{STAR}").set_value(ALKMAAR)
    press(at, "Opslaan")
    assert at.subheader[0].value == "Kindcentrum De Ster"
    assert "gemeente Alkmaar" in texts(at)
    assert "ook bekend als OBS De Ster" in texts(at)
    assert at.dataframe[-1].value["Was"].tolist() == ["OBS De Ster, basisschool, Zaanstad"]
    assert at.dataframe[-1].value["Werd"].tolist() == ["Kindcentrum De Ster, basisschool, Alkmaar"]
    press(press(at, "Ongedaan maken"), "Ja, maak ongedaan")
    assert at.subheader[0].value == "OBS De Ster"
    assert at.text_input(f"partner_name_{STAR}").value == "OBS De Ster"


@pytest.mark.parametrize(
    ("name", "why"),
    [("gemeente alkmaar", "Er is al een partner met deze naam"), ("  ", "Vul een naam in"),
     ("!!!", "geen letters")],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_stays_typed(made: None, name: str, why: str) -> None:
    at = partners(partner=str(STAR))
    at.text_input(f"partner_name_{STAR}").set_value(name)
    at.selectbox(f"partner_gemeente_{STAR}").set_value("")
    press(at, "Opslaan")
    assert why in texts(at)
    assert at.text_input(f"partner_name_{STAR}").value == name
    assert ask("select name from partner where id = ?", STAR) == [("OBS De Ster",)]


def _somebody_else_changes() -> None:
    typed = TypedPartner(name="Van de ander", type="basisschool", gemeente=ZAANSTAD)
    [(version,)] = ask("select version from partner where id = ?", STAR)
    change_partner(opened.whole_store(), STAR, version, typed, "Ander")


@pytest.mark.parametrize(
    ("choice", "name"), [("Neem de mijne", "Van mij"), ("Houd die van de ander", "Van de ander")]
)
def test_a_conflict_is_chosen_with_both_side_by_side(made: None, choice: str, name: str) -> None:
    at = partners(partner=str(STAR))
    at.text_input(f"partner_name_{STAR}").set_value("Van mij")
    _somebody_else_changes()
    press(at, "Opslaan")
    said = texts(at)
    assert "Iemand anders wijzigde deze partner" in said
    assert "Naam: **Van mij** (verschilt)" in said
    assert "Naam: **Van de ander** (verschilt)" in said
    assert "Type: basisschool" in said
    press(at, choice)
    assert at.subheader[0].value == name
    assert at.text_input(f"partner_name_{STAR}").value == name


def test_a_third_change_asks_again(made: None) -> None:
    at = partners(partner=str(STAR))
    at.text_input(f"partner_name_{STAR}").set_value("Van mij")
    _somebody_else_changes()
    press(at, "Opslaan")
    _somebody_else_changes()
    press(at, "Neem de mijne")
    assert "Iemand anders wijzigde deze partner" in texts(at)
    press(at, "Neem de mijne")
    assert at.subheader[0].value == "Van mij"


def test_mine_that_cannot_be_any_more_stays_typed(made: None) -> None:
    at = partners(partner=str(STAR))
    at.text_input(f"partner_name_{STAR}").set_value("Van mij")
    _somebody_else_changes()
    press(at, "Opslaan")
    typed = TypedPartner(name="Van mij", type="basisschool", gemeente=ZAANSTAD)
    change_partner(opened.whole_store(), SCHOOL, 1, typed, "Ander")
    press(at, "Neem de mijne")
    assert "Er is al een partner met deze naam" in texts(at)
    assert at.text_input(f"partner_name_{STAR}").value == "Van mij"


def test_doubles_are_merged_and_that_undone(made: None) -> None:
    at = partners(beeld="Dubbelen")
    assert "**2 partners** lijken dubbel: 1 voorstel" in texts(at)
    assert "De namen verschillen alleen in woorden die de soort noemen" in texts(at)
    press(at, "Voeg samen")
    assert "2 partners zijn samengevoegd tot Basisschool De Ster" in texts(at)
    assert ask("select name, type, gemeente from partner where name like '%Ster'") == [
        ("Basisschool De Ster", "basisschool", ZAANSTAD)
    ]
    assert "geen partners dubbel" in texts(at)
    press(press(at, "Ongedaan maken"), "Ja, maak ongedaan")
    assert "**2 partners** lijken dubbel" in texts(at)
    assert len(ask("from partner")) == 4


def test_doubles_are_kept_apart_and_suggested_again(made: None) -> None:
    at = partners(beeld="Dubbelen")
    press(at, "Geen dubbele")
    assert "Onthouden: " in texts(at)
    assert "geen partners dubbel" in texts(at)
    press(at, "Toch weer voorstellen")
    assert "**2 partners** lijken dubbel" in texts(at)


def namesakes(made: Portfolio) -> None:
    made.library("Bibliotheek Zaan", ZAANSTAD)
    for name in ("GGZ Kompas", "Humanitas"):
        for place in (ZAANSTAD, ALKMAAR):
            made.partnership(partners=[made.partner(name, "zorg", place)])


def test_namesakes_of_other_gemeenten_are_less_sure_and_decided_at_once(
    filled: Callable[[Fill], None],
) -> None:
    filled(namesakes)
    at = partners(beeld="Dubbelen")
    assert "geen partners dubbel" in texts(at)
    assert "Minder zeker zijn 2 voorstellen: dezelfde naam in een andere gemeente" in texts(at)
    assert "Minder zeker: zelfde naam in een andere gemeente" in [one.value for one in at.subheader]
    assert "Voeg samen" not in [one.label for one in at.button]  # nothing is chosen beforehand
    press(at, "Geen van deze 2 is dubbel")
    assert "geen van de 2 voorstellen is dubbel" in texts(at)
    assert "Minder zeker zijn 2" not in texts(at)
    press(press(at, "Ongedaan maken"), "Ja, maak ongedaan")
    at.multiselect("mee_1_2_1_1").set_value([1, 2]).run()
    press(at, "Voeg samen")
    assert "2 partners zijn samengevoegd tot GGZ Kompas" in texts(at)


def test_merging_counts_the_partnerships_that_get_the_partner(
    filled: Callable[[Fill], None],
) -> None:
    def three(made: Portfolio) -> None:
        made.library("Bibliotheek Zaan", ZAANSTAD)
        ids = [made.partner(name, None, ZAANSTAD) for name in ("Ster", "Stichting Ster", "ster")]
        made.partnership(partners=ids)
        made.partnership(partners=ids[:1])

    filled(three)
    at = partners(beeld="Dubbelen")
    assert "Samen worden zij Ster (Zaanstad)." in texts(at)
    assert "In 1 samenwerking komt deze partner in de plaats van de anderen." in texts(at)


def test_the_second_who_merges_is_told(made: None) -> None:
    at = partners(beeld="Dubbelen")
    typed = TypedPartner(name="OBS De Ster", type="basisschool", gemeente=ZAANSTAD)
    merge(opened.whole_store(), STAR, {STAR: 1, SCHOOL: 1}, typed, "Ander")
    press(at, "Voeg samen")
    assert "Iemand anders heeft deze partners intussen samengevoegd" in texts(at)


def test_two_are_merged_by_hand(made: None) -> None:
    at = partners(beeld="Dubbelen")
    at.multiselect("samen").set_value([TOWN, STAR]).run()
    assert not at.exception
    buttons = [one for one in at.button if one.label == "Voeg samen"]
    buttons[-1].click().run()
    assert not at.exception
    assert "2 partners zijn samengevoegd" in texts(at)
    assert at.multiselect("samen").value == []


def test_doubles_follow_the_filters(made: None) -> None:
    at = partners(beeld="Dubbelen", gemeente="Veendam")
    assert "geen partners dubbel" in texts(at)


def test_the_network_is_drawn_and_put_around_one(made: None) -> None:
    at = partners(beeld="Netwerk")
    nodes = drawn(at, "Netwerk van 3 partners")
    assert {one["kind"] for one in nodes} == {"partner", "library", "theme"}
    at.selectbox("midden").set_value(f"partner-{BAD}").run()
    assert not at.exception
    nodes = drawn(at, "Netwerk van 2 partners")
    assert [one["which"] for one in nodes if one["is_focus"]] == [str(BAD)]
    press(at, "Hele netwerk")
    assert drawn(at, "Netwerk van 3 partners")


def test_any_partner_can_be_put_in_the_middle(
    filled: Callable[[Fill], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def many(made: Portfolio) -> None:
        made.library("Bibliotheek", ZAANSTAD)
        for nth in range(30):
            partner = made.partner(f"Partner {nth:02}", None, ZAANSTAD)
            made.partnership(partners=[partner], hours=100.0 - nth)

    filled(many)
    at = partners(beeld="Netwerk")
    at.button_group(key="hoeveel").set_value(25).run()
    assert "partner-30" not in {one["id"] for one in drawn(at, "Netwerk van 25 partners")}
    at.text_input("zoek_knoop").set_value("partner 29 zaan").run()
    at.selectbox("midden").set_value("partner-30").run()
    assert not at.exception
    nodes = drawn(at, "Netwerk van 1 partner")
    assert [one["id"] for one in nodes if one["is_focus"]] == ["partner-30"]
    press(at, "Naar deze partner")
    assert at.subheader[0].value == "Partner 29"
    press(at, "Toon in het netwerk")
    assert [one["id"] for one in drawn(at, "Netwerk van 1 partner") if one["is_focus"]] == [
        "partner-30"
    ]


@pytest.mark.parametrize("asked", ["iets", "partner-", "partner-abc", "x-1", "theme-" + "P" * 50])
def test_a_middle_that_is_nothing_is_said(made: None, asked: str) -> None:
    at = partners(beeld="Netwerk", knoop=asked)
    assert "bestaat niet; u ziet het hele netwerk" in texts(at)
    assert drawn(at, "Netwerk van 3 partners")


def test_a_middle_without_partnerships_leads_back(made: None) -> None:
    at = partners(beeld="Netwerk", knoop="partner-99999")
    assert "geen lopende samenwerking" in texts(at)
    press(at, "Hele netwerk")
    assert drawn(at, "Netwerk van 3 partners")


def test_the_example_has_a_network_and_a_list(example: Path) -> None:
    at = partners()
    assert len(listed(at)) == 100
    at = partners(beeld="Netwerk")
    assert drawn(at, "Netwerk van 50 partners")
    assert "andere staan niet in het beeld" in texts(at)


def test_a_contact_person_is_added_refused_changed_and_shown_in_the_record(
    filled: Callable[[Fill], None],
) -> None:
    made: dict[str, int] = {}

    def put(portfolio: Portfolio) -> None:
        made["partner"] = portfolio.partner("De Kring")
        made["record"] = portfolio.partnership("Lezen", partners=[made["partner"]])

    filled(put)
    at = visit("partner_register", partner=str(made["partner"]))
    at = press(at, "Contactpersoon toevoegen")
    at.text_input(key="contactpersoon_name").set_value("Jan *Jansen*").run()
    at.text_input(key="contactpersoon_email").set_value("jan@school").run()
    at = press(at, "Bewaren")
    assert "geen e-mailadres" in texts(at)
    at.text_input(key="contactpersoon_email").set_value("jan@school.nl").run()
    at = press(at, "Bewaren")
    assert "De contactpersoon is bewaard." in texts(at)
    assert "**Jan \\*Jansen\\***" in [one.value for one in at.markdown]
    record = visit("partnership", nr=str(made["record"]))
    assert "Jan *Jansen*, jan@school.nl (De Kring)" in [one.value for one in record.text]
    at = press(at, "Verwijderen")
    assert "De contactpersoon is verwijderd." in texts(at)
    assert "jan@school.nl" not in [one.value for one in at.text]


def test_what_was_typed_for_a_contact_person_stays_with_its_partner(
    filled: Callable[[Fill], None],
) -> None:
    ids: list[int] = []

    def put(portfolio: Portfolio) -> None:
        ids.extend(portfolio.partner(name) for name in ("Een", "Twee"))
        portfolio.partnership("Lezen", partners=ids)

    filled(put)
    at = visit("partner_register", partner=str(ids[0]))
    at = press(at, "Contactpersoon toevoegen")
    at.text_input(key="contactpersoon_name").set_value("Jan").run()
    at.query_params["partner"] = str(ids[1])
    at.run()
    assert not [one for one in at.text_input if one.label == "Functie"]
    at.query_params["partner"] = str(ids[0])
    at.run()
    assert at.text_input(key="contactpersoon_name").value == "Jan"
