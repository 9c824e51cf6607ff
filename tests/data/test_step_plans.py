"""Step plans in the store: begun, ticked off, adapted by two people at once, undone, merged."""

from datetime import date, timedelta
from typing import Any

import pytest

from core.filters import Filters
from core.partner import TypedPartner
from core.step_plan import FIRST_OWN, Check, CheckProgress, StepPlan, StepTemplate
from core.wish import Wish
from data import documents
from data.demo.clear import clear_example
from data.errors import ChangedMeanwhile, InputRefused
from data.merging import merge
from data.portfolio import attention
from data.record_timeline import timeline
from data.step_plans import (
    PLAN,
    adapt,
    begin_step_plan,
    check_progress,
    points,
    remove_step_plan,
    remove_template,
    shipped,
    step_plan,
    step_plans,
    step_template,
    template_checks,
    without_step_plan,
    write_check,
)
from data.store import Store
from data.undo import undo_batch
from data.wishes import change_wish, make_wish, remove_wish, wishes
from tests.portfolio import ALKMAAR, DAY, ZAANSTAD, Portfolio, steps

ON = Filters(measure_date=DAY)
YESTERDAY = DAY - timedelta(days=1)


@pytest.fixture
def made(store: Store) -> Portfolio:
    return Portfolio(store)


def begun(made: Portfolio, name: str = "Onder één dak", **fields: Any) -> int:
    id_ = made.partnership(name, **fields)
    begin_step_plan(made.store, id_, "Anna")
    return id_


def plan_of(made: Portfolio, partnership: int) -> StepPlan:
    row = step_plan(made.store, partnership)
    assert row is not None
    found: StepPlan = row["content"]
    return found


def tick(
    made: Portfolio, partnership: int, number: int, seen: tuple[int, int] | None = None, **said: Any
) -> int:
    progress = CheckProgress(partnership=partnership, number=number, **said)
    return write_check(made.store, progress, seen, "Een punt", "Anna")


def rows(made: Portfolio, filters: Filters = ON) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = step_plans(made.store, filters).to_pylist()
    return found


def test_a_plan_begins_with_the_shipped_checks_in_phase_0(made: Portfolio) -> None:
    plan = plan_of(made, begun(made))
    assert (plan.phase, plan.checks) == (0, shipped().checks())
    assert {one.progress.state for one in points(plan, [])} == {"open"}


def test_one_plan_a_partnership_that_is_there(made: Portfolio) -> None:
    id_ = begun(made)
    with pytest.raises(InputRefused, match="al een stappenplan"):
        begin_step_plan(made.store, id_, "Bea")
    with pytest.raises(InputRefused, match="er niet meer"):
        begin_step_plan(made.store, 9_999, "Bea")
    assert len(documents.documents(made.store, PLAN)) == 1


def test_without_step_plan(made: Portfolio) -> None:
    made.partnership("Aa")
    shared = [
        made.partnership("Zz", form="mfo"),
        made.partnership("Mm", form="mfa"),
        made.partnership("Thema", theme="MFA"),
    ]
    begun(made, "Heeft er een", form="mfa")
    found = without_step_plan(made.store, ON)
    assert [(row["name"], row["is_shared"]) for row in found] == [
        ("Mm", True),
        ("Thema", True),
        ("Zz", True),
        ("Aa", False),
    ]
    assert {row["id"] for row in found[:3]} == set(shared)
    assert len(without_step_plan(made.store, ON, limit=2)) == 2


def test_step_plans_counts_what_applies(made: Portfolio) -> None:
    id_ = begun(made, form="mfa", owner="Anna")
    tick(made, id_, 1, state="done", settled_on=DAY)
    tick(made, id_, 2, state="skipped", reason="Nee")
    tick(made, id_, 3, state="busy", due=YESTERDAY)
    tick(made, id_, 101, due=DAY)
    tick(made, id_, 102, state="done", settled_on=YESTERDAY, due=date(2026, 1, 1))
    [row] = rows(made)
    whole = len(shipped().checks())
    assert (row["checks"], row["done"], row["busy"]) == (whole - 1, 2, 1)
    assert (row["phase"], row["phase_checks"], row["phase_done"]) == (0, 8, 1)
    assert (row["late"], row["late_on"], row["next_on"]) == (1, YESTERDAY, DAY)
    assert row["done_share"] == pytest.approx(2 / (whole - 1))
    assert (row["name"], row["owner"], row["form"]) == ("Onder één dak", "Anna", "mfa")


