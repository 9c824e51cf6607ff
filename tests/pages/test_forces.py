"""Krachtenanalyse: sliders, saving, two people at once, a network; and the style that fits."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.filters import Filters, today
from core.forces import Assessment
from data import forces
from data.undo import undo_batch
from pages.shared import opened
from tests.pages.conftest import drawn, texts, visit
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio, two_goals

GRID = "Partners naar belang en invloed"


@pytest.fixture
def school(filled: Any) -> int:
    """The number of a partner of a small portfolio."""
    filled(lambda made: two_goals(made.store))
    [found] = opened.whole_store().rows("partners_called", name_key="school", gemeente=None, ids=[])
    return int(found["id"])


def button(at: AppTest, label: str) -> Any:
    [found] = [one for one in at.button if one.label == label]
    return found


def day(at: AppTest) -> Any:
    [found] = [one for one in at.date_input if one.label == "Dag"]
    return found


def assessed(partner: int, day: date, **given: Any) -> Assessment:
    usual = {"influence": 2, "interest": 4, "stance": 0, "brings": 3, "asks": 3}
    return Assessment(partner=partner, day=day, **{**usual, **given})


def save(partner: int, day: date, **given: Any) -> int:
    """As somebody else does at the same time."""
    batch = forces.assess(opened.whole_store(), assessed(partner, day, **given), "Bert")
    assert batch is not None
    return batch


def stored(partner: int) -> list[Assessment]:
    return [one["content"] for one in forces.assessments(opened.whole_store(), [partner])]


def test_a_partner_is_assessed_and_gets_a_style(example: Path) -> None:
    at = visit("forces")
    first = next(one for one in at.button if (one.key or "").startswith("inschatten_"))
    at = first.click().run()
    before = drawn(at.run(), GRID)
    at.slider[0].set_value(5).run()
    [row] = [one for one in drawn(at, GRID) if one["chosen"]]
    assert (row["influence"], row["name"]) == (5, first.label.replace("\\", ""))
    at = button(at, "Inschatting opslaan").click().run()
    assert "is opgeslagen" in texts(at)
    assert f"**{len(before)}** ingeschat" in texts(at)
    at = at.switch_page("pages/influence_styles.py").run()
    assert "**Onderbouwen**" in texts(at)
    at = at.switch_page("pages/forces.py").run()
    assert at.slider[0].value == 5


def test_the_address_holds_the_partner_and_the_network(school: int) -> None:
    save(school, today())
    at = visit("forces", wie=str(school), kring=f"{school}")
    assert "Van de **1 partner**" in texts(at)
    assert at.selectbox(key="wie").value == str(school)
    # A link that somebody spoilt shows what there is.
    at = visit("forces", wie="0;drop", kring="99999999999-x-")
    assert not at.exception
    assert "Van de **3 partners**" in texts(at)
    assert "Kies een partner" in texts(at)


def test_a_partner_outside_the_filters_is_shown_when_a_link_asks_for_it(school: int) -> None:
    at = visit("forces", wie=str(school), gemeente="Amsterdam")
    assert "Van de **1 partner**" in texts(at)
    assert at.selectbox(key="wie").value == str(school)


def test_choosing_a_partner_leaves_its_arrow(school: int) -> None:
    save(school, date(2026, 1, 1), influence=2)
    save(school, date(2026, 11, 1), influence=4)
    for asked in ({}, {"wie": str(school)}):
        [row] = drawn(visit("forces", **asked), GRID)
        assert row["from_y"] == pytest.approx(row["y"] - 2)


def test_sliders_follow_what_was_undone(school: int) -> None:
    batch = save(school, today(), influence=5)
    at = visit("forces", wie=str(school))
    assert at.slider[0].value == 5
    undo_batch(opened.whole_store(), batch, "Anna")
    at.run()
    assert at.slider[0].value == 3
    at = button(at, "Inschatting opslaan").click().run()
    assert [one.influence for one in stored(school)] == [3]


def test_two_people_see_both_versions_and_choose(school: int) -> None:
    at = visit("forces", wie=str(school))
    at.slider[0].set_value(5).run()
    save(school, today(), influence=1, note="Nieuwe directeur")
    at.run()
    said = texts(at)
    assert "Bert" in said
    assert "Invloed: hun versie **1**, de uwe **5**" in said
    assert "Notitie: hun versie **Nieuwe directeur**, de uwe **leeg**" in said
    # Saving without having chosen overwrites nothing.
    at = button(at, "Inschatting opslaan").click().run()
    assert [one.influence for one in stored(school)] == [1]
    assert at.slider[0].value == 5
    at = button(at, "Verder met de mijne").click().run()
    assert "hun versie" not in texts(at)
    at = button(at, "Inschatting opslaan").click().run()
    assert [one.influence for one in stored(school)] == [5]


def test_their_version_can_be_taken(school: int) -> None:
    at = visit("forces", wie=str(school))
    at.slider[0].set_value(5).run()
    save(school, today(), influence=1, note="Nieuwe directeur")
    at = button(at.run(), "Hun versie overnemen").click().run()
    assert at.slider[0].value == 1
    assert any(one.value == "Nieuwe directeur" for one in at.text_area)
    assert "hun versie" not in texts(at)


def test_an_earlier_assessment_is_changed_in_its_place(school: int) -> None:
    save(school, date(2026, 1, 1), influence=2)
    save(school, date(2026, 11, 1), influence=4)
    at = visit("forces", wie=str(school))
    at = [one for one in at.button if one.label == "Wijzigen"][1].click().run()
    assert (at.slider[0].value, day(at).value) == (2, date(2026, 1, 1))
    at.slider[0].set_value(3).run()
    button(at, "Inschatting opslaan").click().run()
    assert [(one.day, one.influence) for one in stored(school)] == [
        (date(2026, 11, 1), 4),
        (date(2026, 1, 1), 3),
    ]


def test_the_day_of_an_earlier_assessment_is_corrected(school: int) -> None:
    save(school, date(2026, 1, 1), influence=2)
    save(school, date(2026, 11, 1), influence=4)
    at = visit("forces", wie=str(school))
    at = [one for one in at.button if one.label == "Wijzigen"][1].click().run()
    day(at).set_value(date(2026, 11, 1)).run()
    assert "al een andere inschatting van 1 november 2026: kies een andere dag" in texts(at)
    at = button(at, "Inschatting opslaan").click().run()
    assert "Er is al een inschatting van deze dag" in texts(at)
    day(at).set_value(date(2026, 2, 2)).run()
    button(at, "Inschatting opslaan").click().run()
    assert [(one.day, one.influence) for one in stored(school)] == [
        (date(2026, 11, 1), 4),
        (date(2026, 2, 2), 2),
    ]


def test_a_day_that_is_still_to_come_is_refused(school: int) -> None:
    at = visit("forces", wie=str(school))
    at.slider[0].set_value(5)
    day(at).set_value(date(2090, 1, 1)).run()
    at = button(at, "Inschatting opslaan").click().run()
    assert "1 januari 2090 moet nog komen" in texts(at)
    assert (stored(school), at.slider[0].value) == ([], 5)


def test_what_was_set_is_there_after_another_page(school: int) -> None:
    at = visit("forces", wie=str(school))
    at.slider[0].set_value(5).run()
    at.text_area[0].set_value("Wil rust").run()
    at.switch_page("pages/influence_styles.py").run()
    at.switch_page("pages/forces.py").run()
    assert (at.slider[0].value, at.text_area[0].value) == (5, "Wil rust")


def test_give_and_take_is_the_second_picture(school: int) -> None:
    save(school, today(), brings=5, asks=2)
    [row] = drawn(visit("forces", figuur="Geven en nemen"), "wat deze brengt")
    assert (row["label"], row["text"]) == ("School", "brengt 3 meer")


def test_typed_text_is_no_markdown(filled: Any) -> None:
    def put(made: Any) -> None:
        made.partnership("Naam", partners=[made.partner("*Vet* [link](http://x.nl)")])

    filled(put)
    at = visit("forces")
    assert any(one.label.startswith(r"\*Vet\*") for one in at.button)


def test_a_force_is_added_changed_and_taken_away(school: int) -> None:
    save(school, today(), influence=4, stance=-1)
    forces.make_force_field(opened.whole_store(), "Leescoalitie", "Anna")
    [row] = forces.force_fields(opened.whole_store())
    at = visit("forces", veld=str(row["id"]))
    at.text_input(key="kracht_veld_wat").set_value("Wethouder wil het")
    at = button(at, "Toevoegen").click().run()
    assert "tellen op tot **3**, de remmende tot **0**" in texts(at)
    assert at.text_input(key="kracht_veld_wat").value == ""
    # A partner that is against comes from the analysis, as strong as its influence.
    at = button(at, "School (−)").click().run()
    assert [(one["label"], one["at"]) for one in drawn(at, "wat remt")] == [
        ("Wethouder wil het", -3),
        ("School", 4),
    ]
    at.selectbox(key="kracht_veld_kies").select("School").run()
    assert at.slider(key="kracht_veld_sterkte").value == 4
    at.slider(key="kracht_veld_sterkte").set_value(1)
    at = [one for one in at.button if one.label == "Wijzigen"][-1].click().run()
    assert "de remmende tot **1**" in texts(at)
    at.selectbox(key="kracht_veld_kies").select("School").run()
    at = button(at, "Kracht verwijderen").click().run()
    assert "de remmende tot **0**" in texts(at)


def test_a_force_that_says_nothing_is_refused(school: int) -> None:
    forces.make_force_field(opened.whole_store(), "Leescoalitie", "Anna")
    [row] = forces.force_fields(opened.whole_store())
    at = button(visit("forces", veld=str(row["id"])), "Toevoegen").click().run()
    assert "1 tot 200 tekens" in texts(at)
    assert "nog geen krachten" in texts(at)


def test_a_force_field_is_renamed_and_removed(school: int) -> None:
    forces.make_force_field(opened.whole_store(), "Leescoalitie", "Anna")
    [row] = forces.force_fields(opened.whole_store())
    at = visit("forces", veld=str(row["id"]))
    [name] = [one for one in at.text_input if one.label == "Naam"]
    name.set_value("Taalcoalitie")
    at = button(at, "Naam wijzigen").click().run()
    assert at.selectbox(key="veld").format_func(str(row["id"])) == "Taalcoalitie"
    at = button(at, "Krachtenveld verwijderen").click().run()
    assert not at.exception
    assert forces.force_fields(opened.whole_store()) == []
    assert "Krachtenveld" not in [one.label for one in at.selectbox]


def test_what_is_not_saved_is_in_the_picture_only(school: int) -> None:
    """Neither the words nor the files may say of a partner what nobody saved."""
    at = visit("forces", wie=str(school))
    [row] = drawn(at, GRID)
    assert (row["influence"], row["number"]) == (3, 1)
    assert "School staat waar u die nu zet" in texts(at)
    assert "Wie benadert u hoe?" not in [one.value for one in at.subheader]
    save(school, date(2026, 1, 1), influence=2)
    at.slider[0].set_value(5).run()
    at.session_state["krachten_rijen_tabel"] = True
    at.run()
    assert [one["influence"] for one in drawn(at, GRID)] == [5]
    [table] = at.dataframe
    assert list(table.value["Invloed"]) == [2]


def test_who_is_not_assessed_yet_does_not_shift_the_numbers(filled: Any) -> None:
    filled(lambda made: two_goals(made.store))
    ids = {
        row["name"]: row["id"]
        for row in forces.forces(opened.whole_store(), Filters(measure_date=today()))
    }
    forces.assess(opened.whole_store(), assessed(ids["Zorg"], today()), "Bert")
    numbers = {row["name"]: row["number"] for row in drawn(visit("forces"), GRID)}
    assert numbers == {"Zorg": 1}
    at = visit("forces", wie=str(ids["School"]))
    assert {row["name"]: row["number"] for row in drawn(at, GRID)} == {"Zorg": 1, "School": 2}


def test_an_earlier_measure_date_shows_who_stood_where_then(school: int) -> None:
    save(school, date(2026, 1, 1), influence=2)
    save(school, date(2026, 11, 1), influence=4)
    at = visit("forces", wie=str(school), peildatum="2026-06-01")
    [row] = drawn(at, GRID)
    assert (row["influence"], row["day"], row["chosen"]) == (2, date(2026, 1, 1), True)
    assert "niet opgeslagen" not in texts(at)
    assert f"inschatten_{school}" not in [one.key for one in at.button]


def test_an_old_picture_is_old_on_the_measure_date(school: int) -> None:
    save(school, date(2024, 1, 1))
    then, now = visit("forces", peildatum="2024-06-01"), visit("forces")
    assert f"inschatten_{school}" not in [one.key for one in then.button]
    assert f"inschatten_{school}" in [one.key for one in now.button]


def test_an_earlier_assessment_is_left_without_a_trace(school: int) -> None:
    """Saved as a new one, what it said would undo what was learnt since."""
    [other] = [
        one["id"]
        for one in forces.forces(opened.whole_store(), Filters(measure_date=today()))
        if one["name"] == "Zorg"
    ]
    save(school, date(2026, 1, 1), influence=2, by="Chris")
    save(school, date(2026, 11, 1), influence=4)
    for leave in (
        lambda at: button(at, "Terugzetten").click().run(),
        lambda at: button(at, "Inschatting opslaan").click().run(),
        lambda at: at.selectbox(key="wie").set_value(None).run(),
        lambda at: at.selectbox(key="wie").set_value(str(other)).run(),
    ):
        at = visit("forces", wie=str(school))
        at = [one for one in at.button if one.label == "Wijzigen"][1].click().run()
        assert (at.slider[0].value, day(at).value) == (2, date(2026, 1, 1))
        at = leave(at)
        if at.selectbox(key="wie").value != str(school):
            at.selectbox(key="wie").select(str(school)).run()
        assert (at.slider[0].value, day(at).value) == (4, today())
        [by] = [one for one in at.text_input if one.label.startswith("Door wie")]
        assert by.value == ""
        assert "Terugzetten" not in [one.label for one in at.button]


def test_the_next_partner_begins_with_the_same_day_and_people(school: int) -> None:
    at = visit("forces", wie=str(school))
    day(at).set_value(date(2026, 6, 1)).run()
    [by] = [one for one in at.text_input if one.label.startswith("Door wie")]
    by.set_value("Chris").run()
    at = button(at, "Inschatting opslaan").click().run()
    at = next(one for one in at.button if (one.key or "").startswith("inschatten_")).click().run()
    assert at.selectbox(key="wie").value != str(school)
    [by] = [one for one in at.text_input if one.label.startswith("Door wie")]
    assert (day(at).value, by.value) == (date(2026, 6, 1), "Chris")


def test_a_link_to_what_is_gone_says_so(school: int) -> None:
    at = visit("forces", wie="99999", kring=f"{school}-99998", veld="77")
    said = texts(at)
    assert "De partner van deze link is er niet" in said
    assert "Van dit netwerk is er 1 partner niet meer" in said
    assert "Het krachtenveld van deze link is er niet" in said
    assert "Van de **1 partner**" in said
    assert "is er niet" not in texts(visit("forces", wie=str(school), kring=str(school)))


def test_who_is_outside_the_choice_is_said_to_be(school: int) -> None:
    at = visit("forces", wie=str(school), gemeente="Amsterdam")
    assert "School valt buiten deze keuze" in texts(at)
    assert "valt buiten" not in texts(visit("forces", wie=str(school)))


def test_namesakes_are_told_apart_by_their_gemeente(filled: Any) -> None:
    def put(made: Portfolio) -> None:
        there = [made.partner("De Ster", gemeente=one) for one in (ZAANSTAD, ALKMAAR)]
        made.partnership("Lezen", partners=[*there, made.partner("School", gemeente=ALKMAAR)])

    filled(put)
    for row in forces.forces(opened.whole_store(), Filters(measure_date=today())):
        forces.assess(
            opened.whole_store(), assessed(row["id"], today(), stance=-1, influence=4), "Bert"
        )
    names = {"De Ster (Zaanstad)", "De Ster (Alkmaar)", "School"}
    at = visit("forces")
    assert {one["name"] for one in drawn(at, GRID)} == names
    assert all(one in texts(at) for one in names)
    assert set(at.selectbox(key="wie").options) == {*names - {"School"}, "School (Alkmaar)"}


def test_there_is_no_file_of_nothing(school: int) -> None:
    folds = [one.label for one in visit("forces").expander]
    assert "Alle inschattingen door de tijd" not in folds
    save(school, today())
    folds = [one.label for one in visit("forces").expander]
    assert "Alle inschattingen door de tijd" in folds


def test_a_force_may_be_called_as_a_new_one_is(school: int) -> None:
    forces.make_force_field(opened.whole_store(), "Leescoalitie", "Anna")
    [row] = forces.force_fields(opened.whole_store())
    at = visit("forces", veld=str(row["id"]))
    at.text_input(key="kracht_veld_wat").set_value("Nieuwe kracht")
    at = button(at, "Toevoegen").click().run()
    at.selectbox(key="kracht_veld_kies").set_value("Nieuwe kracht").run()
    at = button(at, "Kracht verwijderen").click().run()
    assert "nog geen krachten" in texts(at)


def test_a_partner_with_a_very_long_name_is_offered_as_a_force(filled: Any) -> None:
    """With its gemeente behind it, it is too long for a force: that is said, nothing breaks."""

    def put(made: Portfolio) -> None:
        there = [made.partner("S" * 200, gemeente=one) for one in (ZAANSTAD, ALKMAAR)]
        made.partnership("Lezen", partners=there)

    filled(put)
    for row in forces.forces(opened.whole_store(), Filters(measure_date=today())):
        forces.assess(opened.whole_store(), assessed(row["id"], today(), stance=1), "Bert")
    forces.make_force_field(opened.whole_store(), "Leescoalitie", "Anna")
    [row] = forces.force_fields(opened.whole_store())
    at = visit("forces", veld=str(row["id"]))
    add = next(one for one in at.button if (one.key or "").startswith("kracht_veld_partner"))
    assert "1 tot 200 tekens" in texts(add.click().run())
