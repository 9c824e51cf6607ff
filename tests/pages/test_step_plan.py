"""The step plan on its page: begun, worked through, wished, adapted, by two people at once."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from core.filters import today
from core.step_plan import FIRST_OWN, Check, CheckProgress
from core.wish import Wish
from data import step_plans, wishes
from data.derived import derive
from pages.shared.opened import whole_store
from tests.pages.conftest import Fill, drawn, texts, visit
from tests.pages.test_typed_text import NASTY, interpreted
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio

PLAN, OTHER = 1, 2
Filled = Callable[[Fill], None]


def two(made: Portfolio) -> None:
    """One that shares a building, with two partners, and one that does not."""
    made.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR)
    centre = made.partner("Buurthuis De Brink", "welzijn", ZAANSTAD)
    town = made.partner("Gemeente Zaanstad", "gemeente", ZAANSTAD)
    made.partnership("Onder één dak", form="mfa", partners=[centre, town], gemeenten=[ZAANSTAD])
    made.partnership("Lezen", gemeenten=[ALKMAAR])


def planned(made: Portfolio) -> None:
    two(made)
    step_plans.begin_step_plan(made.store, PLAN, "Anna")


def noted(made: Portfolio) -> None:
    planned(made)
    note(made.store, 1, owner="Anna", due=today() - timedelta(3), state="busy")


def note(to: Any, number: int, seen: tuple[int, int] | None = None, **said: Any) -> None:
    progress = CheckProgress(partnership=PLAN, number=number, **said)
    step_plans.write_check(to, progress, seen, "Een punt", "Bert")


def plan(part: str = "", **asked: str) -> AppTest:
    return visit("step_plan", plan=str(PLAN), **({"plandeel": part} if part else {}), **asked)


def button(at: AppTest, key: str) -> Button:
    [found] = [one for one in at.button if one.key == key or one.label == key]
    return found


def kept(number: int = 1) -> CheckProgress | None:
    rows = step_plans.check_progress(whole_store(), PLAN)
    found = [row["content"] for row in rows if row["content"].number == number]
    return found[0] if found else None


def copy() -> Any:
    row = step_plans.step_plan(whole_store(), PLAN)
    assert row is not None
    return row["content"]


def state_of(at: AppTest, number: int) -> Any:
    [found] = [one for one in at.button_group if one.key == f"stand_{PLAN}_{number}"]
    return found


def test_without_plans_it_says_what_one_is_for_and_begins_one(filled: Filled) -> None:
    filled(two)
    at = visit("step_plan")
    assert "nog geen stappenplannen" in texts(at)
    assert "1 samenwerking in de vorm mfa of mfo heeft nog geen stappenplan" in texts(at)
    assert at.selectbox(key="beginnen_voor").options[0].startswith("Onder één dak")
    at.selectbox(key="beginnen_voor").set_value(PLAN).run()
    button(at, "beginnen").click().run()
    assert at.query_params["plan"] == str(PLAN)
    assert "Het stappenplan is begonnen" in texts(at)
    assert "Nu in fase **0 Eigen visie**: 0 van de 9 punten klaar." in " ".join(
        one.value for one in at.markdown
    )


def test_any_partnership_can_have_a_plan(filled: Filled) -> None:
    filled(two)
    at = visit("step_plan")
    at.selectbox(key="beginnen_voor").set_value(OTHER).run()
    button(at, "beginnen").click().run()
    assert next(one.value for one in at.subheader) == "Lezen"


def test_the_list_follows_the_filters_and_opens_a_plan(filled: Filled) -> None:
    def several(made: Portfolio) -> None:
        noted(made)
        step_plans.begin_step_plan(made.store, OTHER, "Anna")

    filled(several)
    at = visit("step_plan")
    said = texts(at)
    assert "Er zijn **2 stappenplannen**, beide in fase **0 Eigen visie**" in said
    assert "1 punt is over de datum** in 1 plan; het langst bij Onder één dak" in said
    [late, *_] = drawn(at, "Stappenplannen per fase")
    assert (late["label"], late["plans"], late["late"]) == ("0 Eigen visie", 2, 1)
    assert list(at.dataframe[0].value["Samenwerking"]) == ["Onder één dak", "Lezen"]
    at.selectbox(key="open_plan").set_value(PLAN).run()
    assert next(one.value for one in at.subheader) == "Onder één dak"
    there = visit("step_plan", gemeente="Alkmaar")
    assert "Er is **1 stappenplan**, van Lezen" in texts(there)


@pytest.mark.parametrize("wanted", ["99", "abc", "-1", "1" * 30, str(OTHER), "<b>x</b>"])
def test_a_link_to_a_plan_that_is_not_there(filled: Filled, wanted: str) -> None:
    filled(planned)
    at = visit("step_plan", plan=wanted)
    assert not at.exception
    assert "Er is geen stappenplan bij samenwerking" in texts(at)
    assert "Er is **1 stappenplan**" in texts(at)


def test_a_check_is_ticked_off_with_one_click_and_undone(filled: Filled) -> None:
    filled(planned)
    at = plan()
    state_of(at, 1).set_value("klaar").run()
    assert kept() == CheckProgress(partnership=PLAN, number=1, state="done", settled_on=today())
    assert "1 van de 9 punten klaar" in texts(at)
    assert state_of(at, 1).value == "done"
    button(at, "Ongedaan maken").click().run()
    button(at, "Ja, maak ongedaan").click().run()
    assert kept() is None
    assert state_of(at, 1).value == "open"


def test_not_applicable_asks_why_first(filled: Filled) -> None:
    filled(planned)
    at = plan()
    state_of(at, 1).set_value("n.v.t.").run()
    assert kept() is None
    button(at, "Bewaren").click().run()
    assert "Schrijf op waarom dit punt niet van toepassing is." in texts(at)
    at.text_input(key="punt_reden").set_value("Er is geen *wijk*")
    button(at, "Bewaren").click().run()
    found = kept()
    assert found is not None
    assert (found.state, found.reason) == ("skipped", "Er is geen *wijk*")
    assert "niet van toepassing: Er is geen *wijk*" in texts(at)
    assert "0 van de 8 punten klaar" in texts(at)


def test_who_when_and_evidence(filled: Filled) -> None:
    filled(planned)
    at = plan()
    button(at, "punt_wijzig_2").click().run()
    at.text_input(key="punt_wie").set_value("Anna")
    at.date_input(key="punt_datum").set_value(today() - timedelta(2))
    at.text_area(key="punt_bewijs").set_value("Verslag\nvan het MT")
    at.text_input(key="punt_link").set_value("javascript:alert(1)")
    button(at, "Bewaren").click().run()
    assert "Een link begint met https" in texts(at)
    assert at.text_area(key="punt_bewijs").value == "Verslag\nvan het MT"
    at.text_input(key="punt_link").set_value("https://bibliotheek.nl/visie")
    button(at, "Bewaren").click().run()
    found = kept(2)
    assert found is not None
    assert (found.owner, found.due, found.link) == (
        "Anna",
        today() - timedelta(2),
        "https://bibliotheek.nl/visie",
    )
    assert "2 dagen te laat" in texts(at)
    assert "Wie doet wat vóór wanneer: 1 te laat" in [one.label for one in at.expander]
    assert "Verslag\nvan het MT" in [one.value for one in at.text]
    [link] = at.main.get("link_button")
    assert link.proto.url == "https://bibliotheek.nl/visie"


def test_who_is_second_sees_both_and_chooses(filled: Filled) -> None:
    filled(noted)
    at = plan()
    button(at, "punt_wijzig_1").click().run()
    at.text_input(key="punt_wie").set_value("Cor")
    [row] = step_plans.check_progress(whole_store(), PLAN)
    note(whole_store(), 1, (row["id"], row["version"]), owner="Bert")
    button(at, "Bewaren").click().run()
    assert "**Zo staat het er nu** (gewijzigd door Bert)" in texts(at)
    assert at.text_input(key="punt_wie").value == "Cor"
    button(at, "Bewaren").click().run()
    found = kept()
    assert found is not None
    assert found.owner == "Cor"


def test_who_is_second_on_an_untouched_check_sees_the_first(filled: Filled) -> None:
    filled(planned)
    at = plan()
    button(at, "punt_wijzig_1").click().run()
    at.text_input(key="punt_wie").set_value("Cor")
    note(whole_store(), 1, owner="Bert")
    button(at, "Bewaren").click().run()
    assert "Wie: Bert" in texts(at)
    button(at, "Bewaren").click().run()
    found = kept()
    assert found is not None
    assert found.owner == "Cor"
    assert len(step_plans.check_progress(whole_store(), PLAN)) == 1


def test_a_click_on_what_somebody_else_changed_is_refused_in_words(filled: Filled) -> None:
    filled(noted)
    at = plan()
    [row] = step_plans.check_progress(whole_store(), PLAN)
    note(whole_store(), 1, (row["id"], row["version"]), owner="Bert")
    state_of(at, 1).set_value("klaar").run()
    assert "Iemand anders heeft dit intussen gewijzigd" in texts(at)
    found = kept()
    assert found is not None
    assert (found.owner, found.state) == ("Bert", "open")
    assert state_of(at, 1).value == "open"


def test_what_was_typed_is_shown_where_the_check_left_the_plan(filled: Filled) -> None:
    filled(planned)
    at = plan()
    button(at, "punt_wijzig_1").click().run()
    at.text_area(key="punt_bewijs").set_value("Wat ik wist")
    step_plans.adapt(whole_store(), copy(), lambda now: now.without(1), "Bert")
    button(at, "Bewaren").click().run()
    assert "Iemand anders haalde dit punt uit het plan" in texts(at)
    assert "Wat ik wist" in [one.value for one in at.text]
    button(at, "punt_sluiten").click().run()
    assert "Iemand anders haalde" not in texts(at)


def test_phases_stand_in_the_address(filled: Filled) -> None:
    filled(planned)
    at = plan(planfase="4")
    assert "Fase 4 Realisatie" in [one.value for one in at.subheader]
    button(at, "fase_2").click().run()
    assert at.query_params["planfase"] == "2"
    assert "Samenwerkingsovereenkomst" in texts(at)
    button(at, "naar_plannen").click().run()
    assert "plan" not in at.query_params
    assert "planfase" not in at.query_params


def test_the_team_goes_on_to_the_next_phase(filled: Filled) -> None:
    filled(planned)
    at = plan()
    assert "9 punten blijven hier openstaan" in texts(at)
    button(at, "verder").click().run()
    assert copy().phase == 1
    assert "Fase 1 Initiatief" in [one.value for one in at.subheader]
    button(at, "fase_5").click().run()
    button(at, "nu_hier").click().run()
    assert copy().phase == 5
    # Somebody else went on meanwhile.
    seen = copy()
    step_plans.adapt(whole_store(), seen, lambda now: now.model_copy(update={"phase": 6}), "Bert")
    button(at, "verder").click().run()
    assert copy().phase == 6
    assert "Iemand anders heeft dit intussen gewijzigd" in texts(at)


def test_wishes_of_the_own_mt_and_a_partner_side_by_side(filled: Filled) -> None:
    filled(planned)
    at = plan("Wensen")
    assert "nog geen wensen" in texts(at)
    for who, weight, text in (
        ("wens_van_0", "5 onmisbaar", "Ook zondag"),
        ("wens_van_1", "2 prettig", "Mag"),
    ):
        button(at, who).click().run()
        at.selectbox(key="wens_onderwerp").set_value("hours")
        at.button_group(key="wens_gewicht").set_value(weight)
        at.text_area(key="wens_tekst").set_value(text)
        button(at, "Bewaren").click().run()
    said = texts(at)
    assert "Van 1 onderwerp **1** weegt voor de een zwaarder dan voor de ander" in said
    assert "verschil in gewicht" in said
    assert "Nog geen wensen van: Gemeente Zaanstad." in said
    assert [one.value for one in at.text] == ["Ook zondag", "Mag"]
    own, theirs = (row["content"] for row in wishes.wishes(whole_store(), PLAN))
    assert (own.partner, own.weight, theirs.partner, theirs.weight) == (None, 5, 1, 2)


def test_an_own_subject_needs_a_name_and_a_wish_can_go(filled: Filled) -> None:
    filled(planned)
    at = plan("Wensen")
    button(at, "wens_van_0").click().run()
    at.selectbox(key="wens_onderwerp").set_value("other").run()
    button(at, "Bewaren").click().run()
    assert "Geef het andere onderwerp een naam." in texts(at)
    at.text_input(key="wens_ander").set_value("Café")
    button(at, "Bewaren").click().run()
    [row] = wishes.wishes(whole_store(), PLAN)
    assert row["content"].title == "Café"
    button(at, f"wens_wijzig_{row['id']}").click().run()
    button(at, "wens_weg").click().run()
    assert wishes.wishes(whole_store(), PLAN) == []
    assert "De wens is verwijderd." in texts(at)


def test_wishes_of_who_is_no_partner_any_more_stay(filled: Filled) -> None:
    def left(made: Portfolio) -> None:
        planned(made)
        gone = made.partner("De Kroon", "cultuur", ZAANSTAD)
        for who in (None, gone):
            wish = Wish(partnership=PLAN, partner=who, subject="hours", weight=3)
            wishes.make_wish(made.store, wish, "Anna")

    filled(left)
    at = plan("Wensen")
    assert not at.exception
    assert "De Kroon (niet meer)" in texts(at)
    assert "even belangrijk" in texts(at)


def test_a_plan_is_adapted_without_the_template(filled: Filled) -> None:
    filled(noted)
    at = plan("Plan aanpassen")
    button(at, "punt_erbij").click().run()
    at.text_area(key="eigen_punt_tekst").set_value("Met de *huurders* gepraat")
    button(at, "Bewaren").click().run()
    added = copy().of(0)[-1]
    assert (added.text, added.sort) == ("Met de *huurders* gepraat", "check")
    assert added.number >= FIRST_OWN
    button(at, "verwoord_1").click().run()
    at.text_area(key="eigen_punt_tekst").set_value("Anders verwoord")
    button(at, "Bewaren").click().run()
    assert copy().check(1).text == "Anders verwoord"
    button(at, "omlaag_1").click().run()
    assert [one.number for one in copy().of(0)][:2] == [2, 1]
    button(at, "eruit_2").click().run()
    assert copy().check(2) is None
    # It is offered again, with all that comes with the product.
    button(at, "overnemen_2").click().run()
    assert copy().check(2) is not None
    # And what was noted at a check stayed with it.
    found = kept()
    assert found is not None
    assert found.owner == "Anna"
    assert step_plans.template_checks(whole_store(), 1) == step_plans.shipped().checks()


def test_the_last_check_of_beheer_stays(filled: Filled) -> None:
    filled(planned)
    at = plan("Plan aanpassen")
    button(at, "eruit_8").click().run()
    assert "Beheer en exploitatie is in elke fase een punt." in texts(at)
    assert copy().check(8) is not None


def test_two_people_reword_one_check(filled: Filled) -> None:
    filled(planned)
    at = plan("Plan aanpassen")
    button(at, "verwoord_1").click().run()
    at.text_area(key="eigen_punt_tekst").set_value("Mijn woorden")
    theirs = Check(number=1, phase=0, text="Hun woorden")
    step_plans.adapt(whole_store(), copy(), lambda now: now.putting(theirs), "Bert")
    button(at, "Bewaren").click().run()
    assert "**Zo staat het er nu** (gewijzigd door Bert): Punt: Hun woorden" in texts(at)
    assert at.text_area(key="eigen_punt_tekst").value == "Mijn woorden"
    assert copy().check(1).text == "Hun woorden"
    button(at, "Bewaren").click().run()
    assert copy().check(1).text == "Mijn woorden"


def test_a_check_that_was_taken_out_while_it_was_reworded_can_come_back(filled: Filled) -> None:
    filled(planned)
    at = plan("Plan aanpassen")
    button(at, "verwoord_1").click().run()
    at.text_area(key="eigen_punt_tekst").set_value("Mijn woorden")
    step_plans.adapt(whole_store(), copy(), lambda now: now.without(1), "Bert")
    button(at, "Bewaren").click().run()
    assert "Iemand anders heeft dit verwijderd terwijl u het wijzigde." in texts(at)
    button(at, "Bewaren").click().run()
    assert copy().of(0)[-1].text == "Mijn woorden"


def test_a_library_adapts_its_template(filled: Filled) -> None:
    filled(planned)
    at = visit("step_plan", lijst="Sjabloon")
    assert "het meegeleverde stappenplan met 63 punten" in texts(at)
    button(at, "punt_erbij").click().run()
    at.text_area(key="eigen_punt_tekst").set_value("Van onze bibliotheek")
    button(at, "Bewaren").click().run()
    assert "Een eigen exemplaar met 64 punten: 1 met eigen woorden" in texts(at)
    step_plans.begin_step_plan(whole_store(), OTHER, "Anna")
    row = step_plans.step_plan(whole_store(), OTHER)
    assert row is not None
    assert row["content"].of(0)[-1].text == "Van onze bibliotheek"
    assert all(one.text is None for one in copy().checks)
    # A plan that was there takes it over.
    at = plan("Plan aanpassen")
    button(at, f"overnemen_{row['content'].of(0)[-1].number}").click().run()
    assert copy().of(0)[-1].text == "Van onze bibliotheek"
    at = visit("step_plan", lijst="Sjabloon")
    button(at, "sjabloon_weg").click().run()
    assert step_plans.step_template(whole_store(), 1) is None


def test_a_plan_is_removed_and_comes_back(filled: Filled) -> None:
    filled(noted)
    at = plan()
    button(at, "plan_weg").click().run()
    assert "nog geen stappenplannen" in texts(at)
    button(at, "Ongedaan maken").click().run()
    button(at, "Ja, maak ongedaan").click().run()
    assert "Er is **1 stappenplan**" in texts(at)
    assert kept() is not None


def test_what_was_typed_waits_on_another_part(filled: Filled) -> None:
    filled(planned)
    at = plan()
    button(at, "punt_wijzig_1").click().run()
    at.text_input(key="punt_wie").set_value("Anna").run()
    at.button_group(key="plandeel").set_value("Wensen").run()
    assert "Nog niet bewaard: wat u invulde bij **Punten**." in texts(at)
    at.button_group(key="plandeel").set_value("Punten").run()
    assert at.text_input(key="punt_wie").value == "Anna"


def test_files_to_take_along(filled: Filled) -> None:
    filled(noted)
    at = plan()
    found = {one.proto.label: one for one in at.get("download_button")}
    assert {"PDF van fase 0 Eigen visie", "PDF van het hele plan", "Excel"} <= set(found)


def test_five_hundred_plans(filled: Filled) -> None:
    def many(made: Portfolio) -> None:
        made.library("Bibliotheek Aa", ZAANSTAD)
        first = made.partnership("Onder één dak 1", form="mfa")
        step_plans.begin_step_plan(made.store, first, "Anna")
        made.ask(
            "insert into partnership by name select p.* replace (p.id + n as id, "
            "p.name || n as name, p.name_key || n as name_key) "
            "from partnership p, (select unnest(range(1, 510)) as n)"
        )
        made.ask(
            "insert into document (kind, name, name_key, content, changed_by) "
            "select d.kind, d.name, d.name_key, json_merge_patch(d.content, "
            "json_object('partnership', ? + n)), 'test' "
            "from document d, (select unnest(range(1, 510)) as n)",
            first,
        )
        derive(made.store._connection)

    filled(many)
    at = visit("step_plan")
    assert not at.exception
    assert "Er zijn **510 stappenplannen**, alle in fase **0 Eigen visie**" in texts(at)
    assert "De eerste 500 van 510 rijen" in texts(at)
    assert len(at.selectbox(key="open_plan").options) == 510


def hostile(made: Portfolio) -> None:
    made.library(f"Bibliotheek {NASTY}", ZAANSTAD)
    partner = made.partner((f"Partner {NASTY} " * 6)[:200], "welzijn", ZAANSTAD)
    name = (f"Onder {NASTY} " * 6)[:200]
    made.partnership(name, form="mfa", partners=[partner], gemeenten=[ZAANSTAD])
    step_plans.begin_step_plan(made.store, PLAN, NASTY)
    said: dict[str, Any] = {
        "owner": NASTY,
        "evidence": NASTY,
        "reason": NASTY,
        "due": date(2020, 1, 1),
    }
    note(made.store, 1, **said)
    note(made.store, 2, state="skipped", **said)
    for who in (None, partner):
        wish = Wish(
            partnership=PLAN, partner=who, subject="other", other=NASTY, weight=3, text=NASTY
        )
        wishes.make_wish(made.store, wish, NASTY)
    row = step_plans.step_plan(made.store, PLAN)
    assert row is not None
    own = Check(number=FIRST_OWN, phase=0, text=NASTY)
    step_plans.adapt(made.store, row["content"], lambda now: now.adding(own), NASTY)


@pytest.mark.parametrize("part", ["Punten", "Wensen", "Plan aanpassen"])
def test_what_people_type_is_shown_letter_by_letter(filled: Filled, part: str) -> None:
    filled(hostile)
    at = plan(part)
    assert not at.exception
    assert list(interpreted(at)) == []
    if part == "Punten":
        button(at, "punt_wijzig_1").click().run()
        assert list(interpreted(at)) == []
        state_of(at, FIRST_OWN).set_value("klaar").run()
    assert list(interpreted(at)) == []


def test_hostile_names_in_the_list_and_the_record(filled: Filled) -> None:
    filled(hostile)
    for at in (
        visit("step_plan"),
        visit("partnership", nr=str(PLAN), onderdeel="Stappenplan"),
        visit("partnership", nr=str(PLAN), onderdeel="Wijzigingen"),
    ):
        assert not at.exception
        assert list(interpreted(at)) == []


def test_a_plan_of_a_partnership_in_the_bin_is_not_shown(filled: Filled) -> None:
    def binned(made: Portfolio) -> None:
        noted(made)
        made.ask("update partnership set removed_at = now() where id = ?", PLAN)
        derive(made.store._connection)

    filled(binned)
    at = plan()
    assert not at.exception
    assert "Er is geen stappenplan bij samenwerking" in texts(at)
    assert "nog geen stappenplannen" in texts(at)


def test_the_record_shows_how_far_it_is(filled: Filled) -> None:
    filled(noted)
    at = visit("partnership", nr=str(PLAN), onderdeel="Stappenplan")
    said = texts(at)
    assert "Nu in fase **0 Eigen visie**: 0 van de 9 punten klaar." in said
    assert "Onze bedoeling past op één A4" in said
    assert "3 dagen te laat" in said
    [link] = [one for one in at.main.get("page_link") if one.proto.label == "Naar het stappenplan"]
    assert link.proto.query_string == f"plan={PLAN}"


def test_a_plan_begins_from_the_record_of_a_shared_building(filled: Filled) -> None:
    filled(two)
    at = visit("partnership", nr=str(PLAN), onderdeel="Stappenplan")
    button(at, "plan_beginnen").click().run()
    assert not at.exception
    assert copy().phase == 0
    assert "Nu in fase **0 Eigen visie**" in texts(at)
    other = visit("partnership", nr=str(OTHER))
    assert "Stappenplan" not in other.button_group(key="onderdeel").options


def test_what_is_late_asks_attention_on_the_overview(filled: Filled) -> None:
    filled(noted)
    at = visit("overview")
    assert any("Stappenplan te laat · 1" in str(one.options) for one in at.button_group)


def test_on_the_example(example: Path) -> None:
    at = visit("step_plan")
    assert "Er zijn **2 stappenplannen**" in texts(at)
