"""A scenario is carried out for real: all of it or nothing, and it can be undone."""

from datetime import date
from typing import Any

import pytest

from core.filters import Filters
from core.scenario import Effort, Imagined, Scenario
from data.adopting import adopt_scenario, adoption
from data.contributions import partnership
from data.errors import ChangedMeanwhile, InputRefused
from data.record import stored_partnerships
from data.scenario_steps import partners_named
from data.scenarios import change_scenario, make_scenario, scenarios
from data.store import Row, Store
from data.undo import undo_batch
from data.what_if import picture
from tests.portfolio import DAY, ZAANSTAD, Portfolio, goals, steps, two_goals

TODAY = Filters(measure_date=DAY)
LEZEN, SAMEN = 1, 2


def dream(**values: Any) -> Imagined:
    given: dict[str, Any] = {
        "name": "Droom", "library": 1, "theme": "PO", "gemeenten": (ZAANSTAD,),
    }  # fmt: skip
    return Imagined(**(given | values))


def whole() -> Scenario:
    idea = dream(locations=12, hours=30, contributions={"B": 3}, partners=("School", "Nieuw"))
    shifted = Scenario(stopped=(SAMEN,)).shifting(Effort(partnership=LEZEN, hours=10))
    return shifted.imagining(idea)


def everything(store: Store) -> list[Row]:
    changing = {"version", "changed_at", "changed_by"}
    return [
        {name: value for name, value in row.items() if name not in changing}
        for row in stored_partnerships(store, list(range(1, 20)))
    ]


def test_it_is_carried_out_and_undone(store: Store) -> None:
    two_goals(store)
    before, was = everything(store), picture(store, TODAY)
    id_, _ = make_scenario(store, "Plan", "Anna", whole())
    assert everything(store) == before  # nothing changes until somebody decides so
    what = adoption(store, whole(), DAY)
    assert (what.ends, what.shifts, what.begins) == (["Samen"], ["Lezen"], ["Droom"])
    batch = adopt_scenario(store, id_, 1, DAY, "Anna")
    stopped, shifted = partnership(store, SAMEN), partnership(store, LEZEN)
    assert stopped is not None
    assert shifted is not None
    assert (stopped["status"], stopped["end_date"]) == ("beeindigd", DAY)
    assert stopped["history"][-1] == {"status": "beeindigd", "since": DAY}
    assert (shifted["hours"], shifted["budget"], shifted["status"]) == (10, 1000, "actief")
    [new] = [row for row in everything(store) if row["name"] == "Droom"]
    assert (new["status"], new["locations"], new["hours"]) == ("verkenning", [], 30)
    assert (new["budget"], new["contributions"]) == (None, goals(B=3))
    assert new["note"] == "Uit het scenario Plan. Beoogd bereik: 12 locaties."
    names = partners_named(store, 1, [], ["School", "Nieuw"])
    assert sorted(new["partners"]) == sorted(row["id"] for row in names)
    assert scenarios(store) == []
    assert picture(store, TODAY).partnerships == 3  # what is explored is not active
    undo_batch(store, batch, "Anna")
    assert everything(store) == before
    again = picture(store, TODAY)
    assert again.reach == pytest.approx(was.reach)
    assert (again.partnerships, again.hours, again.servers) == (4, 250, was.servers)
    assert partners_named(store, 1, [], ["Nieuw"]) == []
    [back] = scenarios(store)
    assert back["content"] == whole()


def test_only_what_differs_is_written(store: Store) -> None:
    """What Bert changed in the meantime stays: the scenario says nothing of the budget."""
    two_goals(store)
    id_, _ = make_scenario(store, "Plan", "Anna", whole())
    lezen = stored_partnerships(store, [LEZEN])[0]
    Portfolio(store).ask("update partnership set budget = 2000 where id = ?", LEZEN)
    adopt_scenario(store, id_, 1, DAY, "Anna")
    after = stored_partnerships(store, [LEZEN])[0]
    assert (lezen["budget"], after["budget"], after["hours"]) == (1000, 2000, 10)


def test_two_that_name_the_same_new_partner_share_it(store: Store) -> None:
    two_goals(store)
    both = Scenario(imagined=(dream(partners=("Nieuw",)), dream(name="B", partners=("NIEUW",))))
    id_, _ = make_scenario(store, "Plan", "Anna", both)
    batch = adopt_scenario(store, id_, 1, DAY, "Anna")
    [new] = partners_named(store, 1, [], ["Nieuw"])
    made = [row for row in everything(store) if row["name"] in {"Droom", "B"}]
    assert [row["partners"] for row in made] == [[new["id"]], [new["id"]]]
    logged = Portfolio(store).ask(
        "select count(*) from change where batch = ? and entity = 'partner'", batch
    )
    assert logged == [(1,)]


def test_what_had_ended_stays_as_it_was(store: Store) -> None:
    made = two_goals(store)
    ended = made.partnership(
        "Klaar", status="beeindigd",
        history=steps(("actief", date(2020, 1, 1)), ("beeindigd", date(2024, 1, 1))),
    )  # fmt: skip
    before = partnership(store, ended)
    id_, _ = make_scenario(store, "Plan", "Anna", Scenario(stopped=(ended, SAMEN)))
    adopt_scenario(store, id_, 1, DAY, "Anna")
    assert partnership(store, ended) == before


@pytest.mark.parametrize(
    "began",
    [
        {"start_date": date(2026, 6, 1)},
        {"history": steps(("opstart", date(2026, 6, 1)), ("actief", date(2026, 9, 1)))},
    ],
)
def test_nothing_ends_before_it_began(store: Store, began: dict[str, Any]) -> None:
    made = two_goals(store)
    late = made.partnership("Laat", **began)
    before = everything(store)
    id_, _ = make_scenario(store, "Plan", "Anna", Scenario(stopped=(SAMEN, late)))
    with pytest.raises(InputRefused, match="Laat begon pas op 01-06-2026"):
        adopt_scenario(store, id_, 1, date(2026, 5, 31), "Anna")
    assert everything(store) == before
    adopt_scenario(store, id_, 1, date(2026, 6, 1), "Anna")


def test_what_cannot_be_carried_out_changes_nothing(store: Store) -> None:
    two_goals(store)
    before = everything(store)
    taken = Scenario(stopped=(SAMEN,), imagined=(dream(name="LEZEN"),))
    gone = Scenario(stopped=(SAMEN,), imagined=(dream(library=77),))
    empty = Scenario(stopped=(999,))
    ids = [
        make_scenario(store, f"Plan {at}", "Anna", one)[0]
        for at, one in enumerate((taken, gone, empty))
    ]
    for id_ in ids:
        with pytest.raises(InputRefused):
            adopt_scenario(store, id_, 1, DAY, "Anna")
    assert adoption(store, empty, DAY).is_empty
    change_scenario(store, ids[0], 1, "Plan 0", Scenario(stopped=(LEZEN,)), "Bert")
    for id_ in (ids[0], 99):
        with pytest.raises(ChangedMeanwhile):
            adopt_scenario(store, id_, 1, DAY, "Anna")
    assert everything(store) == before
    assert len(scenarios(store)) == 3