def test_step_plans_under_the_filters_and_the_latest_first(made: Portfolio) -> None:
    made.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    calm = begun(made, "Aa", gemeenten=[ZAANSTAD])
    late = begun(made, "Zz", gemeenten=[ALKMAAR])
    soon = begun(made, "Mm", gemeenten=[ALKMAAR])
    tick(made, late, 1, due=YESTERDAY)
    tick(made, soon, 1, due=DAY)
    assert [row["id"] for row in rows(made)] == [late, soon, calm]
    there = Filters(measure_date=DAY, gemeenten=(ALKMAAR,))
    assert [row["id"] for row in rows(made, there)] == [late, soon]
    assert rows(made, Filters(measure_date=DAY, statuses=("slapend",))) == []
    # A day earlier nothing was late.
    assert sum(row["late"] for row in rows(made, Filters(measure_date=YESTERDAY))) == 0


def test_two_people_tick_off_different_checks(made: Portfolio) -> None:
    id_ = begun(made)
    first = tick(made, id_, 1, state="done", settled_on=DAY)
    tick(made, id_, 2, state="busy")
    undo_batch(made.store, first, "Anna")  # the other one is no obstacle
    assert [row["content"].number for row in check_progress(made.store, id_)] == [2]


def test_the_same_check_by_two_people_is_refused_and_kept(made: Portfolio) -> None:
    id_ = begun(made)
    tick(made, id_, 1, owner="Anna")
    with pytest.raises(ChangedMeanwhile):
        tick(made, id_, 1, owner="Bea")  # neither knew of a note
    [row] = check_progress(made.store, id_)
    seen = (row["id"], row["version"])
    tick(made, id_, 1, seen, owner="Cor")
    with pytest.raises(ChangedMeanwhile):
        tick(made, id_, 1, seen, owner="Dirk")
    assert check_progress(made.store, id_)[0]["content"].owner == "Cor"


def test_a_check_that_left_the_plan_is_not_written(made: Portfolio) -> None:
    id_ = begun(made)
    tick(made, id_, 1, due=YESTERDAY)
    batch = adapt(made.store, plan_of(made, id_), lambda now: now.without(1), "Bea")
    with pytest.raises(ChangedMeanwhile, match="staat niet meer"):
        tick(made, id_, 1, owner="Anna")
    # And asks for no attention, until it is back with what was written.
    assert attention(made.store, ON, "step_overdue").num_rows == rows(made)[0]["late"] == 0
    undo_batch(made.store, batch, "Bea")
    assert attention(made.store, ON, "step_overdue").num_rows == rows(made)[0]["late"] == 1


@pytest.mark.parametrize("link", ["javascript:alert(1)", "plan.pdf", "ftp://x.nl/a"])
def test_a_link_that_is_none_is_refused(made: Portfolio, link: str) -> None:
    id_ = begun(made)
    with pytest.raises(InputRefused, match="begint met https"):
        tick(made, id_, 1, link=link)
    assert check_progress(made.store, id_) == []
    tick(made, id_, 1, link="https://bibliotheek.nl/visie.pdf")


@pytest.mark.parametrize("name", ["♥" * 300, "=1+1 <b>" * 60, "x"])
def test_whatever_a_check_says_it_can_be_noted(made: Portfolio, name: str) -> None:
    id_ = begun(made)
    write_check(made.store, CheckProgress(partnership=id_, number=1), None, name, "Anna")
    assert len(check_progress(made.store, id_)) == 1


