"""Doelen: the weakest goal, what hangs on whom, and judging a cell that moves the figures."""

from collections.abc import Callable

from streamlit.testing.v1.element_tree import ButtonGroup

from tests.pages.conftest import Fill, drawn, texts, visit
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio, goals

MATRIX = "Per samenwerking"


def put(made: Portfolio) -> None:
    made.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR)
    school, town = made.partner("School"), made.partner("Gemeente")
    every = {f"SD{n}": 2 for n in range(1, 7)}
    made.partnership(
        "Lezen", partners=[school], gemeenten=[ZAANSTAD], hours=100.0,
        contributions=goals(**every, SD7=0),
    )  # fmt: skip
    made.partnership(
        "Niets", partners=[town], gemeenten=[ALKMAAR], hours=50.0, contributions=goals(SD1=0)
    )
    made.partnership("Open", partners=[town], gemeenten=[ALKMAAR])


def test_the_finding_names_the_weakest_goal_and_what_serves_nothing(
    filled: Callable[[Fill], None],
) -> None:
    filled(put)
    said = texts(visit("alignment"))
    assert "Aan **Nabije en robuuste bibliotheek** (SD7) draagt geen enkele samenwerking" in said
    assert "**1 samenwerking draagt** aan geen doel bij (50 uur per jaar)." in said
    assert "1 samenwerking is nog niet beoordeeld." in said


def test_what_hangs_on_one_partner_is_said(filled: Callable[[Fill], None]) -> None:
    filled(put)
    said = texts(visit("alignment", deel="Afhankelijkheid"))
    assert "Stopt **School**, dan verliest Zaanstad" in said
    assert "Stopt **Gemeente**" not in said


def test_the_smallest_set_and_where_nobody_serves(filled: Callable[[Fill], None]) -> None:
    """Six goals are served in Zaanstad by one partnership, none in Alkmaar."""
    filled(put)
    said = texts(visit("alignment", deel="Afhankelijkheid"))
    assert "in **8 van de 14 combinaties** van gemeente en doel is er niemand" in said
    assert "**1 samenwerking** van de 3 dient samen elk doel overal waar dat nu" in said


def test_a_judged_cell_moves_the_figures(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = visit("alignment", deel=MATRIX)
    at.selectbox(key="doel_samenwerking").set_value(1).run()
    at.selectbox(key="doel_doel").set_value("SD7").run()
    [expected] = [
        one
        for one in at.get("button_group")
        if isinstance(one, ButtonGroup) and one.label == "Verwachte bijdrage"
    ]
    expected.set_value("3 (kern)")
    at.text_area[0].set_value("Vast punt in de wijk")
    [save] = [one for one in at.button if one.label == "Opslaan"]
    save.click().run()
    assert not at.exception
    assert "Aan **Nabije" not in texts(at)
    assert [one.value for one in at.toast] == ["De bijdrage van Lezen aan SD7 is opgeslagen."]
    assert at.text_area[0].value == "Vast punt in de wijk"


def test_who_was_not_judged_stands_last_and_namesakes_stay_apart(
    filled: Callable[[Fill], None],
) -> None:
    def two(made: Portfolio) -> None:
        put(made)
        made.partnership("Open", library=made.library("Bibliotheek Bee", ALKMAAR))

    filled(two)
    shown = list(
        dict.fromkeys(row["row"] for row in drawn(visit("alignment", deel=MATRIX), "elk doel"))
    )
    assert shown == [
        "Som van de bijdragen",
        "Lezen",
        "Niets",
        "Open (Bibliotheek Aa)",
        "Open (Bibliotheek Bee)",
    ]


def test_words_narrow_the_matrix(filled: Callable[[Fill], None]) -> None:
    filled(put)
    at = visit("alignment", deel=MATRIX)
    at.text_input(key="doelenzoek").set_value("niets").run()
    assert any(one.value.startswith("1 samenwerking van de 1.") for one in at.main.caption)
    at.text_input(key="doelenzoek").set_value("bestaat niet").run()
    assert "Geen enkele samenwerking heeft deze woorden" in texts(at)


def test_without_any_judgement(filled: Callable[[Fill], None]) -> None:
    filled(lambda made: made.partnership("Open") and None)
    at = visit("alignment")
    assert not at.exception
    assert "Van geen enkele lopende samenwerking is beoordeeld" in texts(at)
    assert "een kolom per doel, bijvoorbeeld SD1." in texts(at)
