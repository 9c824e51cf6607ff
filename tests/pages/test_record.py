"""The record of one partnership: what it says, and what people write down in it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from core.agreement import Agreement
from core.consideration_table import Option
from core.decision import Action
from core.filters import today
from core.health import CONDITIONS, HealthCheck, Judged
from core.yearly_result import YearlyResult
from data import agreements, health, record_timeline, yearly_results
from data.considerations import make_consideration
from data.decisions import take_decision
from pages.shared.opened import whole_store
from tests.decided import decided
from tests.pages.conftest import Fill, drawn, texts, visit
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio, goals, steps
from tests.weighing import weighed

LEZEN = 1
HOSTILE = "<script>x</script> [klik](http://kwaad) **vet** =1+1"
Filled = Callable[[Fill], None]


def bare(made: Portfolio) -> None:
    made.library("Bibliotheek Aa", ZAANSTAD)
    made.partnership("Lezen", status="signaal")


def put(made: Portfolio) -> None:
    """One with something of everything."""
    made.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR)
    school = made.partner("OBS De Ster", "basisschool", ZAANSTAD)
    made.location("po", "00AA01")
    id_ = made.partnership(
        "Lezen",
        partners=[school],
        gemeenten=[ZAANSTAD],
        locations=["00AA01", "onbekend"],
        form="netwerk",
        owner="Anna",
        hours=40.0,
        agreement=True,
        contributions=goals(SD1=3, SD2=0),
        history=steps(("verkenning", None), ("actief", date(2025, 1, 4))),
    )
    option = Option(code="A", name="Lezen", partnership=id_)
    table = weighed("Lezen")
    options = (table.options[0].model_copy(update={"partnership": id_}),)
    make_consideration(made.store, "Doorgaan?", table.model_copy(update={"options": options}), "An")
    action = Action(what="Begroting *maken*", owner="Cor")
    take_decision(made.store, decided(options=(option,), chosen=("A",), actions=(action,)), "Anna")


def huge(made: Portfolio) -> None:
    """Hostile and long texts everywhere."""
    made.library(HOSTILE, ZAANSTAD)
    partners = [made.partner(f"{HOSTILE} {number}") for number in range(40)]
    id_ = made.partnership(
        HOSTILE,
        partners=partners,
        locations=[f"X{number}" for number in range(900)],
        owner=HOSTILE,
        note="Regel\n\n" + "lang " * 900,
        intended_result=HOSTILE,
        contributions=[{"goal": "SD1", "value": 3, "realised": 1, "reason": HOSTILE}],
    )
    judged = tuple(Judged(condition=code, score=2, note=HOSTILE) for code in CONDITIONS)
    for year in range(2018, 2027):
        check = HealthCheck(partnership=id_, checked_on=date(year, 1, 1), by=HOSTILE, judged=judged)
        health.add_health_check(made.store, check, HOSTILE)
        result = YearlyResult(partnership=id_, year=year, intended=HOSTILE, actual=HOSTILE)
        yearly_results.add_yearly_result(made.store, result, "Anna")
    for _ in range(40):
        agreement = Agreement(partnership=id_, what=HOSTILE, owner=HOSTILE, note=HOSTILE)
        agreements.make_agreement(made.store, agreement, "Anna")


def record(part: str = "", nr: str = str(LEZEN)) -> AppTest:
    at = visit("partnership", nr=nr, **({"onderdeel": part} if part else {}))
    assert not at.exception
    assert not at.error
    return at


def button(at: AppTest, label: str, nth: int = 0) -> Button:
    return [one for one in at.button if one.label == label][nth]


def said(at: AppTest) -> str:
    """Sentences with the facts that stand as bare text."""
    return " ".join([texts(at), *(one.value for one in at.main.text)])


def test_the_head_says_what_it_is_and_the_next_step(filled: Filled) -> None:
    filled(put)
    at = record()
    assert [one.value for one in at.title] == ["Lezen"]
    assert (
        "Samenwerking (netwerk) van Bibliotheek Aa met **OBS De Ster** voor **primair onderwijs**, "
        "in Zaanstad. Status: **actief** sinds 4 januari 2025." in texts(at)
    )
    assert "**De volgende verstandige stap.** Schrijf met de partner" in texts(at)
    for fact in ("OBS De Ster (basisschool, Zaanstad)", "Anna", "40 uur", "Zaanstad; 2 locaties"):
        assert fact in said(at)


def test_the_stage_says_what_it_asks_and_the_step_leads_there(filled: Filled) -> None:
    filled(put)
    at = record("Afspraken")
    said = texts(at)
    assert "Signaal › Verkenning › Opstart › **Actief** › Evaluatie › Slapend › Beëindigd" in said
    assert "De samenwerking wordt uitgevoerd." in said
    assert "Het beoogde resultaat staat op papier — **nog niet**" in said
    assert "De stilte duurt korter dan een half jaar" in said  # of another stage
    button(at, "Naar de resultaten").click().run()
    assert "Beoogd en behaald" in [one.value for one in at.subheader]
    assert "Naar de resultaten" not in [one.label for one in at.button]


def test_the_record_leads_to_its_partners(filled: Filled) -> None:
    filled(put)
    found = [one.proto for one in record().main.get("page_link")]
    assert [(one.page, one.query_string) for one in found if one.label == "OBS De Ster"] == [
        ("partners", "partner=1")
    ]


def test_everything_on_one_page_to_print(filled: Filled) -> None:
    filled(with_agreement)
    at = record("Alles")
    parts = ["Dossier", "Gezondheid", "Afspraken", "Materialen", "Wijzigingen"]
    assert [one.value for one in at.header] == parts
    for said in ("Dient **1 doel**", "nog geen gezondheidscheck", "3 dagen te laat", "toegevoegd"):
        assert said in texts(at)
    button(at, "Wijzigen").click().run()
    assert at.text_input(key="afspraak_wat").value == "Bellen"


def test_goals_considerations_and_decisions(filled: Filled) -> None:
    filled(put)
    at = record()
    assert "Dient **1 doel**, het sterkst Geletterd en leesplezier (3 kern)." in texts(at)
    assert "Nog niet beoordeeld: 5." in texts(at)
    assert "**Wat eerst?** — besluit van 28 november 2026: gekozen" in texts(at)
    assert "**Doorgaan?** — afweging, besloten op 28 november 2026" in texts(at)


def test_what_is_not_there_says_what_to_do(filled: Filled) -> None:
    filled(bare)
    at = record()
    assert "Wijs een eigenaar aan" in texts(at)
    assert "Bij geen enkel doel staat een bijdrage" in texts(at)
    assert "Nog niet opgeschreven" in texts(at)
    assert "Er is nog geen gezondheidscheck gedaan." in texts(record("Gezondheid"))
    assert "Er zijn nog geen afspraken vastgelegd." in texts(record("Afspraken"))
    assert "Samenwerking toegevoegd" in texts(record("Wijzigingen"))


def test_the_example_has_no_changes_yet(example: Path) -> None:
    assert "Er is nog niets gewijzigd" in texts(record("Wijzigingen"))


@pytest.mark.parametrize("part", ["", "Gezondheid", "Afspraken", "Wijzigingen", "Alles"])
def test_hostile_and_huge_texts_are_shown_as_text(filled: Filled, part: str) -> None:
    filled(huge)
    at = record(part)
    marked = [one.value for one in (*at.title, *at.main.markdown, *at.main.caption)]
    for text in marked:
        assert not re.search(r"(?<!\\)<script|(?<!\\)\[klik|(?<!\\)\*\*vet", text), text


@pytest.mark.parametrize("nr", ["abc", "99999", "-1", "1.5", "9" * 30, "²", "<b>x</b>"])
def test_an_odd_number_is_said_with_the_way_back(filled: Filled, nr: str) -> None:
    filled(bare)
    at = record(nr=nr)
    assert [one.value for one in at.title] == ["Samenwerking"]
    assert "Er is geen samenwerking met nummer" in texts(at)
    assert [one.proto.label for one in at.main.get("page_link")] == ["Naar alle samenwerkingen"]


def test_a_removed_partnership_is_said(filled: Filled) -> None:
    def removed(made: Portfolio) -> None:
        bare(made)
        made.ask("update partnership set removed_at = timestamp '2026-11-03 10:00:00'")

    filled(removed)
    assert "**Lezen** is verwijderd op 3 november 2026." in texts(record())


def test_a_result_of_a_year_is_written_changed_and_removed(filled: Filled) -> None:
    filled(put)
    at = record()
    button(at, "Resultaat van een jaar toevoegen").click().run()
    button(at, "Bewaren").click().run()
    assert "Vul het beoogde of het behaalde resultaat in." in texts(at)
    at.text_area(key="jaarresultaat_beoogd").set_value("Tien groepen")
    at.selectbox(key="jaarresultaat_jaar").set_value(2025)
    button(at, "Bewaren").click().run()
    assert "Het resultaat over 2025 is bewaard." in texts(at)
    assert "Tien groepen" in said(at)
    button(at, "Wijzigen").click().run()
    assert at.text_area(key="jaarresultaat_beoogd").value == "Tien groepen"
    at.text_area(key="jaarresultaat_behaald").set_value("Acht groepen")
    button(at, "Bewaren").click().run()
    [row] = yearly_results.yearly_results(whole_store(), LEZEN)
    assert (row["content"].intended, row["content"].actual) == ("Tien groepen", "Acht groepen")
    button(at, "Verwijderen").click().run()
    assert yearly_results.yearly_results(whole_store(), LEZEN) == []
    button(at, "Ongedaan maken").click().run()
    button(at, "Ja, maak ongedaan").click().run()
    assert "Acht groepen" in said(at)


def test_two_checks_show_what_moved(filled: Filled) -> None:
    filled(put)
    at = record("Gezondheid")
    for day, score in ((today() - timedelta(200), "4"), (today(), "2")):
        button(at, "Nieuwe gezondheidscheck").click().run()
        at.date_input(key="check_datum").set_value(day)
        at.button_group(key="check_trust").set_value(score)
        at.button_group(key="check_value").set_value("5")
        at.text_input(key="check_trust_toelichting").set_value("Wisseling")
        button(at, "Bewaren").click().run()
        assert "De gezondheidscheck is bewaard." in texts(at)
    assert "vertrouwen het zwakst (2 van 5), waarde het sterkst (5)" in texts(at)
    assert "ging vertrouwen (4 naar 2) omlaag" in texts(at)
    assert "**Bespreek vertrouwen**" in texts(at)
    profile = {one["label"]: one for one in drawn(at, "Gezondheid per voorwaarde")}
    assert profile["Vertrouwen"] | {"text": "", "place": 0} == {
        "label": "Vertrouwen", "score": 2, "before": 4, "note": "Wisseling", "text": "", "place": 0,
    }  # fmt: skip
    assert profile["Gedeelde ambitie"]["text"] == "weet niet"
    trend = [one for one in drawn(at, "Verloop") if one["label"] == "Vertrouwen"]
    assert [(one["score"], one["last"]) for one in trend] == [(4, False), (2, True)]


def test_a_check_needs_a_score(filled: Filled) -> None:
    filled(put)
    at = record("Gezondheid")
    button(at, "Nieuwe gezondheidscheck").click().run()
    at.button_group(key="check_trust").set_value("weet niet")
    at.text_input(key="check_door").set_value("Anna")
    button(at, "Bewaren").click().run()
    assert "Geef ten minste één voorwaarde een score" in texts(at)
    at.date_input(key="check_datum").set_value(None)
    button(at, "Bewaren").click().run()
    assert "De datum ontbreekt" in texts(at)
    assert at.text_input(key="check_door").value == "Anna"
    button(at, "Annuleren").click().run()
    assert health.health_checks(whole_store(), LEZEN) == []


def with_agreement(made: Portfolio) -> None:
    put(made)
    agreement = Agreement(partnership=LEZEN, what="Bellen", due=today() - timedelta(3))
    agreements.make_agreement(made.store, agreement, "Anna")


def test_an_agreement_that_is_late_asks_attention_until_it_is_done(filled: Filled) -> None:
    filled(with_agreement)
    at = visit("overview")
    assert any("Afspraak te laat · 1" in str(one.options) for one in at.button_group)
    [table] = [one.value for one in at.dataframe if "Dossier" in one.value.columns]
    assert table["Dossier"].to_list() == [f"./samenwerking?nr={LEZEN}"]
    at = record("Afspraken")
    assert "Kom terug op de afspraak die te laat is." in texts(at)
    assert "**3 dagen te laat**" in texts(at)
    button(at, "Gedaan").click().run()
    assert "1 afspraak" not in texts(at)
    assert "De afspraak is gedaan." in texts(at)
    [row] = agreements.agreements(whole_store(), LEZEN)
    assert row["content"].done_on == today()
    at = visit("overview")
    assert not any("Afspraak te laat" in str(one.options) for one in at.button_group)


def test_a_new_agreement_is_made_in_the_form(filled: Filled) -> None:
    filled(put)
    at = record("Afspraken")
    button(at, "Afspraak of evaluatie toevoegen").click().run()
    at.text_input(key="afspraak_wat").set_value("Samen evalueren")
    at.date_input(key="afspraak_datum").set_value(today() + timedelta(5))
    at.button_group(key="afspraak_soort").set_value("evaluation")
    button(at, "Bewaren").click().run()
    assert "Evaluatie · nog niemand · vóór" in texts(at)
    assert "over 5 dagen" in texts(at)


def test_an_agreement_of_a_decision_can_be_taken_over(filled: Filled) -> None:
    filled(put)
    at = record("Afspraken")
    assert "Afgesproken bij een besluit" in [one.value for one in at.subheader]
    button(at, "Overnemen").click().run()
    [row] = agreements.agreements(whole_store(), LEZEN)
    assert (row["content"].what, row["content"].owner) == ("Begroting *maken*", "Cor")
    assert "Afgesproken bij een besluit" not in [one.value for one in at.subheader]
    button(at, "Wijzigen").click().run()
    at.text_input(key="afspraak_wat").set_value("Begroting")
    button(at, "Bewaren").click().run()
    assert [one["content"].what for one in agreements.agreements(whole_store(), LEZEN)] == [
        "Begroting"
    ]
    assert "Afgesproken bij een besluit" not in [one.value for one in at.subheader]


def test_who_is_second_sees_both_and_chooses(filled: Filled) -> None:
    filled(with_agreement)
    at = record("Afspraken")
    button(at, "Wijzigen").click().run()
    at.text_input(key="afspraak_wie").set_value("Anna")
    [row] = agreements.agreements(whole_store(), LEZEN)
    theirs = row["content"].model_copy(update={"owner": "Bert"})
    agreements.change_agreement(whole_store(), row["id"], row["version"], theirs, "Bert")
    button(at, "Bewaren").click().run()
    assert "**Zo staat het er nu** (gewijzigd door Bert)" in texts(at)
    assert "Wie: Bert" in texts(at)
    assert at.text_input(key="afspraak_wie").value == "Anna"
    button(at, "Bewaren").click().run()
    assert [one["content"].owner for one in agreements.agreements(whole_store(), LEZEN)] == ["Anna"]


def test_a_form_is_of_one_record_and_waits_there(filled: Filled) -> None:
    def two(made: Portfolio) -> None:
        put(made)
        made.partnership("Ander")

    filled(two)
    at = record("Afspraken")
    button(at, "Afspraak of evaluatie toevoegen").click().run()
    at.text_input(key="afspraak_wat").set_value("Van Lezen").run()
    at.query_params["nr"] = "2"
    at.run()
    assert [one.value for one in at.title] == ["Ander"]
    assert "Afspraak of evaluatie toevoegen" in [one.label for one in at.button]
    assert not [one for one in at.text_input if one.key == "afspraak_wat"]
    at.query_params["nr"] = "1"
    at.run()
    assert at.text_input(key="afspraak_wat").value == "Van Lezen"
    button(at, "Bewaren").click().run()
    assert [row["content"].what for row in agreements.agreements(whole_store(), 1)] == ["Van Lezen"]
    assert agreements.agreements(whole_store(), 2) == []


def test_what_was_typed_stays_on_another_part_and_on_another_page(filled: Filled) -> None:
    filled(with_agreement)
    at = record("Afspraken")
    button(at, "Wijzigen").click().run()
    at.text_input(key="afspraak_wat").set_value("Opbellen").run()
    at.button_group(key="onderdeel").set_value("Gezondheid").run()
    assert "Nog niet bewaard: wat u invulde bij **Afspraken**." in texts(at)
    at.button_group(key="onderdeel").set_value("Afspraken").run()
    assert "Nog niet bewaard" not in texts(at)
    assert at.text_input(key="afspraak_wat").value == "Opbellen"
    at.switch_page("pages/overview.py").run()
    at.query_params["nr"] = str(LEZEN)
    at.switch_page("pages/partnership.py").run()
    assert not at.exception
    assert at.text_input(key="afspraak_wat").value == "Opbellen"
    assert at.date_input(key="afspraak_datum").value == today() - timedelta(3)
    button(at, "Annuleren").click().run()
    at.button_group(key="onderdeel").set_value("Gezondheid").run()
    assert "Nog niet bewaard" not in texts(at)
    at.button_group(key="onderdeel").set_value("Afspraken").run()
    assert not [one for one in at.text_input if one.key == "afspraak_wat"]


def test_a_form_that_waited_does_not_overwrite_what_came_meanwhile(filled: Filled) -> None:
    filled(with_agreement)
    at = record("Afspraken")
    button(at, "Wijzigen").click().run()
    at.text_input(key="afspraak_wat").set_value("Opbellen").run()
    at.switch_page("pages/overview.py").run()
    [row] = agreements.agreements(whole_store(), LEZEN)
    theirs = row["content"].model_copy(update={"what": "Mailen"})
    agreements.change_agreement(whole_store(), row["id"], row["version"], theirs, "Bert")
    at.query_params["nr"] = str(LEZEN)
    at.switch_page("pages/partnership.py").run()
    button(at, "Bewaren").click().run()
    assert "**Zo staat het er nu** (gewijzigd door Bert)" in texts(at)
    assert [one["content"].what for one in agreements.agreements(whole_store(), LEZEN)] == [
        "Mailen"
    ]


def test_another_form_does_not_throw_away_what_was_typed(filled: Filled) -> None:
    filled(with_agreement)
    at = record("Afspraken")
    button(at, "Afspraak of evaluatie toevoegen").click().run()
    button(at, "Wijzigen").click().run()  # nothing was typed: the form goes
    assert at.text_input(key="afspraak_wat").value == "Bellen"
    button(at, "Annuleren").click().run()
    button(at, "Afspraak of evaluatie toevoegen").click().run()
    at.text_input(key="afspraak_wat").set_value("Mailen").run()
    button(at, "Wijzigen").click().run()
    assert "Er staat nog een formulier open met iets dat niet is bewaard" in texts(at)
    assert at.text_input(key="afspraak_wat").value == "Mailen"


def test_a_year_that_somebody_else_wrote_does_not_become_another_year(filled: Filled) -> None:
    filled(put)
    at = record()
    button(at, "Resultaat van een jaar toevoegen").click().run()
    year = today().year
    assert at.selectbox(key="jaarresultaat_jaar").value == year
    at.text_area(key="jaarresultaat_beoogd").set_value("Van mij")
    theirs = YearlyResult(partnership=LEZEN, year=year, intended="Van Bert")
    yearly_results.add_yearly_result(whole_store(), theirs, "Bert")
    button(at, "Bewaren").click().run()
    assert f"Over {year} staat er al een resultaat" in texts(at)
    button(at, "Bewaren").click().run()
    assert "Het jaar ontbreekt" in texts(at)
    assert at.text_area(key="jaarresultaat_beoogd").value == "Van mij"
    [row] = yearly_results.yearly_results(whole_store(), LEZEN)
    assert row["content"].intended == "Van Bert"


def test_an_agreement_of_a_decision_is_taken_over_once(filled: Filled) -> None:
    filled(put)
    one, other = record("Afspraken"), record("Afspraken")
    button(one, "Overnemen").click().run()
    button(one, "Wijzigen").click().run()
    one.text_input(key="afspraak_wat").set_value("Anders gezegd")
    button(one, "Bewaren").click().run()
    button(other, "Overnemen").click().run()
    assert not other.exception
    assert len(agreements.agreements(whole_store(), LEZEN)) == 1


@pytest.mark.parametrize("day", [date(1950, 1, 1), date(2999, 1, 1)])
def test_a_date_far_away_can_still_be_changed(filled: Filled, day: date) -> None:
    def odd(made: Portfolio) -> None:
        put(made)
        check = HealthCheck(
            partnership=LEZEN, checked_on=day, judged=(Judged(condition="trust", score=2),)
        )
        health.add_health_check(made.store, check, "Anna")
        agreed = Agreement(partnership=LEZEN, what="Bellen", due=day, done_on=day)
        agreements.make_agreement(made.store, agreed, "Anna")

    filled(odd)
    for part, key in (("Gezondheid", "check_datum"), ("Afspraken", "afspraak_datum")):
        at = record(part)
        button(at, "Wijzigen").click().run()
        assert not at.exception
        assert at.date_input(key=key).value == day
        button(at, "Bewaren").click().run()
        assert not at.error
    [checked] = health.health_checks(whole_store(), LEZEN)
    [agreed] = agreements.agreements(whole_store(), LEZEN)
    assert {checked["content"].checked_on, agreed["content"].due} == {day}


def test_a_day_to_come_on_which_it_was_done_is_refused(filled: Filled) -> None:
    filled(with_agreement)
    at = record("Afspraken")
    button(at, "Wijzigen").click().run()
    at.date_input(key="afspraak_gedaan").set_value(date(2090, 1, 2)).run()
    button(at, "Bewaren").click().run()
    assert "Gedaan op: 2 januari 2090 moet nog komen" in texts(at)
    assert at.date_input(key="afspraak_gedaan").value == date(2090, 1, 2)
    [row] = agreements.agreements(whole_store(), LEZEN)
    assert row["content"].done_on is None


def test_a_form_on_what_somebody_took_away_closes(filled: Filled) -> None:
    filled(with_agreement)
    at = record("Afspraken")
    button(at, "Wijzigen").click().run()
    [row] = agreements.agreements(whole_store(), LEZEN)
    agreements.remove_agreement(whole_store(), row["id"], row["version"], "Bert")
    button(at, "Bewaren").click().run()
    assert "Afspraak of evaluatie toevoegen" in [one.label for one in at.button]


def test_what_was_typed_on_what_somebody_took_away_is_not_lost(filled: Filled) -> None:
    filled(with_agreement)
    at = record("Afspraken")
    button(at, "Wijzigen").click().run()
    at.text_input(key="afspraak_wat").set_value("Opbellen").run()
    [row] = agreements.agreements(whole_store(), LEZEN)
    agreements.remove_agreement(whole_store(), row["id"], row["version"], "Bert")
    button(at, "Bewaren").click().run()
    assert "Iemand anders heeft dit verwijderd terwijl u het wijzigde." in texts(at)
    assert agreements.agreements(whole_store(), LEZEN) == []
    button(at, "Bewaren").click().run()
    assert [one["content"].what for one in agreements.agreements(whole_store(), LEZEN)] == [
        "Opbellen"
    ]
    assert "Iemand anders heeft dit verwijderd" not in texts(at)


def test_a_result_that_somebody_took_away_keeps_its_year(filled: Filled) -> None:
    filled(put)
    result = YearlyResult(partnership=LEZEN, year=2024, intended="Tien")
    at = record()
    yearly_results.add_yearly_result(whole_store(), result, "Anna")
    at.run()
    button(at, "Wijzigen").click().run()
    at.text_area(key="jaarresultaat_behaald").set_value("Acht").run()
    [row] = yearly_results.yearly_results(whole_store(), LEZEN)
    yearly_results.remove_yearly_result(whole_store(), row["id"], row["version"], "Bert")
    at.run()
    assert at.selectbox(key="jaarresultaat_jaar").value == 2024
    button(at, "Bewaren").click().run()
    [row] = yearly_results.yearly_results(whole_store(), LEZEN)
    assert row["content"] == result.model_copy(update={"actual": "Acht"})


def test_a_change_is_undone_from_the_timeline(filled: Filled) -> None:
    filled(with_agreement)
    at = record("Wijzigingen")
    assert "**Status door de tijd.** Verkenning → Actief (sinds 04-01-2025)" in texts(at)
    assert "**Afspraak Bellen toegevoegd**" in texts(at)
    button(at, "Ongedaan maken").click().run()
    button(at, "Ja, maak ongedaan").click().run()
    assert agreements.agreements(whole_store(), LEZEN) == []
    assert "**Afspraak Bellen verwijderd**" in texts(at)
    assert "ongedaan gemaakt" in texts(at)


def test_a_part_of_a_larger_change_is_not_undone_here(filled: Filled) -> None:
    def together(made: Portfolio) -> None:
        bare(made)
        made.partnership("Ander")
        made.ask("update change set batch = 1")

    filled(together)
    at = record("Wijzigingen")
    assert "onderdeel van test (2 rijen)" in texts(at)
    assert not [one for one in at.main.button if one.label == "Ongedaan maken"]
    assert len(record_timeline.timeline(whole_store(), LEZEN)) == 1