def test_two_people_adapt_different_parts(made: Portfolio) -> None:
    seen = plan_of(made, begun(made))
    own = Check(number=FIRST_OWN, phase=0, text="Van ons")
    adapt(made.store, seen, lambda now: now.adding(own), "Anna")
    reworded = Check(number=1, phase=0, text="Anders")
    adapt(made.store, seen, lambda now: now.putting(reworded), "Bea", same=lambda one: one.check(1))
    adapt(made.store, seen, lambda now: now.moving(2, 1), "Cor")
    now = plan_of(made, seen.partnership)
    assert now.check(FIRST_OWN) == own
    assert now.check(1) == reworded
    assert [one.number for one in now.of(0)][:3] == [1, 3, 2]
    with pytest.raises(ChangedMeanwhile):
        adapt(
            made.store,
            seen,
            lambda now: now.putting(Check(number=1, phase=0, text="Mijn woorden")),
            "Dirk",
            same=lambda one: one.check(1),
        )
    assert plan_of(made, seen.partnership) == now


def test_a_copy_that_cannot_be_says_why_and_writes_nothing(made: Portfolio) -> None:
    seen = plan_of(made, begun(made))
    [only] = [one for one in seen.of(3) if one.sort == "management"]
    with pytest.raises(InputRefused, match="Beheer en exploitatie is in elke fase"):
        adapt(made.store, seen, lambda now: now.without(only.number), "Anna")
    assert plan_of(made, seen.partnership) == seen


def test_a_library_has_its_own_template_and_plans_keep_what_they_began_with(
    made: Portfolio,
) -> None:
    home, other = made.library("Aa"), made.library("Bb")
    old = begun(made, "Oud")
    seen = StepTemplate(library=home, checks=template_checks(made.store, home))
    own = Check(number=FIRST_OWN, phase=1, text="Van ons")
    adapt(made.store, seen, lambda now: now.adding(own).without(1), "Anna")
    adapt(made.store, seen, lambda now: now.without(2), "Bea")  # on top of what Anna did
    new = plan_of(made, begun(made, "Nieuw"))
    assert new.check(FIRST_OWN) == own
    assert new.check(1) is new.check(2) is None
    assert plan_of(made, old).checks == shipped().checks()
    assert plan_of(made, begun(made, "Elders", library=other)).checks == shipped().checks()
    # What is new can be taken over.
    lacking = plan_of(made, old).lacking(template_checks(made.store, home))
    assert lacking == (own,)
    row = step_template(made.store, home)
    assert row is not None
    batch = remove_template(made.store, row, "Anna")
    assert template_checks(made.store, home) == shipped().checks()
    undo_batch(made.store, batch, "Anna")
    assert template_checks(made.store, home)[-1] == own


def test_a_plan_goes_with_all_of_it_and_comes_back(made: Portfolio) -> None:
    id_ = begun(made)
    tick(made, id_, 1, due=YESTERDAY)
    make_wish(made.store, Wish(partnership=id_, subject="hours", weight=5), "Anna")
    row = step_plan(made.store, id_)
    assert row is not None
    batch = remove_step_plan(made.store, row, "Anna")
    assert step_plan(made.store, id_) is None
    assert check_progress(made.store, id_) == wishes(made.store, id_) == []
    assert attention(made.store, ON, "step_overdue").num_rows == 0
    with pytest.raises(ChangedMeanwhile, match="er niet meer"):
        adapt(made.store, row["content"], lambda now: now.moving(1, 1), "Bea")
    undo_batch(made.store, batch, "Anna")
    assert len(check_progress(made.store, id_)) == len(wishes(made.store, id_)) == 1
    assert attention(made.store, ON, "step_overdue")["due"].to_pylist() == [YESTERDAY]


def test_step_plans_ask_attention_of_what_runs_or_is_prepared(made: Portfolio) -> None:
    for status, asks in (("actief", 1), ("verkenning", 1), ("beeindigd", 0), ("slapend", 0)):
        id_ = begun(made, f"Een {status}", status=status)
        tick(made, id_, 1, due=YESTERDAY)
        found = attention(made.store, ON, "step_overdue").to_pylist()
        assert sum(row["id"] == id_ for row in found) == asks, status


