"""Wat als: a scenario from its making to its carrying out, and the best choice under a ceiling."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from core.filters import Filters, today
from core.scenario import Effort, Scenario
from data import scenarios, selection
from data.demo.clear import clear_example
from data.derived import derive
from data.errors import ChangedMeanwhile
from pages.parts import what_if_changes
from pages.shared import done
from pages.shared.opened import whole_store
from tests.pages.conftest import Fill, drawn, texts, visit
from tests.portfolio import DAY, Portfolio, goals, two_goals

CEILING = "Kiezen bij een plafond"
SAMEN = 2
START = "scenario_naam"


def put(made: Portfolio) -> None:
    two_goals(made.store)


def with_scenario(made: Portfolio) -> None:
    put(made)
    scenarios.make_scenario(made.store, "Zonder *Samen*", "Anna", Scenario(stopped=(SAMEN,)))
    scenarios.make_scenario(made.store, "Alles anders", "Anna")


def button(at: AppTest, label: str) -> Button:
    [found] = [one for one in at.button if one.label == label]
    return found


def figure(at: AppTest, label: str) -> tuple[str, str]:
    [found] = [one for one in at.metric if one.label == label]
    return str(found.value), str(found.delta)


def stopped() -> list[int]:
    return [one for row in scenarios.scenarios(whole_store()) for one in row["content"].stopped]


def efforts() -> list[Effort]:
    return [one for row in scenarios.scenarios(whole_store()) for one in row["content"].efforts]


def test_without_a_scenario_it_says_what_there_is_and_how_to_begin(
    filled: Callable[[Fill], None],
) -> None:
    filled(put)
    at = visit("scenario")
    assert "**4 samenwerkingen** vragen nu **250 uur** per jaar, met een doelbereik van " in texts(
        at
    )
    assert "**70,0 van de 100**" in texts(at)
    at.text_input(key=START).set_value("Minder uren")
    button(at, "Maken").click().run()
    assert not at.exception
    assert at.query_params["scenario"] == "1"
    assert "**Minder uren** verandert nog niets." in texts(at)


def test_a_name_that_is_taken_is_refused_and_kept(filled: Callable[[Fill], None]) -> None:
    filled(with_scenario)
    at = visit("scenario", scenario="1")
    at.text_input(key=START).set_value("alles ANDERS")
    button(at, "Maken").click().run()
    assert "Er is al een scenario met deze naam" in texts(at)
    assert at.text_input(key=START).value == "alles ANDERS"
    assert len(scenarios.scenarios(whole_store())) == 2


def test_a_link_shows_the_scenario_with_its_figures(filled: Callable[[Fill], None]) -> None:
    filled(with_scenario)
    at = visit("scenario", scenario="1", peildatum=DAY.isoformat())
    assert not at.exception
    said = texts(at)
    assert "Met **Zonder *Samen*** vraagt de portefeuille **60 uur minder** per jaar." in said
    assert "daalt van 70,0 naar **50,0** van de 100; Alkmaar verliest **Doel A**." in said
    assert "In Alkmaar dient niemand **Doel A** nog rechtstreeks." in said
    assert figure(at, "Doelbereik") == ("50,0", "-20")
    assert figure(at, "Uren per jaar") == ("190", "-60")
    assert figure(at, "Samenwerkingen") == ("3", "-1")
    points = [(row["label"], row["series"], row["share"]) for row in drawn(at, "Per doel hoe ver")]
    assert points == [
        ("A Doel A", "now", pytest.approx(5 / 6)),
        ("A Doel A", "first", pytest.approx(1 / 2)),
        ("B Doel B", "now", pytest.approx(1 / 2)),
        ("B Doel B", "first", pytest.approx(1 / 2)),
    ]
    [link] = [one.value for one in at.code]
    assert "scenario=1" in link


def test_what_is_chosen_to_stop_stops_at_once_and_can_be_undone(
    filled: Callable[[Fill], None],
) -> None:
    filled(with_scenario)
    at = visit("scenario", scenario="2")
    choice = at.multiselect(key="stopt_2")
    choice.select(1).run()
    at.multiselect(key="stopt_2").select(3).run()
    assert not at.exception
    assert figure(at, "Samenwerkingen") == ("2", "-2")
    assert sorted(stopped()) == [1, 2, 3]
    at.multiselect(key="stopt_2").unselect(1).run()
    assert figure(at, "Samenwerkingen") == ("3", "-1")
    button(at, "Ongedaan maken").click().run()
    button(at, "Ja, maak ongedaan").click().run()
    assert sorted(at.multiselect(key="stopt_2").value) == [1, 3]
    assert figure(at, "Samenwerkingen") == ("2", "-2")


def test_all_of_a_partner_stops(filled: Callable[[Fill], None]) -> None:
    filled(with_scenario)
    at = visit("scenario", scenario="2")
    at.selectbox(key="scenario_partner").set_value(1).run()
    button(at, "Stop alles met deze partner").click().run()
    assert sorted(at.multiselect(key="stopt_2").value) == [1, 2]
    assert figure(at, "Uren per jaar") == ("90", "-160")


def test_hours_are_shifted_and_put_back(filled: Callable[[Fill], None]) -> None:
    filled(with_scenario)
    at = visit("scenario", scenario="2")
    at.selectbox(key="scenario_uren").set_value(1).run()
    at.number_input(key="uren_2_1_1").set_value(10.0)
    button(at, "Wijzig").click().run()
    assert not at.exception
    assert figure(at, "Uren per jaar") == ("160", "-90")
    assert "Lezen · Bibliotheek · 100 uur → 10 uur" in texts(at)
    # Its budget stays what it is, also when somebody changes that in the portfolio.
    assert efforts() == [Effort(partnership=1, hours=10)]
    at.number_input(key="uren_2_2_1").set_value(100.0)
    at.number_input(key="budget_2_2_1").set_value(5.0)
    button(at, "Wijzig").click().run()
    assert efforts() == [Effort(partnership=1, budget=5)]
    button(at, "Zoals het is").click().run()
    assert figure(at, "Uren per jaar") == ("250", "0")


def test_a_partnership_is_imagined_and_taken_away(filled: Callable[[Fill], None]) -> None:
    filled(with_scenario)
    at = visit("scenario", scenario="2", peildatum=DAY.isoformat())
    at.selectbox(key="nieuw_thema").set_value("PO").run()
    form = "nieuw_2_1_PO"
    button(at, "Voeg toe").click().run()
    assert "Vul een naam in" in texts(at)
    assert "ten minste één gemeente" in texts(at)
    at.text_input(key=f"{form}_naam").set_value("Droom <b>")
    at.multiselect(key=f"{form}_gemeenten").select("GM0479")
    at.number_input(key=f"{form}_locaties").set_value(7)
    at.number_input(key=f"{form}_uren").set_value(30.0)
    at.selectbox(key=f"{form}_B").set_value("3 (kern)")
    button(at, "Voeg toe").click().run()
    assert not at.exception
    assert figure(at, "Samenwerkingen") == ("5", "+1")
    assert figure(at, "Doelbereik") == ("83,3", "+13,3")
    assert "**Droom <b>** · Bibliotheek · 30 uur · 7 locaties · B 3" in texts(at)
    [themes] = [
        (row["text"], row["summary"])
        for row in drawn(at, "Dekking per thema")
        if row["label"] == "Primair onderwijs" and row["series"] == "now"
    ]
    assert themes[1].startswith("0 → 7 van")
    assert not at.text_input(key=f"{form}_naam").value  # ready for the next
    button(at, "Haal weg").click().run()
    assert figure(at, "Samenwerkingen") == ("4", "0")


def test_two_scenarios_stand_side_by_side(filled: Callable[[Fill], None]) -> None:
    filled(with_scenario)
    at = visit("scenario", scenario="1", vergelijk="2")
    assert not at.exception
    assert [one.value for one in at.metric if one.label == "Samenwerkingen"] == ["3", "4"]
    series = {row["series"] for row in drawn(at, "Per doel hoe ver")}
    assert series == {"now", "first", "second"}
    assert "Aan de doelen en de dekking verandert niets." in texts(at)


def test_a_scenario_gets_another_name_a_copy_and_is_removed(filled: Callable[[Fill], None]) -> None:
    filled(with_scenario)
    at = visit("scenario", scenario="1")
    at.text_input(key="scenario_naam_1_1").set_value("Plan B")
    button(at, "Opslaan").click().run()
    assert at.selectbox(key="scenario").options == ["Alles anders", "Plan B"]
    button(at, "Kopie maken").click().run()
    assert at.selectbox(key="scenario").value == "3"
    assert stopped() == [SAMEN, SAMEN]
    button(at, "Verwijderen").click().run()
    assert not at.exception
    assert "scenario" not in at.query_params
    assert stopped() == [SAMEN]
    button(at, "Ongedaan maken").click().run()
    button(at, "Ja, maak ongedaan").click().run()
    assert stopped() == [SAMEN, SAMEN]


def test_carrying_it_out_asks_first(filled: Callable[[Fill], None]) -> None:
    filled(with_scenario)
    at = visit("scenario", scenario="1")
    assert button(visit("scenario", scenario="2"), "Doorvoeren …").disabled
    button(at, "Doorvoeren …").click().run()
    asked = " ".join(one.value for one in at.markdown)
    assert "- 1 samenwerking (Samen) wordt beëindigd op " in asked
    assert "- geen samenwerking krijgt nu andere uren" in asked
    assert stopped() == [SAMEN]
    button(at, "Ja, voer door").click().run()
    assert not at.exception
    assert "is doorgevoerd in de portefeuille" in texts(at)
    assert "**3 samenwerkingen** vragen nu **190 uur**" in texts(at)
    assert stopped() == []


def test_what_somebody_else_changed_meanwhile_is_said(filled: Callable[[Fill], None]) -> None:
    filled(with_scenario)
    at = visit("scenario", scenario="1")
    scenarios.change_scenario(whole_store(), 1, 1, "Zonder Samen", Scenario(stopped=(1, 2)), "Bert")
    at.multiselect(key="stopt_1").select(3).run()
    assert "Iemand anders heeft dit intussen gewijzigd" in texts(at)
    assert sorted(at.multiselect(key="stopt_1").value) == [1, 2]


@pytest.mark.parametrize("asked", ["99", "<script>", "0", "-1", "1; drop table scenario"])
def test_a_link_to_no_scenario_is_said(filled: Callable[[Fill], None], asked: str) -> None:
    filled(with_scenario)
    at = visit("scenario", scenario=asked)
    assert not at.exception
    assert "Het scenario van deze link bestaat niet (meer)" in texts(at)


def test_the_best_choice_under_a_ceiling(filled: Callable[[Fill], None]) -> None:
    """Under 100 hours, goals only: Samen (40 points for 60 hours) and Meedoen (13 for 40)."""
    filled(put)
    at = visit("scenario", vraag=CEILING)
    at.number_input(key="plafond_uren").set_value(100.0)
    at.slider(key="plafond_doelen").set_value(100).run()
    assert not at.exception
    said = texts(at)
    assert "Houd **2 van de 4 samenwerkingen**: samen **100 uur** en € 500 per jaar" in said
    assert "**53,3 van de 70,0 punten**" in said
    assert "Beter kan het onder dit plafond niet." in said
    assert "Van wat stopt, geeft **Lezen** (Bibliotheek) de meeste punten per uur: 16,67" in said
    assert "Van wat blijft, geeft **Meedoen** (Bibliotheek) de minste: 13,33 eraf en 40" in said
    assert "Voor alle punten zijn 200 uur genoeg: de andere 50 uur voegen" in said
    line = drawn(at, "De meeste punten")
    now = [row for row in line if row["kind"] == "now"]
    assert [(row["hours"], row["points"]) for row in now] == [(250, pytest.approx(70))]
    assert max(row["points"] for row in line) == pytest.approx(70)


def test_what_must_stay_and_stop_is_kept_to(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = visit("scenario", vraag=CEILING)
    at.slider(key="plafond_doelen").set_value(100)
    at.number_input(key="plafond_uren").set_value(150.0)
    at.multiselect(key="plafond_blijft").set_value([4]).run()
    assert "samen **150 uur**" in texts(at)  # 4, Samen and Meedoen
    at.multiselect(key="plafond_stopt").set_value([2]).run()
    said = texts(at)
    assert "samen **150 uur**" in said  # 4 and Lezen, which then has all of A in Zaanstad
    assert "**36,7 van de 70,0 punten**" in said
    assert "Het vierkantje ligt hoger" in said
    assert "Voor alle punten" not in said
    at.number_input(key="plafond_uren").set_value(10.0).run()
    assert "**Onder dit plafond kan het niet.**" in texts(at)
    at.multiselect(key="plafond_stopt").set_value([2, 4]).run()
    assert "kan niet in elk geval blijven én stoppen" in texts(at)


def test_a_link_opens_the_same_choice(filled: Callable[[Fill], None]) -> None:
    filled(put)
    asked = {"plafond_uren": "110", "plafond_budget": "600", "plafond_doelen": "100"}
    at = visit("scenario", vraag=CEILING, plafond_stopt=["2"], **asked)
    assert not at.exception
    assert "Houd **1 van de 4 samenwerkingen**: samen **40 uur** en € 500 per jaar" in texts(at)
    assert at.query_params["plafond_stopt"] == "2"
    at.multiselect(key="plafond_stopt").set_value([]).run()
    assert "plafond_stopt" not in at.query_params
    assert at.query_params["plafond_uren"] == "110"


@pytest.mark.parametrize("asked", ["", "veel", "-5", "1e400", "<b>"])
def test_a_link_with_nonsense_for_a_ceiling_is_a_usual_page(
    filled: Callable[[Fill], None], asked: str
) -> None:
    filled(put)
    at = visit(
        "scenario", vraag=CEILING, plafond_uren=asked, plafond_doelen=asked, plafond_blijft=asked
    )
    assert not at.exception
    assert "Houd **" in texts(at)


def test_the_choice_becomes_a_scenario(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = visit("scenario", vraag=CEILING)
    at.number_input(key="plafond_uren").set_value(100.0)
    at.slider(key="plafond_doelen").set_value(100).run()
    button(at, "Maak hier een scenario van").click().run()
    assert not at.exception
    assert at.selectbox(key="scenario").value == "1"
    assert stopped() == [1, 4]
    assert figure(at, "Uren per jaar") == ("100", "-150")


def test_too_many_for_a_proof_is_said(
    filled: Callable[[Fill], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.parts.what_if_ceiling.MOST", 3)
    filled(put)
    assert "**4 samenwerkingen** is te veel" in texts(visit("scenario", vraag=CEILING))


def test_where_the_filters_leave_nothing_to_choose(example: Path) -> None:
    at = visit("scenario", vraag=CEILING, gemeente="Veendam")
    assert "loopt op de peildatum geen enkele samenwerking" in texts(at)


def test_a_budget_is_a_ceiling_too(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = visit("scenario", vraag=CEILING)
    at.slider(key="plafond_doelen").set_value(100)
    at.number_input(key="plafond_uren").set_value(500.0)
    at.number_input(key="plafond_budget").set_value(500.0).run()
    said = texts(at)
    assert "Houd **2 van de 4 samenwerkingen**: samen **100 uur** en € 500" in said
    assert "Voor alle punten" not in said  # Lezen does not fit
    at.number_input(key="plafond_budget").set_value(5000.0).run()
    assert "**70,0 van de 70,0 punten**" in texts(at)
    assert "1 samenwerking stopt." in texts(at)


def test_scenarios_outlive_the_example_that_they_are_about(example: Path) -> None:
    at = visit("scenario")
    at.text_input(key=START).set_value("Voorbeeld")
    button(at, "Maken").click().run()
    [made] = scenarios.scenarios(whole_store())
    key = f"stopt_{made['id']}"
    options = at.multiselect(key=key).options
    assert re.search(r" · Bibliotheek .* · (\d|uren)", options[0])
    now = Filters(measure_date=today())
    id_ = int(selection.candidates(whole_store(), now, limit=1).to_pylist()[0]["id"])
    scenarios.change_scenario(
        whole_store(), made["id"], 1, "Voorbeeld", Scenario(stopped=(id_,)), "Anna"
    )
    with whole_store().change("Anna", "voorbeeld weg") as change:
        clear_example(change)
    Portfolio(whole_store()).partnership("Eigen")
    at = visit("scenario", scenario=str(made["id"]))
    assert not at.exception
    assert (
        "1 wijziging van dit scenario gaat over iets wat niet meer bestaat, en telt niet mee."
        in texts(at)
    )
    assert at.multiselect(key=key).options[0] == f"bestaat niet meer ({id_})"


def test_what_falls_outside_the_filters_is_said(filled: Callable[[Fill], None]) -> None:
    filled(with_scenario)
    at = visit("scenario", scenario="1", gemeente="Zaanstad", thema="Gemeente")
    assert "1 wijziging van dit scenario valt buiten de filters" in texts(at)


def test_partners_of_one_name_are_told_apart(filled: Callable[[Fill], None]) -> None:
    """Streamlit hands back the words of a choice: of two that are alike, always the last."""

    def two(made: Portfolio) -> None:
        made.library("Bibliotheek", "GM0479", "GM0361")
        for place in ("GM0479", "GM0361"):
            school = made.partner("De Regenboog", "basisschool", place)
            made.partnership(partners=[school], gemeenten=[place], hours=10.0)
        scenarios.make_scenario(made.store, "Plan", "Anna")

    filled(two)
    at = visit("scenario", scenario="1")
    choice = at.selectbox(key="scenario_partner")
    assert choice.options == ["De Regenboog (Zaanstad)", "De Regenboog (Alkmaar)"]
    choice.set_value(1).run()
    button(at, "Stop alles met deze partner").click().run()
    assert stopped() == [1]


@pytest.mark.usefixtures("by_hand")
def test_two_quick_choices_are_both_kept(filled: Callable[[Fill], None]) -> None:
    """The second click comes from a page that does not know the first yet."""
    filled(with_scenario)
    [row] = scenarios.scenarios(whole_store(), 2)
    for picked in ([1], [1, 3]):
        st.session_state["stopt_2"] = picked
        what_if_changes._set_stopped(row, "stopt_2", frozenset({1, 2, 3, 4}))
    what_if_changes._put_back(row, 3)
    [now] = scenarios.scenarios(whole_store(), 2)
    assert now["content"].stopped == (1,)
    scenarios.change_scenario(whole_store(), 2, now["version"], now["name"], Scenario(), "Bert")
    what_if_changes._put_back(row, 1)
    assert isinstance(st.session_state[done.REFUSED], ChangedMeanwhile)


@pytest.mark.usefixtures("by_hand")
def test_an_id_that_was_never_offered_is_not_taken(filled: Callable[[Fill], None]) -> None:
    filled(with_scenario)
    [row] = scenarios.scenarios(whole_store(), 2)
    st.session_state["stopt_2"] = [10**12, "1; drop table", 3]
    what_if_changes._set_stopped(row, "stopt_2", frozenset({1, 2, 3, 4}))
    [now] = scenarios.scenarios(whole_store(), 2)
    assert now["content"].stopped == (3,)


def test_without_a_werkgebied_the_reach_is_said_to_be_unknown(
    filled: Callable[[Fill], None],
) -> None:
    def nowhere(made: Portfolio) -> None:
        made.ask("insert into library (name, name_key, changed_by) values ('L', 'l', 'test')")
        derive(made.store._connection)
        made.home = 1
        made.partnership("Kern", contributions=goals(SD1=3))
        scenarios.make_scenario(made.store, "Plan", "Anna", Scenario(stopped=(1,)))

    filled(nowhere)
    at = visit("scenario", scenario="1")
    assert not at.exception
    assert "Het doelbereik is onbekend, zolang het werkgebied dat is" in texts(at)
    assert [one.value for one in at.metric if one.label == "Doelbereik"] == ["onbekend"]
    assert "er is geen werkgebied vastgelegd" in texts(visit("alignment", deel="Afhankelijkheid"))
