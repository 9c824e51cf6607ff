"""Afwegingstabel: a decision that stays as it was, and looking back on it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextArea

from core.decision import Decision, StoredDecision
from core.filters import today
from core.wording import long_date, short_date
from data import considerations, decisions, documents, reviews, scoring, sessions
from data.reviews import add_review
from data.scoring import Place
from pages.shared.opened import whole_store
from tests.decided import decided, looked_back
from tests.pages.conftest import Fill, drawn, texts, visit
from tests.pages.test_consideration import button, give, table, two, unscored
from tests.portfolio import Portfolio
from tests.weighing import consideration, noted, scored, weighed

TEXT = "We beginnen met de *Leesclub*.\n\nMits <b>er geld</b> is."
SCORED = {"AP1": "4", "AT1": "5", "AR1": "3", "BP1": "4", "BT1": "2", "BR1": "1"}
EARLIER = date(2026, 1, 2)
SOON = today() + timedelta(days=30)


def deciding(id_: int = 1) -> AppTest:
    return visit("consideration", afweging=str(id_), stap="Besluit")


def typed(at: AppTest, what: str) -> Any:
    """A field of the form, by the end of its key."""
    return next(
        one
        for one in (*at.text_area, *at.text_input, *at.date_input, *at.multiselect)
        if str(one.key).startswith("vastleggen_") and str(one.key).endswith(what)
    )


def who(at: AppTest) -> TextArea:
    return next(one for one in at.text_area if one.label.startswith("Wie deden mee?"))


def decide(at: AppTest) -> AppTest:
    return button(at, "Besluit vastleggen").click().run()


def taken(nth: int = 0) -> Decision:
    found: Decision = decisions.decisions(whole_store())[nth]["content"].decision
    return found


def with_decision(made: Portfolio) -> None:
    """A consideration (1), and a decision on it (2)."""
    two(made)
    decisions.take_decision(
        made.store,
        decided({"AP1": 3, "AT1": 5, "AR1": 4, "BP1": 2, "BT1": None, "BR1": 4}, chosen=("A",)),
        "Anna",
    )


def test_without_scores_there_is_nothing_to_decide_on(filled: Callable[[Fill], None]) -> None:
    filled(unscored)
    at = deciding()
    assert "Een besluit vastleggen kan zodra er scores zijn." in texts(at)
    assert [one for one in at.button if one.label == "Besluit vastleggen"] == []
    button(at, "Naar Scoren").click().run()
    assert at.query_params["stap"] == "Scoren"


def test_a_decision_is_recorded_with_all_that_was_agreed(filled: Callable[[Fill], None]) -> None:
    filled(two)
    at = deciding()
    assert "Leesclub kan als enige verder, met 58 van 100 (bespreken)." in texts(at)
    typed(at, "_tekst").set_value(TEXT)
    typed(at, "_gekozen").set_value(["B"])
    who(at).set_value("Anna  de Vries\n\n Ahmed Yıldız \n")
    typed(at, "_terug").set_value(SOON)
    button(at, "Nog een afspraak").click().run()
    button(at, "Nog een afspraak").click().run()
    typed(at, "_wat_0").set_value("Geld zoeken")
    typed(at, "_doet_0").set_value("Anna")
    typed(at, "_wanneer_0").set_value(SOON)
    typed(at, "_wat_2").set_value("Ruimte regelen")
    decide(at)
    made = taken()
    assert (made.question, made.chosen, made.review_on) == ("Wat eerst?", ("B",), SOON)
    assert made.took_part == ("Anna de Vries", "Ahmed Yıldız")
    assert [(one.what, one.owner, one.due) for one in made.actions] == [
        ("Geld zoeken", "Anna", SOON),
        ("Ruimte regelen", "", None),
    ]
    assert made.decided_on == today()
    assert made.cell("A", "P1").score == 2
    assert "(versie " in made.data_version
    assert at.query_params["besluit"] == "2"
    said = texts(at)
    assert "Het besluit is vastgelegd." in said
    assert "**We beginnen met de *Leesclub*.** **Mits <b>er geld</b> is.**" in said
    assert "Gekozen: Leesclub." in said
    assert "Deelnemers: Anna de Vries en Ahmed Yıldız." in said
    assert f"- Geld zoeken — Anna, vóór {short_date(SOON)}" in said
    assert f"Terugkijken op {long_date(SOON)}." in said
    assert f"Besluit van {long_date(today())}" in said
    assert "Wat de tabel zei.** Leesclub kan als enige verder, met 58 van 100" in said
    assert decisions.decisions(whole_store())[0]["content"].hash in said
    assert at.code[0].value.endswith("?besluit=2")
    assert [one.proto.label for one in at.get("download_button")][:2] == [
        "A4 om te ondertekenen (PDF)",
        "Met formules (Excel)",
    ]


def test_a_decision_of_few_words_needs_nobody_and_nothing_more(
    filled: Callable[[Fill], None],
) -> None:
    filled(two)
    at = deciding()
    typed(at, "_tekst").set_value("Niets doen.")
    decide(at)
    made = taken()
    assert (made.took_part, made.chosen, made.actions, made.review_on) == ((), (), (), None)
    said = texts(at)
    assert "Gekozen" not in said
    assert "Deelnemers" not in said
    assert "Afspraken:" not in said


def form(at: AppTest) -> list[Any]:
    """What stands in it; a day that was just typed comes as a tuple."""
    days = [[*one.value] if isinstance(one.value, tuple) else [one.value] for one in at.date_input]
    return [*(one.value for one in (*at.text_area, *at.text_input)), *days]


def met(made: Portfolio) -> None:
    """Two people who scored the same, in a round that was revealed, and what they agreed on."""
    made.library("Bibliotheek Aa")
    content = weighed("Taalhuis", "Leesclub", library=made.home)
    id_, _ = considerations.make_consideration(made.store, "Wat eerst?", content, "Anna")
    session = sessions.open_session(made.store, id_, "Anna")["id"]
    for name in ("Anna", "Bram"):
        secret = sessions.join(made.store, session, name)["secret"]
        person = sessions.participant(made.store, session, secret)
        assert person
        edits = [scored(cell, score, browser=name.lower()) for cell, score in SCORED.items()]
        assert not sessions.enter_as(made.store, person, edits, 1)
    sessions.reveal(made.store, session, 1)
    sessions.close_session(made.store, session, "Anna")
    agreed = [scored(cell, score) for cell, score in SCORED.items()]
    scoring.enter(made.store, Place(id_), [*agreed, noted("AP1", "Zo *is* het")], "Anna")


def test_what_a_group_did_is_frozen_too(filled: Callable[[Fill], None]) -> None:
    filled(met)
    at = deciding()
    assert who(at).value == "Anna\nBram"
    typed(at, "_tekst").set_value(TEXT)
    decide(at)
    made = taken()
    assert (made.library, made.took_part) == ("Bibliotheek Aa", ("Anna", "Bram"))
    assert made.cell("A", "P1").note == "Zo *is* het"
    [spread] = made.cell("A", "T1").spread
    assert (spread.round, spread.count, spread.median) == (1, 2, 5)
    assert made.agreement == pytest.approx(1)
    assert "De overeenstemming tussen de 2 deelnemers is groot" in texts(at)
    assert "Besluit van" in texts(at)
    assert "· Bibliotheek Aa" in texts(at)


def fill_badly(at: AppTest, why: str) -> None:
    if why == "Schrijf het besluit op":
        typed(at, "_tekst").set_value("  ")
    if why == "Terugkijken kan pas na het besluit":
        typed(at, "_dag").set_value(SOON)
        typed(at, "_terug").set_value(SOON)
    if why == "Afspraak 1 is niet volledig":
        typed(at, "_doet_0").set_value("Anna")
    if why == "Een naam van een deelnemer is te lang":
        who(at).set_value("Anna\n" + "n" * 201)


@pytest.mark.parametrize(
    "why",
    [
        "Schrijf het besluit op",
        "Terugkijken kan pas na het besluit",
        "Afspraak 1 is niet volledig",
        "Een naam van een deelnemer is te lang",
    ],
)
def test_what_cannot_be_is_refused_and_kept(filled: Callable[[Fill], None], why: str) -> None:
    filled(two)
    at = deciding()
    typed(at, "_tekst").set_value(TEXT)
    fill_badly(at, why)
    before = form(at)
    decide(at)
    assert not at.exception
    assert why in texts(at)
    assert form(at) == before
    assert decisions.decisions(whole_store()) == []
    assert "besluit" not in at.query_params


def test_a_date_without_words_is_no_agreement(filled: Callable[[Fill], None]) -> None:
    filled(two)
    at = deciding()
    typed(at, "_tekst").set_value(TEXT)
    typed(at, "_wanneer_0").set_value(SOON)
    decide(at)
    assert "Afspraak 1 is niet volledig" in texts(at)


def test_what_was_typed_is_kept_while_the_outcome_is_looked_at(
    filled: Callable[[Fill], None],
) -> None:
    filled(two)
    at = deciding()
    button(at, "Nog een afspraak").click().run()
    typed(at, "_tekst").set_value(TEXT)
    typed(at, "_gekozen").set_value(["A"])
    typed(at, "_dag").set_value(date(2026, 3, 1))
    typed(at, "_wat_1").set_value("Geld zoeken").run()
    at.segmented_control(key="stap").set_value("Uitkomst").run()
    at.segmented_control(key="onderdeel").set_value("Criteria").run()
    at.segmented_control(key="onderdeel").set_value("Afwegingen").run()
    at.segmented_control(key="stap").set_value("Besluit").run()
    assert typed(at, "_tekst").value == TEXT
    assert typed(at, "_gekozen").value == ["A"]
    assert typed(at, "_dag").value == date(2026, 3, 1)
    assert typed(at, "_wat_1").value == "Geld zoeken"
    assert not at.warning
    decide(at)
    button(at, "Terug naar de afwegingen").click().run()
    assert typed(at, "_tekst").value == ""
    assert typed(at, "_dag").value == today()
    assert [one for one in at.text_input if one.label == "Wat"][1:] == []


def test_a_chosen_option_that_is_no_more_is_chosen_no_more(filled: Callable[[Fill], None]) -> None:
    filled(two)
    at = deciding()
    typed(at, "_gekozen").set_value(["A", "B"]).run()
    at.segmented_control(key="stap").set_value("Opties").run()
    button(at, "Weghalen").click().run()
    at.segmented_control(key="stap").set_value("Besluit").run()
    assert not at.exception
    assert typed(at, "_gekozen").value == ["B"]


@pytest.mark.parametrize("what", ["score", "option", "question"])
def test_nobody_decides_on_a_table_that_changed_under_them(
    filled: Callable[[Fill], None], what: str
) -> None:
    filled(two)
    at = deciding()
    typed(at, "_tekst").set_value(TEXT)
    if what == "score":
        give(whole_store(), 1, AP1=5)
    else:
        considerations.change_consideration(
            whole_store(),
            1,
            1,
            "Wat nu?" if what == "question" else "Wat eerst?",
            table().adding("Nog een") if what == "option" else table(),
            "Bas",
        )
    decide(at)
    assert "De afweging is intussen gewijzigd" in texts(at)
    assert decisions.decisions(whole_store()) == []
    assert typed(at, "_tekst").value == TEXT
    decide(at)
    assert len(decisions.decisions(whole_store())) == 1


def test_a_consideration_that_was_removed_meanwhile_says_so(filled: Callable[[Fill], None]) -> None:
    filled(two)
    at = deciding()
    typed(at, "_tekst").set_value(TEXT)
    considerations.remove_consideration(whole_store(), 1, 1, "Bas")
    decide(at)
    assert not at.exception
    assert "Deze afweging is er niet meer" in texts(at)
    assert decisions.decisions(whole_store()) == []


def test_a_second_click_records_nothing_twice(filled: Callable[[Fill], None]) -> None:
    filled(two)
    for _ in range(2):
        at = deciding()
        typed(at, "_tekst").set_value(TEXT)
        decide(at)
        assert at.query_params["besluit"] == "2"
    assert len(decisions.decisions(whole_store())) == 1
    at = deciding()
    typed(at, "_tekst").set_value("Toch anders.")
    decide(at)
    assert len(decisions.decisions(whole_store())) == 2


def test_the_link_keeps_showing_what_was_decided(filled: Callable[[Fill], None]) -> None:
    """After weights, scores, options and criteria changed, and the consideration is no more."""

    def put(made: Portfolio) -> None:
        two(made)
        by_weight = weighed().weighing({"P1": 20, "T1": 50, "R1": 30})
        considerations.change_consideration(made.store, 1, 1, "Wat eerst?", by_weight, "Anna")

    filled(put)
    at = deciding()
    typed(at, "_tekst").set_value(TEXT)
    decide(at)
    at = visit("consideration", besluit="2")
    before = texts(at)
    other = weighed("Iets anders").weighing({"P1": 90, "T1": 5, "R1": 5})
    considerations.change_consideration(whole_store(), 1, 2, "Heel anders?", other, "Bas")
    give(whole_store(), 1, AP1=1, AT1=1)
    considerations.remove_consideration(whole_store(), 1, 3, "Bas")
    at = visit("consideration", besluit="2")
    assert texts(at) == before
    at.session_state["tabel_van_toen"] = True
    at.run()
    assert not at.exception
    totals = [(one["label"], one["part"], one["text"]) for one in drawn(at, "Totaal per optie")]
    assert ("B Leesclub", "Totaal", "55") in totals
    assert ("A Taalhuis", "Totaal", "85 · eerst oplossen") in totals
    weights = {one["weight"] for one in drawn(at, "Per criterium de score")}
    assert weights == {20, 50, 30}


@pytest.mark.parametrize("asked", ["abc", "7", "1", "99999999999999", "9" * 30, "-2", "²", "2.0"])
def test_a_link_to_a_decision_that_is_none_says_so(
    filled: Callable[[Fill], None], asked: str
) -> None:
    filled(with_decision)
    at = visit("consideration", besluit=asked)
    assert not at.exception
    assert "Het besluit van deze link bestaat niet (meer)" in texts(at)
    button(at, "Terug naar de afwegingen").click().run()
    assert "besluit" not in at.query_params
    assert "Er is **1 afweging**; over 1 is een besluit genomen." in texts(at)


def test_a_decision_can_be_taken_back(filled: Callable[[Fill], None]) -> None:
    filled(two)
    at = deciding()
    typed(at, "_tekst").set_value(TEXT)
    decide(at)
    button(at, "Ongedaan maken").click().run()
    button(at, "Ja, maak ongedaan").click().run()
    assert decisions.decisions(whole_store()) == []
    assert "Het besluit van deze link bestaat niet (meer): het is ongedaan gemaakt" in texts(at)


def test_a_decision_of_another_library_shows_under_the_filter(
    filled: Callable[[Fill], None],
) -> None:
    def put(made: Portfolio) -> None:
        made.library("Bibliotheek Aa")
        decisions.take_decision(made.store, decided(library="Bibliotheek Be"), "Anna")

    filled(put)
    at = visit("consideration", besluit="1", bibliotheek="Bibliotheek Aa")
    assert "28 november 2026 · Bibliotheek Be" in texts(at)


def test_a_decision_that_is_not_what_was_recorded_says_so(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        forged = StoredDecision(decision=decided(), hash="0" * 64)
        with made.store.change("Bas", "test") as change:
            documents.insert(change, decisions.KIND, "Wat eerst?", forged)

    filled(put)
    at = visit("consideration", besluit="1")
    assert "Dit besluit is niet meer wat is vastgelegd." in texts(at)
    decisions.take_decision(whole_store(), decided(), "Anna")
    assert "niet meer wat is vastgelegd" not in texts(visit("consideration", besluit="2"))


def test_earlier_decisions_stand_above_the_form(filled: Callable[[Fill], None]) -> None:
    filled(with_decision)
    at = deciding()
    assert "**Besluit van 28 november 2026**" in texts(at)
    assert "We beginnen met het Taalhuis." in texts(at)
    button(at, "Openen").click().run()
    assert at.query_params["besluit"] == "2"
    assert [one.value for one in at.main.subheader] == ["Wat eerst?", "Terugkijken"]


def test_a_removed_consideration_says_that_its_decision_stays(
    filled: Callable[[Fill], None],
) -> None:
    filled(with_decision)
    at = visit("consideration", afweging="1")
    button(at, "Ja, verwijder").click().run()
    assert "is verwijderd. Wat erover is besloten, blijft bewaard." in texts(at)


def looking_back(id_: int = 2) -> AppTest:
    at = visit("consideration", besluit=str(id_))
    at.session_state[f"terugkijken_{id_}"] = True
    return at.run()


def actual(at: AppTest, cell: str, score: int, id_: int = 2) -> None:
    at.segmented_control(key=f"terugblik_{id_}_{cell[0]}_{cell[1:]}").set_value(score)


def test_looking_back_puts_what_came_beside_what_was_expected(
    filled: Callable[[Fill], None],
) -> None:
    filled(with_decision)
    at = looking_back()
    assert at.selectbox(key="terugblik_2_optie").value == "A"
    labels = [one.label for one in at.segmented_control]
    assert labels[-3:] == [
        "Past — verwacht: 3",
        "Waarde — verwacht: 5",
        "Kan — verwacht: 4",
    ]
    actual(at, "AP1", 4)
    actual(at, "AT1", 2)
    at.text_area(key="terugblik_2_slot").set_value("Viel *tegen*.\nMaar toch.")
    at.text_input(key="terugblik_2_door").set_value("Anna")
    button(at, "Terugblik vastleggen").click().run()
    said = texts(at)
    assert "De terugblik is vastgelegd." in said
    assert f"**{long_date(today())} · Taalhuis** · Anna" in said
    assert "Viel *tegen*. Maar toch." in said
    shown = at.dataframe[0].value
    assert list(shown["Criterium"]) == ["Past", "Waarde"]
    assert list(shown["Verwacht"]) == [3, 5]
    assert list(shown["Gebleken"]) == [4, 2]
    assert list(shown["Te hoopvol"]) == [-1, 3]
    assert at.segmented_control(key="terugblik_2_A_P1").value is None
    assert at.text_area(key="terugblik_2_slot").value == ""


def test_looking_back_without_a_score_is_refused_and_kept(filled: Callable[[Fill], None]) -> None:
    filled(with_decision)
    at = looking_back()
    at.text_area(key="terugblik_2_slot").set_value("Viel tegen.")
    button(at, "Terugblik vastleggen").click().run()
    assert "Er is nog niets ingevuld" in texts(at)
    assert at.text_area(key="terugblik_2_slot").value == "Viel tegen."
    assert reviews.reviews(whole_store()) == []


def test_a_second_click_looks_back_once(filled: Callable[[Fill], None]) -> None:
    filled(with_decision)
    at = looking_back()
    for _ in range(2):
        actual(at, "AP1", 4)
        button(at, "Terugblik vastleggen").click().run()
    assert len(reviews.reviews(whole_store())) == 1
    actual(at, "AP1", 5)
    button(at, "Terugblik vastleggen").click().run()
    assert len(reviews.reviews(whole_store())) == 2


def test_one_can_look_back_on_an_option_that_was_not_chosen(filled: Callable[[Fill], None]) -> None:
    filled(with_decision)
    at = looking_back()
    at.selectbox(key="terugblik_2_optie").set_value("B").run()
    assert "Waarde — verwacht: weet niet" in [one.label for one in at.segmented_control]
    actual(at, "BT1", 3)
    button(at, "Terugblik vastleggen").click().run()
    [row] = reviews.reviews(whole_store())
    assert (row["content"].option, row["content"].reviewed_on) == ("B", today())
    # Nothing was expected of it: there is nothing to compare with.
    assert at.dataframe[0].value["Te hoopvol"].isna().all()


def test_looking_back_on_what_was_taken_back_says_so(filled: Callable[[Fill], None]) -> None:
    filled(with_decision)
    at = looking_back()
    actual(at, "AP1", 4)
    [row] = decisions.decisions(whole_store())
    documents.remove(whole_store(), decisions.KIND, row["id"], row["version"], "Bas")
    button(at, "Terugblik vastleggen").click().run()
    assert not at.exception
    assert "Dit besluit is er niet meer" in texts(at)


@pytest.mark.parametrize(("ahead", "said"), [(30, True), (0, False), (-1, False)])
def test_a_day_to_look_back_that_is_to_come_is_said(
    filled: Callable[[Fill], None], ahead: int, said: bool
) -> None:
    day = today() + timedelta(days=ahead)

    def put(made: Portfolio) -> None:
        decisions.take_decision(made.store, decided(decided_on=EARLIER, review_on=day), "Anna")

    filled(put)
    sentence = f"Afgesproken is terugkijken op {long_date(day)}."
    assert (sentence in texts(visit("consideration", besluit="1"))) == said


def expected(**asked: str) -> AppTest:
    return visit("consideration", onderdeel="Verwacht en gebleken", **asked)


def test_before_any_review_it_says_how(filled: Callable[[Fill], None]) -> None:
    filled(two)
    at = expected()
    assert "Er is nog niet teruggekeken." in texts(at)
    assert [one.value for one in at.main.subheader] == []


def test_it_says_where_one_was_too_hopeful_and_where_too_gloomy(
    filled: Callable[[Fill], None],
) -> None:
    def put(made: Portfolio) -> None:
        with_decision(made)
        add_review(made.store, looked_back(2, P1=4, T1=2, R1=4), "Anna")

    filled(put)
    at = expected()
    said = texts(at)
    assert (
        "Na **1 terugblik**: we schatten vooral te hoopvol bij **Waarde (3,0 te hoog)**; "
        "we schatten te somber bij **Past (1,0 te laag)**." in said
    )
    points = [(one["label"], one["expected"], one["actual"], one["text"]) for one in drawn(
        at, "Per criterium de gemiddelde verwachte"
    )]  # fmt: skip
    assert points == [
        ("Waarde", 5, 2, "3,0 te hoopvol, 1 keer"),
        ("Kan", 4, 4, "kwam uit, 1 keer"),
        ("Past", 3, 4, "1,0 te somber, 1 keer"),
    ]


def test_what_came_of_it_is_of_the_library_of_the_filter(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        made.library("Bibliotheek Aa")
        made.library("Bibliotheek Be")
        id_, _ = decisions.take_decision(made.store, decided(library="Bibliotheek Be"), "Anna")
        add_review(made.store, looked_back(id_, P1=1), "Anna")

    filled(put)
    assert "Past (2,0 te hoog)" in texts(expected(bibliotheek="Bibliotheek Be"))
    assert "Er is nog niet teruggekeken." in texts(expected(bibliotheek="Bibliotheek Aa"))


def test_it_says_when_expectations_came_true(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        with_decision(made)
        add_review(made.store, looked_back(2, P1=3, T1=5), "Anna")

    filled(put)
    assert "Na **1 terugblik**: de verwachtingen kwamen gemiddeld uit." in texts(expected())


def test_what_is_to_be_looked_back_on_is_of_the_library_of_the_filter(
    filled: Callable[[Fill], None],
) -> None:
    day = today() - timedelta(days=1)

    def put(made: Portfolio) -> None:
        made.library("Bibliotheek Aa")
        made.library("Bibliotheek Be")
        for library, question in (("Bibliotheek Aa", "Van Aa"), ("Bibliotheek Be", "Van Be")):
            of_one = decided(library=library, question=question, decided_on=EARLIER, review_on=day)
            decisions.take_decision(made.store, of_one, "Anna")
        of_all = decided(question="Van allen", decided_on=EARLIER, review_on=day)
        decisions.take_decision(made.store, of_all, "Anna")
        decisions.take_decision(made.store, decided(question="Later", review_on=SOON), "Anna")

    filled(put)
    said = texts(expected())
    for one in ("Van Aa", "Van Be", "Van allen"):
        assert f"**{one}**: terugkijken was afgesproken op {long_date(day)}." in said
    assert "**Later**" not in said
    at = expected(bibliotheek="Bibliotheek Be")
    assert "**Van Be**" in texts(at)
    assert "**Van allen**" in texts(at)
    assert "**Van Aa**" not in texts(at)
    button(at, "Terugkijken").click().run()
    assert at.query_params["besluit"] == "2"


def test_the_history_of_a_partnership_is_a_sentence_and_from_two_days_on_a_chart(
    filled: Callable[[Fill], None],
) -> None:
    def put(made: Portfolio) -> None:
        decisions.take_decision(made.store, decided(chosen=("A",)), "Anna")

    filled(put)
    at = expected()
    assert at.selectbox(key="afwegingen_van").options == ["Taalhuis"]
    assert "**28 november 2026** · Wat eerst?" in texts(at)
    assert "40 tot 60 van 100, bespreken · gekozen" in texts(at)
    assert at.get("vega_lite_chart") == []
    earlier = decided(decided_on=date(2025, 1, 1), question="Vroeger?")
    decisions.take_decision(whole_store(), earlier, "Anna")
    at = expected()
    points = [(one["part"], one["total"]) for one in drawn(at, "Totaal en groepen van Taalhuis")]
    assert points.count(("Totaal", 50.0)) == 2
    button(at, "Openen", -1).click().run()
    assert at.query_params["besluit"] == "2"


def test_ideas_alone_have_no_history(filled: Callable[[Fill], None]) -> None:
    def put(made: Portfolio) -> None:
        id_ = consideration(made.store, "Idee")
        decisions.take_decision(
            made.store,
            decided(consideration=id_, options=weighed("Idee").options, outcome=()),
            "Anna",
        )

    filled(put)
    at = expected()
    assert not at.exception
    assert "De afwegingen van één samenwerking" not in [one.value for one in at.subheader]


@pytest.mark.parametrize("asked", ["9" * 60, "9" * 5000, "²", "-1", "abc"])
def test_a_link_to_no_decision_says_so(filled: Callable[[Fill], None], asked: str) -> None:
    filled(with_decision)
    assert "bestaat niet (meer)" in texts(visit("consideration", besluit=asked))


def test_reviews_are_counted_by_option_and_not_by_criterion(
    filled: Callable[[Fill], None],
) -> None:
    def put(made: Portfolio) -> None:
        both = decided({"AP1": 4, "BT1": 4})
        id_, _ = decisions.take_decision(made.store, both, "Anna")
        add_review(made.store, looked_back(id_, "A", P1=4), "Anna")
        add_review(made.store, looked_back(id_, "B", T1=4), "Anna")

    filled(put)
    assert "Na **2 terugblikken**" in texts(expected())
