"""Afwegingstabel, Criteria: a library's own set, and a consideration that keeps its version."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.criteria import CriteriaSet, Criterion
from data import considerations, criteria_sets
from data.errors import ChangedMeanwhile
from pages.shared.opened import whole_store
from tests.pages.conftest import Fill, texts, visit
from tests.pages.test_consideration import button, give, table
from tests.portfolio import Portfolio
from tests.weighing import CRITERIA, consideration

PART = "Criteria"
# The consideration of `used`: the set came before it.
USED = "2"
NEW = Criterion(
    code="P2", label="Nieuw", group="passendheid", question="Nog iets?", anchor_5="Zeker"
)


def a_set(made: Portfolio) -> None:
    criteria_sets.make_criteria_set(made.store, "Van *ons*", CriteriaSet(criteria=CRITERIA), "Anna")


def used(made: Portfolio) -> None:
    """A consideration by the set, with a score on each criterion."""
    a_set(made)
    id_ = consideration(made.store, "Taalhuis")
    [row] = considerations.considerations(made.store, id=id_)
    by_set = row["content"].judging_by(CRITERIA, 1, "Van *ons*", 1)
    considerations.change_consideration(made.store, id_, 1, "Wat eerst?", by_set, "Anna")
    give(made.store, id_, AP1=4, AT1=3, AR1=5)


def opened(**asked: str) -> AppTest:
    return visit("consideration", onderdeel=PART, **asked)


def labels() -> list[str]:
    [row] = criteria_sets.criteria_sets(whole_store())
    return [one.label for one in row["content"].criteria]


def version() -> int:
    [row] = criteria_sets.criteria_sets(whole_store())
    return int(row["version"])


def fill_in(at: AppTest, nth: int, **typed: str) -> None:
    """The nth form, by the labels of its fields."""
    for label, value in typed.items():
        [one for one in at.text_input if one.label == label.replace("_", " ")][nth].set_value(value)


def test_without_a_set_the_shipped_criteria_can_be_read(empty: Path) -> None:
    at = opened()
    said = texts(at)
    assert "Naast de 16 standaardcriteria zijn er nog geen eigen sets." in said
    assert "**Strategische passendheid** · *randvoorwaarde*" in said
    assert "1: Geen doel aan te wijzen" in said
    assert "Literatuur: " in said


def test_a_copy_is_made_under_a_name(empty: Path) -> None:
    at = opened()
    at.text_input(key="criteria_naam").set_value(" ")
    button(at, "Maken").click().run()
    assert "Dit is geen naam voor een set criteria" in texts(at)
    assert at.text_input(key="criteria_naam").value == " "
    at.text_input(key="criteria_naam").set_value("Van <b>ons</b> *zelf*")
    button(at, "Maken").click().run()
    assert at.query_params["criteria"] == "1"
    assert "Van <b>ons</b> *zelf* is gemaakt" in texts(at)
    assert labels() == [one.label for one in criteria_sets.shipped_criteria(whole_store())]
    assert at.text_input(key="criteria_naam").value == ""
    at.text_input(key="criteria_naam").set_value("van <B>ONS</b> *zelf*")
    button(at, "Maken").click().run()
    assert "Er is al een set criteria met deze naam" in texts(at)
    assert at.text_input(key="criteria_naam").value == "van <B>ONS</b> *zelf*"


def test_a_copy_of_a_set_of_ones_own_is_of_the_library_of_the_filter(
    filled: Callable[[Fill], None],
) -> None:
    def put(made: Portfolio) -> None:
        made.library("Bibliotheek Aa")
        made.library("Bibliotheek Be")
        a_set(made)

    filled(put)
    at = opened(bibliotheek="Bibliotheek Be")
    at.text_input(key="criteria_naam").set_value("Kopie")
    at.selectbox(key="criteria_van").set_value("1")
    button(at, "Maken").click().run()
    [copy] = criteria_sets.criteria_sets(whole_store(), 2)
    assert (copy["content"].library, copy["content"].criteria) == (2, CRITERIA)
    assert "Van Bibliotheek Be." in texts(at)
    assert "zijn er **2 eigen sets**" in texts(at)


def test_a_criterion_is_added_to_its_group(filled: Callable[[Fill], None]) -> None:
    filled(a_set)
    at = opened(criteria="1")
    assert "Versie 1" in texts(at)
    assert "is er **1 eigen set**" in texts(at)
    # Of each group: its criterion, then the form for another.
    fill_in(at, 1, Naam="Iets *anders*", Vraag="Nog iets?", Wat_5_betekent="Zeker")
    at.checkbox[1].check()
    button(at, "Toevoegen").click().run()
    assert labels() == ["Past", "Iets *anders*", "Waarde", "Kan"]
    [row] = criteria_sets.criteria_sets(whole_store())
    added = row["content"].criteria[1]
    assert (added.group, added.precondition, added.anchor_5) == ("passendheid", True, "Zeker")
    assert added.code not in {"P1", "T1", "R1"}
    assert "**Iets *anders*** · *randvoorwaarde*" in texts(at)
    assert "Versie 2" in texts(at)
    names = [one.value for one in at.text_input if one.label == "Naam"]
    assert names == ["Past", "Iets *anders*", "", "Waarde", "", "Kan", ""]
    assert [one.value for one in at.checkbox] == [True, True, *[False] * 5]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"Naam": "", "Vraag": "Iets?"}, "Naam: Geef het criterium een naam"),
        ({"Naam": "Iets", "Vraag": " "}, "Vraag: Schrijf op wat met dit criterium wordt gevraagd."),
        ({"Naam": "WAARDE", "Vraag": "Iets?"}, "Twee criteria hebben dezelfde naam."),
    ],
)
def test_a_criterion_that_cannot_be_is_refused_and_kept(
    filled: Callable[[Fill], None], typed: dict[str, str], why: str
) -> None:
    filled(a_set)
    at = opened(criteria="1")
    fill_in(at, 1, **typed)
    button(at, "Toevoegen").click().run()
    assert why in texts(at)
    kept = {label: [one.value for one in at.text_input if one.label == label][1] for label in typed}
    assert kept == typed
    assert (labels(), version()) == (["Past", "Waarde", "Kan"], 1)


def test_a_criterion_is_reworded_under_the_same_code(filled: Callable[[Fill], None]) -> None:
    filled(a_set)
    at = opened(criteria="1")
    fill_in(at, 0, Naam="Past echt", Wat_1_betekent="Niet")
    at.checkbox[0].uncheck()
    button(at, "Opslaan").click().run()
    [row] = criteria_sets.criteria_sets(whole_store())
    first = row["content"].criteria[0]
    assert (first.code, first.label, first.anchor_1) == ("P1", "Past echt", "Niet")
    assert not first.precondition
    assert "dit is een nieuwe versie" in texts(at)


def test_a_reworded_criterion_keeps_its_literature(empty: Path) -> None:
    at = opened()
    at.text_input(key="criteria_naam").set_value("Van ons")
    button(at, "Maken").click().run()
    fill_in(at, 0, Naam="Past bij ons plan")
    button(at, "Opslaan").click().run()
    [row] = criteria_sets.criteria_sets(whole_store())
    first, shipped = row["content"].criteria[0], criteria_sets.shipped_criteria(whole_store())[0]
    assert shipped.literature
    assert first == shipped.model_copy(update={"label": "Past bij ons plan"})


def test_criteria_move_within_their_group_only(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        content = CriteriaSet(criteria=(*CRITERIA, NEW))
        criteria_sets.make_criteria_set(made.store, "Van ons", content, "Anna")

    filled(put)
    at = opened(criteria="1")
    off = {one.key: one.disabled for one in at.button if str(one.key).startswith("schuif_")}
    assert off == {
        "schuif_-1_1_P1": True,
        "schuif_1_1_P1": False,
        "schuif_-1_1_P2": False,
        "schuif_1_1_P2": True,
        "schuif_-1_1_T1": True,
        "schuif_1_1_T1": True,
        "schuif_-1_1_R1": True,
        "schuif_1_1_R1": True,
    }
    at.button(key="schuif_1_1_P1").click().run()
    assert labels() == ["Nieuw", "Past", "Waarde", "Kan"]
    at.button(key="schuif_-1_1_P1").click().run()
    assert labels() == ["Past", "Nieuw", "Waarde", "Kan"]


def test_a_second_click_moves_nothing_past_the_end(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        last = NEW.model_copy(update={"code": "R2", "group": "realiseerbaarheid"})
        content = CriteriaSet(criteria=(*CRITERIA, last))
        criteria_sets.make_criteria_set(made.store, "Van ons", content, "Anna")

    filled(put)
    at = opened(criteria="1")
    seen = at.button(key="schuif_1_1_R1")
    for _ in range(2):
        seen.click().run()
        assert not at.exception
        assert not at.error
        assert labels() == ["Past", "Waarde", "Nieuw", "Kan"]


def test_a_criterion_is_taken_away_but_never_the_last(filled: Callable[[Fill], None]) -> None:
    filled(a_set)
    at = opened(criteria="1")
    for left in (["Waarde", "Kan"], ["Kan"]):
        button(at, "Weghalen").click().run()
        assert labels() == left
    button(at, "Weghalen").click().run()
    assert "Een afwegingstabel heeft 1 tot 40 criteria." in texts(at)
    assert labels() == ["Kan"]
    assert version() == 3


def test_taking_a_criterion_away_can_be_undone(filled: Callable[[Fill], None]) -> None:
    filled(a_set)
    at = opened(criteria="1")
    button(at, "Weghalen").click().run()
    button(at, "Ongedaan maken").click().run()
    button(at, "Ja, maak ongedaan").click().run()
    assert labels() == ["Past", "Waarde", "Kan"]


def test_what_somebody_else_changed_is_shown_first_and_no_typing_is_lost(
    filled: Callable[[Fill], None],
) -> None:
    filled(a_set)
    at = opened(criteria="1")
    other = (CRITERIA[0], CRITERIA[1].model_copy(update={"label": "Opbrengst"}), CRITERIA[2])
    criteria_sets.change_criteria_set(
        whole_store(), 1, 1, "Van *ons*", CriteriaSet(criteria=other), "Bas"
    )
    fill_in(at, 1, Naam="Nieuw", Vraag="Nog iets?")
    button(at, "Toevoegen").click().run()
    assert ChangedMeanwhile.title in texts(at)
    assert "**Opbrengst**" in texts(at)
    names = [one.value for one in at.text_input if one.label == "Naam"]
    assert names[:3] == ["Past", "Nieuw", "Opbrengst"]
    button(at, "Toevoegen").click().run()
    assert labels() == ["Past", "Nieuw", "Opbrengst", "Kan"]


def test_a_set_is_removed_and_a_consideration_keeps_its_criteria(
    filled: Callable[[Fill], None],
) -> None:
    filled(used)
    at = opened(criteria="1")
    button(at, "Set verwijderen").click().run()
    assert criteria_sets.criteria_sets(whole_store()) == []
    assert "De set Van *ons* is verwijderd." in texts(at)
    assert "criteria" not in at.query_params
    at = visit("consideration", afweging=USED)
    assert not at.exception
    assert "Criteria: Van *ons*, versie 1" in texts(at)
    assert "**Past** · *randvoorwaarde*" in texts(at)


def test_a_link_to_a_set_that_is_no_more_says_so(filled: Callable[[Fill], None]) -> None:
    filled(a_set)
    at = opened(criteria="7")
    assert "De set van deze link bestaat niet (meer)." in texts(at)
    assert "**Past**" not in texts(at)


def test_a_consideration_keeps_its_version_until_somebody_switches(
    filled: Callable[[Fill], None],
) -> None:
    filled(used)
    newer = (CRITERIA[0].model_copy(update={"label": "Past echt"}), CRITERIA[2], NEW)
    at = visit("consideration", afweging=USED)
    assert "nieuwere versie" not in texts(at)
    criteria_sets.change_criteria_set(
        whole_store(), 1, 1, "Van *ons*", CriteriaSet(criteria=newer), "Bas"
    )
    at = visit("consideration", afweging=USED)
    assert [one.value for one in at.info if "nieuwere versie" in one.value]
    assert [one.label for one in table(int(USED)).criteria] == ["Past", "Waarde", "Kan"]
    assert "Criteria: Van *ons*, versie 1" in texts(at)
    assert button(at, "Overstappen").disabled
    at.selectbox(key="criteria_kies_2").set_value(1).run()
    button(at, "Overstappen").click().run()
    assert [one.label for one in table(int(USED)).criteria] == ["Past echt", "Nieuw", "Kan"]
    assert (table(int(USED)).criteria_version, table(int(USED)).criteria_set) == (2, 1)
    assert [one.value for one in at.info if "nieuwere versie" in one.value] == []
    at.segmented_control(key="stap").set_value("Uitkomst").run()
    # What was scored on the criteria that stayed still counts; the new one is open.
    assert "Taalhuis krijgt tussen 58 en 92 van 100" in texts(at)


def test_and_back_to_the_shipped_criteria(filled: Callable[[Fill], None]) -> None:
    filled(used)
    at = visit("consideration", afweging=USED)
    choice = at.selectbox(key="criteria_kies_2")
    assert choice.options == ["Standaardcriteria", "Van *ons* (versie 1)"]
    choice.set_value(0).run()
    button(at, "Overstappen").click().run()
    assert (table(int(USED)).criteria_set, table(int(USED)).criteria_version) == (None, 0)
    assert table(int(USED)).criteria_name == "Standaardcriteria"
    assert len(table(int(USED)).criteria) == 16
    assert sum(table(int(USED)).points.values()) == pytest.approx(100)