def test_attention_to_a_check_that_was_settled_later(made: Portfolio) -> None:
    id_ = begun(made)
    tick(made, id_, 1, due=YESTERDAY - timedelta(1), state="done", settled_on=DAY)
    assert attention(made.store, ON, "step_overdue").num_rows == 0
    then = Filters(measure_date=YESTERDAY)
    assert attention(made.store, then, "step_overdue").num_rows == 1


def test_a_wish_is_made_changed_and_taken_away(made: Portfolio) -> None:
    id_ = begun(made)
    wish = Wish(partnership=id_, subject="other", other="♥" * 200, weight=2)
    wish_id, _ = make_wish(made.store, wish, "Anna")
    better = wish.model_copy(update={"weight": 5})
    change_wish(made.store, wish_id, 1, better, "Bea")
    with pytest.raises(ChangedMeanwhile):
        change_wish(made.store, wish_id, 1, wish, "Cor")
    assert [row["content"] for row in wishes(made.store, id_)] == [better]
    undo_batch(made.store, remove_wish(made.store, wish_id, 2, "Anna"), "Anna")
    assert len(wishes(made.store, id_)) == 1


def test_wishes_go_along_with_a_partner_that_is_merged(made: Portfolio) -> None:
    made.library("Bibliotheek", ZAANSTAD)
    kept = made.partner("Buurthuis", "welzijn", ZAANSTAD)
    gone = made.partner("Het buurthuis", "welzijn", ZAANSTAD)
    id_ = begun(made, partners=[gone])
    make_wish(made.store, Wish(partnership=id_, partner=gone, subject="hours", weight=5), "Anna")
    typed = TypedPartner(name="Buurthuis", type="welzijn", gemeente=ZAANSTAD)
    batch = merge(made.store, kept, {kept: 1, gone: 1}, typed, "Anna")
    assert [row["content"].partner for row in wishes(made.store, id_)] == [kept]
    undo_batch(made.store, batch, "Anna")
    assert [row["content"].partner for row in wishes(made.store, id_)] == [gone]


def test_the_record_tells_what_happened_to_its_plan(made: Portfolio) -> None:
    id_ = begun(made)
    tick(made, id_, 1, owner="Anna")
    [row] = check_progress(made.store, id_)
    tick(made, id_, 1, (row["id"], row["version"]), owner="Bea", state="busy")
    adapt(
        made.store,
        plan_of(made, id_),
        lambda now: now.adding(Check(number=FIRST_OWN, phase=0, text="Van ons")),
        "Anna",
    )
    make_wish(made.store, Wish(partnership=id_, subject="hours", weight=5), "Anna")
    told = [(one["kind"], one["what"]) for one in timeline(made.store, id_)]
    assert told[:5] == [
        ("wish", "made"),
        ("step_plan", "changed"),
        ("step_check", "changed"),
        ("step_check", "made"),
        ("step_plan", "made"),
    ]
    added, ticked = (
        [(one.field, one.old, one.new) for one in row["differences"]]
        for row in timeline(made.store, id_)[1:3]
    )
    assert ("Eigen punten", "leeg", "erbij: Van ons") in added
    assert ticked == [("Stand", "open", "bezig"), ("Wie", "Anna", "Bea")]


def test_the_example_takes_its_plans_along(store: Store) -> None:
    made = Portfolio(store)
    home = made.library("Voorbeeld")
    made.ask("update library set is_example = true where id = ?", home)
    id_ = begun(made, history=steps(("actief", None)))
    tick(made, id_, 1)
    make_wish(store, Wish(partnership=id_, subject="hours", weight=5), "Anna")
    seen = StepTemplate(library=home, checks=shipped().checks())
    adapt(store, seen, lambda now: now.moving(1, 1), "Anna")
    with store.change("test", "weg") as change:
        clear_example(change)
    assert made.ask("select kind from document") == []
