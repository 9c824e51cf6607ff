"""Step plans: what comes with the product, adapting a copy, how checks stand, and what is said."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.step_plan import (
    CHECK_LENGTH,
    FIRST_OWN,
    PHASES,
    Check,
    CheckProgress,
    Copy,
    Point,
    StepPlan,
    coming_up,
    is_link,
    own_number,
    progress,
)
from core.step_plan_wording import done_of, plan_finding, plans_finding, point_facts, short_done
from data.step_plans import shipped

DAY = date(2026, 11, 22)
SHIPPED = shipped()


def plan() -> StepPlan:
    return StepPlan(partnership=1, checks=SHIPPED.checks())


def point(number: int = 1, **stands: Any) -> Point:
    made = CheckProgress(partnership=1, number=number, **stands)
    check = Check(number=number, phase=0)
    return Point(check, SHIPPED.wording(check), made)


def test_seven_phases_each_with_a_check_of_beheer_en_exploitatie() -> None:
    assert [one.number for one in SHIPPED.phases] == list(PHASES)
    for phase in SHIPPED.phases:
        assert any(one.sort == "management" for one in phase.checks), phase.number
        assert len(phase.checks) >= 8
        assert len(phase.roles) >= 3
        assert len(phase.questions) >= 3
        assert phase.aim.endswith(".")
        assert all(one.endswith("?") for one in phase.questions)
        assert all(one.text.endswith(".") for one in phase.checks)
    numbers = [one.number for phase in SHIPPED.phases for one in phase.checks]
    assert len(set(numbers)) == len(numbers)


def test_the_three_agreements_are_documents_of_the_phase_where_they_belong() -> None:
    documents = {
        phase.number: " ".join(one.text for one in phase.checks if one.sort == "document")
        for phase in SHIPPED.phases
    }
    assert all(documents.values())
    for number, what in (
        (1, "Intentieovereenkomst"),
        (2, "Samenwerkingsovereenkomst"),
        (4, "Exploitatieovereenkomst"),
    ):
        assert [one for one, said in documents.items() if what in said] == [number]


def test_a_check_without_words_has_those_of_the_product() -> None:
    check = Check(number=1, phase=0)
    assert SHIPPED.wording(check).startswith("Onze bedoeling")
    assert SHIPPED.wording(check.model_copy(update={"text": "Anders"})) == "Anders"
    assert SHIPPED.wording(Check(number=99_999, phase=0)) == "Punt 99999 uit een andere versie"


def test_adapting_leaves_the_copy_it_came_from() -> None:
    begun = plan()
    own = Check(number=own_number(), phase=2, text="Een  eigen\npunt")
    more = begun.adding(own)
    assert more.of(2)[-1].text == "Een eigen punt"
    assert own.number >= FIRST_OWN
    assert more.putting(own.model_copy(update={"text": "Beter"})).of(2)[-1].text == "Beter"
    assert more.without(own.number) == begun == plan()
    assert begun.lacking(more.checks) == (own,)
    assert isinstance(more, StepPlan)


@given(st.integers(0, 8), st.integers(-12, 12))
def test_moving_stays_within_the_phase(at: int, by: int) -> None:
    begun = plan()
    number = begun.of(0)[at].number
    moved = begun.moving(number, by)
    order = [one.number for one in moved.of(0)]
    assert order.index(number) == max(0, min(len(order) - 1, at + by))
    assert sorted(order) == sorted(one.number for one in begun.of(0))
    assert [one for one in moved.checks if one.phase] == [one for one in begun.checks if one.phase]
    assert begun.moving(99_999, by) == begun


def test_beheer_en_exploitatie_stays_in_every_phase() -> None:
    begun = plan()
    [only] = [one for one in begun.of(3) if one.sort == "management"]
    with pytest.raises(ValidationError, match="in fase 3 Ontwerp ten minste één"):
        begun.without(only.number)
    with pytest.raises(ValidationError, match="ten minste één"):
        begun.putting(only.model_copy(update={"sort": "check"}))
    more = begun.adding(Check(number=FIRST_OWN, phase=3, sort="management", text="Van ons"))
    assert more.without(only.number).check(only.number) is None


@pytest.mark.parametrize("text", ["", " \n ", "x" * (CHECK_LENGTH + 1)])
def test_a_check_says_something_but_no_story(text: str) -> None:
    with pytest.raises(ValidationError, match="1 tot 300 tekens"):
        Check(number=1, phase=0, text=text)


def test_no_check_twice() -> None:
    with pytest.raises(ValidationError, match="twee keer"):
        plan().adding(Check(number=1, phase=4))
    with pytest.raises(ValidationError):
        Copy(checks=(Check(number=1, phase=0),))


@pytest.mark.parametrize(
    "link",
    [
        "https://bibliotheek.nl/plan.pdf",
        "http://intranet/map?x=1#deel",
        "https://gemeente.nl/één-plek",
        "https://user@host:8080/pad(1)",
    ],
)
def test_an_address_of_a_page_is_a_link(link: str) -> None:
    assert is_link(link)


@pytest.mark.parametrize(
    "link",
    [
        None,
        "",
        "bibliotheek.nl",
        "javascript:alert(1)",
        "JavaScript://x%0aalert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "ftp://x.nl",
        "https://",
        "https:///pad",
        "//kwaad.nl",
        "https://een twee.nl",
        "https://x.nl/\u202egpj.exe",
        "https://x.nl\n/pad",
        "https://x.nl\\@kwaad.nl",
        "http://[::1",
        "https://x.nl/" + "a" * 2_000,
    ],
)
def test_anything_else_is_none(link: str | None) -> None:
    assert not is_link(link)


def test_setting_aside_asks_for_a_reason() -> None:
    with pytest.raises(ValidationError, match="waarom"):
        CheckProgress(partnership=1, number=1, state="skipped", reason="  ")
    made = CheckProgress(partnership=1, number=1, state="skipped", reason="Geen tuin")
    assert made.in_words() == {"Stand": "niet van toepassing", "Reden": "Geen tuin"}


def test_the_day_of_settling_is_kept_and_goes_when_it_opens_again() -> None:
    made = CheckProgress(partnership=1, number=1, owner="Anna", due=DAY)
    done = made.standing("done", DAY)
    assert (done.state, done.settled_on, done.owner) == ("done", DAY, "Anna")
    assert done.standing("done", DAY + timedelta(9)).settled_on == DAY
    assert done.standing("busy", DAY) == made.standing("busy", DAY)
    assert done.standing("busy", DAY).settled_on is None


def test_late_is_after_the_last_day_and_only_while_unsettled() -> None:
    before, after = DAY - timedelta(1), DAY + timedelta(1)
    assert not point(due=DAY).is_late(DAY)
    assert point(due=DAY).is_late(after)
    assert not point(due=before, state="done", settled_on=before).is_late(DAY)
    # What was settled afterwards was late then.
    assert point(due=before, state="done", settled_on=after).is_late(DAY)
    assert point(due=after).is_soon(DAY)
    assert not point(due=DAY + timedelta(31)).is_soon(DAY)
    assert not point().is_late(DAY)


def test_what_is_late_or_near_comes_by_its_date() -> None:
    far, near, past = (
        point(at, due=DAY + timedelta(days)) for at, days in enumerate((40, 3, -3), 1)
    )
    done = point(4, due=DAY - timedelta(9), state="done", settled_on=DAY)
    assert coming_up([far, near, past, done, point(5)], DAY) == [past, near]


def test_progress_leaves_out_what_does_not_apply() -> None:
    points = [
        point(1, state="done", settled_on=DAY),
        point(2, state="skipped", reason="Nee"),
        point(3, state="busy", due=DAY - timedelta(1)),
        point(4),
    ]
    found = progress(points, DAY)
    assert (found.total, found.done, found.busy, found.skipped, found.late) == (4, 1, 1, 1, 1)
    assert (found.counted, found.is_complete) == (3, False)
    assert done_of(found) == "1 van de 3 punten"
    assert short_done(found) == "1 van 3"
    assert progress(points[:2], DAY).is_complete
    assert done_of(progress(points[1:2], DAY)) == "geen punt van toepassing"
    assert done_of(progress([], DAY)) == "geen punten"


def test_what_one_plan_says() -> None:
    done = [point(1, state="done", settled_on=DAY)]
    late = [*done, point(2, due=DAY - timedelta(2))]
    assert plan_finding(0, progress(done, DAY), progress(late, DAY)) == (
        "Nu in fase **0 Eigen visie**: 1 van de 1 punt klaar. Over alle fasen: 1 van de 2 punten. "
        "**1 punt is over de datum.**"
    )
    assert plan_finding(0, progress(done, DAY), progress(done, DAY)).endswith("Deze fase is af.")


def test_what_stands_under_a_check() -> None:
    assert point_facts(point(due=DAY - timedelta(2), owner="Anna"), DAY) == [
        "Anna",
        "vóór 20-11-2026",
        "2 dagen te laat",
    ]
    assert point_facts(point(due=DAY), DAY)[-1] == "vandaag"
    assert point_facts(point(due=DAY + timedelta(1)), DAY)[-1] == "over 1 dag"
    assert point_facts(point(due=DAY + timedelta(90)), DAY) == ["vóór 20-02-2027"]
    assert point_facts(point(state="done", settled_on=DAY), DAY) == ["klaar op 22-11-2026"]
    skipped = point(state="skipped", reason="Geen tuin")
    assert point_facts(skipped, DAY) == ["niet van toepassing: Geen tuin"]


def row(phase: int, late: int = 0, name: str = "Onder één dak") -> dict[str, Any]:
    day = DAY - timedelta(late) if late else None
    return {"phase": phase, "late": late, "late_on": day, "name": name}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "Er zijn binnen deze keuze nog geen stappenplannen."),
        (
            [row(2)],
            "Er is **1 stappenplan**, van Onder één dak, in fase **2 Definitie**. Geen enkel punt "
            "is over de datum.",
        ),
        (
            [row(2, 1), row(2)],
            "Er zijn **2 stappenplannen**, beide in fase **2 Definitie**. **1 punt is over de "
            "datum** in 1 plan; het langst bij Onder één dak, sinds 21 november 2026.",
        ),
        (
            [row(1), row(3)],
            "Er zijn **2 stappenplannen**, van fase 1 Initiatief tot fase 3 Ontwerp. Geen enkel "
            "punt is over de datum.",
        ),
        (
            [row(1), row(1), row(3)],
            "Er zijn **3 stappenplannen**; in fase **1 Initiatief** staan er het meest (2). Geen "
            "enkel punt is over de datum.",
        ),
        (
            [row(1, 2)],
            "Er is **1 stappenplan**, van Onder één dak, in fase **1 Initiatief**. **2 punten zijn "
            "over de datum**, het langst sinds 20 november 2026.",
        ),
    ],
)
def test_what_all_plans_say(rows: list[dict[str, Any]], said: str) -> None:
    assert plans_finding(rows) == said
