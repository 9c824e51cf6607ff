"""Doelen, per samenwerking: many partnerships come in groups, and a group opens in place."""

from collections.abc import Callable
from typing import Any

import pyarrow as pa
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

from data.derived import derive
from tests.pages.conftest import Fill, drawn, texts, visit
from tests.pages.test_alignment import MATRIX, put
from tests.portfolio import ZAANSTAD, Portfolio, goals

GROUPS = "Gemiddelde bijdrage aan elk doel per"


def many(made: Portfolio) -> None:
    """45 partnerships: 44 with schools, of which one with childcare too, and one in community."""
    made.library("Bibliotheek Aa", ZAANSTAD)
    for number in range(43):
        made.partnership(f"School {number:02}", contributions=goals(SD1=2))
    made.partnership("Beide", themes=["PO", "KOV"], contributions=goals(SD1=3))
    made.partnership("Buurt", theme="COM")


def charts(at: AppTest, described: str) -> list[list[dict[str, Any]]]:
    """The rows of each chart whose description begins so."""
    return [
        pa.ipc.open_stream(one.proto.datasets[0].data.data).read_all().to_pylist()
        for one in at.get("vega_lite_chart")
        if one.proto.alt.startswith(described)
    ]


def grouped(at: AppTest) -> list[dict[str, Any]]:
    [chart] = charts(at, GROUPS)
    return chart


def choose(at: AppTest, label: str, value: str) -> AppTest:
    [control] = [
        one for one in at.get("button_group") if isinstance(one, ButtonGroup) and one.label == label
    ]
    return control.set_value(value).run()


def test_few_stand_apart_and_many_in_themes(filled: Callable[[Fill], None]) -> None:
    filled(many)
    at = visit("alignment", deel=MATRIX)
    chart = grouped(at)
    assert list(dict.fromkeys(row["row"] for row in chart)) == [
        "Alle samenwerkingen",
        "Primair onderwijs",
        "Community",
        "Kinderopvang",
    ]
    cells = {(row["row"], row["column"]): row for row in chart}
    # 43 times 2 and once 3: 89 / 44. Not one contribution in community was judged.
    assert cells["Primair onderwijs", "SD1"]["cell"] == "2,0"
    assert cells["Primair onderwijs", "SD1"]["value"] == 89 / 44
    assert "44 van 44 beoordeeld" in cells["Primair onderwijs", "SD1"]["text"]
    assert (cells["Community", "SD1"]["value"], cells["Community", "SD1"]["cell"]) == (None, "")
    assert cells["Alle samenwerkingen", "Aantal"]["cell"] == "45"
    assert "Een samenwerking met twee thema’s telt bij beide mee." in texts(at)
    at.text_input(key="doelenzoek").set_value("beide").run()
    assert not charts(at, GROUPS)
    assert {row["row"] for row in drawn(at, "elk doel")} == {"Som van de bijdragen", "Beide"}


def test_a_choice_of_grouping_stays(filled: Callable[[Fill], None]) -> None:
    filled(many)
    at = choose(visit("alignment", deel=MATRIX), "Groeperen op", "Niets")
    assert not charts(at, GROUPS)
    assert "40 samenwerkingen van de 45." in texts(at)
    [total] = [row for row in drawn(at, "elk doel") if row["total"] and row["column"] == "SD1"]
    assert total["cell"] == "89"  # of all that match, not of those that are chart
    at = choose(at, "Groeperen op", "Sterkste doel")
    assert [row["row"] for row in grouped(at) if row["column"] == "SD1"] == [
        "Alle samenwerkingen",
        "SD1 Geletterd en leesplezier",
        "Niet beoordeeld",
    ]
    at = choose(at, "Groeperen op", "Partner")
    assert (
        len(drawn(at, "elk doel")) == 41 * 8
    )  # the only group, of those without a partner, is open


def test_a_group_opens_by_name_and_closes(filled: Callable[[Fill], None]) -> None:
    filled(many)
    at = visit("alignment", deel=MATRIX)
    at.selectbox(key="groep_theme").set_value("KOV").run()
    assert {row["row"] for row in drawn(at, "elk doel")} == {"Som van de bijdragen", "Beide"}
    [back] = [one for one in at.button if one.label == "Alle groepen"]
    back.click().run()
    assert not at.exception
    assert len(grouped(at)) == 4 * 9


def test_judging_in_a_group_moves_it(filled: Callable[[Fill], None]) -> None:
    """By strongest goal the judged one moves to another group; its form stays."""

    def one_more(made: Portfolio) -> None:
        many(made)
        made.partnership("Ook open")

    filled(one_more)
    at = choose(visit("alignment", deel=MATRIX), "Groeperen op", "Sterkste doel")
    at.selectbox(key="groep_goal").set_value("-").run()
    assert {row["row"] for row in drawn(at, "elk doel")} == {
        "Som van de bijdragen",
        "Buurt",
        "Ook open",
    }
    at.selectbox(key="doel_samenwerking").set_value(45).run()
    at.selectbox(key="doel_doel").set_value("SD4").run()
    [expected] = [
        one
        for one in at.get("button_group")
        if isinstance(one, ButtonGroup) and one.label == "Verwachte bijdrage"
    ]
    expected.set_value("3 (kern)")
    [save] = [one for one in at.button if one.label == "Opslaan"]
    save.click().run()
    assert not at.exception
    assert {row["row"] for row in drawn(at, "elk doel")} == {"Som van de bijdragen", "Ook open"}
    assert at.selectbox(key="doel_samenwerking").value == 45
    [back] = [one for one in at.button if one.label == "Alle groepen"]
    back.click().run()
    assert [row["row"] for row in grouped(at) if row["column"] == "SD4"] == [
        "Alle samenwerkingen",
        "SD1 Geletterd en leesplezier",
        "SD4 Ontmoeting, debat en gemeenschap",
        "Niet beoordeeld",
    ]


def test_the_list_of_names_is_short(filled: Callable[[Fill], None]) -> None:
    def put_many(made: Portfolio) -> None:
        put(made)
        made.ask(
            "insert into partnership by name select id + 10000 + n as id, library, "
            "name || n as name, name_key || n as name_key, partners, themes, gemeenten, status, "
            "history, contributions, changed_by from partnership, range(600) r(n) where id = 1"
        )
        derive(made.store._connection)

    filled(put_many)
    at = choose(visit("alignment", deel=MATRIX), "Groeperen op", "Niets")
    assert len(at.selectbox(key="doel_samenwerking").options) == 500
    assert "De lijst noemt de eerste 500 van 603 samenwerkingen" in texts(at)
    at.toggle(key="alle_samenwerkingen").set_value(True).run()
    assert len({row["row"] for row in drawn(at, "elk doel")}) == 251
    assert "De andere vindt u door te zoeken, te filteren of te groeperen." in texts(at)


def test_one_partnership(filled: Callable[[Fill], None]) -> None:
    filled(lambda made: made.partnership("Open") and None)
    at = visit("alignment", deel=MATRIX)
    assert not at.exception
    assert {row["row"] for row in drawn(at, "elk doel")} == {"Som van de bijdragen", "Open"}
    assert "Er valt nog niets te tekenen" in texts(at)
    assert "1 samenwerking staat er niet in: 1 zonder uren en 1 zonder beoordeeld doel" in texts(at)
