"""Key figures, composition, tiles, attention and rows on a portfolio made by hand."""

from datetime import date, timedelta
from typing import Any

import pytest

from core.agreement import Agreement, State, state_on
from core.attention import REASONS
from core.coverage import Definition
from core.filters import Filters
from core.health import HealthCheck, Judged
from core.step_plan import CheckProgress
from data import agreements, health, step_plans
from data.coverage import coverage
from data.portfolio import (
    attention,
    attention_counts,
    composition,
    key_figures,
    partnerships,
    partnerships_per_gemeente,
)
from data.store import Store
from tests.portfolio import ALKMAAR, DAY, VEENDAM, ZAANSTAD, Portfolio, goals, steps

TODAY = Filters(measure_date=DAY)


@pytest.fixture
def portfolio(store: Store) -> Portfolio:
    """Three active partnerships, one explored, one ended, one of another library."""
    made = Portfolio(store)
    home = made.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    other = made.library("Ander", VEENDAM)
    school = made.partner("De Zon", "basisschool")
    town = made.partner("Gemeente Zaanstad", "gemeente")
    unknown = made.partner("Stichting X")
    fine: dict[str, Any] = {"owner": "Team jeugd", "contributions": goals(SD1=2)}
    made.partnership(
        "Lezen op school",
        library=home,
        partners=[school, town],
        themes=["PO", "GEM"],
        gemeenten=[ZAANSTAD],
        form="netwerk",
        hours=40,
        budget=1000,
        agreement=True,
        agreement_date=date(2025, 1, 1),
        start_date=date(2024, 1, 1),
        history=steps(("actief", date(2024, 1, 1))),
        **fine,
    )
    made.partnership(
        "Convenant", library=home, theme="GEM", partners=[town], hours=60, agreement=False, **fine
    )
    made.partnership(
        "Evalueren",
        library=home,
        theme="PO",
        partners=[unknown],
        gemeenten=[ALKMAAR],
        status="evaluatie",
        form="netwerk",
        **fine,
    )
    made.partnership("Verkennen", library=home, theme="ZWE", status="verkenning", **fine)
    made.partnership(
        "Voorbij",
        library=home,
        theme="CUL",
        status="beeindigd",
        history=steps(("actief", date(2020, 1, 1)), ("beeindigd", date(2023, 1, 1))),
        **fine,
    )
    made.partnership("Elders", library=other, theme="PO", partners=[school], **fine)
    return made


def names(store: Store, filters: Filters = TODAY, **more: Any) -> list[str]:
    return [row["name"] for row in partnerships(store, filters, **more).to_pylist()]


# key_figures


def test_key_figures_years_end_with_the_day(portfolio: Portfolio) -> None:
    found = key_figures(portfolio.store, TODAY).to_pylist()
    assert [row["measure_date"] for row in found] == [date(y, 11, 22) for y in range(2021, 2027)]


def test_key_figures_years_from_a_leap_day(store: Store) -> None:
    made = Portfolio(store)
    made.partnership("Tot maart", history=steps(("actief", None), ("slapend", date(2023, 3, 1))))
    made.partnership("Vanaf maart", history=steps(("actief", date(2023, 3, 1))))
    made.partnership(
        "Een dag", history=steps(("actief", date(2022, 2, 28)), ("slapend", date(2022, 3, 1)))
    )
    found = key_figures(store, Filters(measure_date=date(2024, 2, 29))).to_pylist()
    assert [(row["measure_date"], row["partnerships"]) for row in found[2:]] == [
        (date(2021, 2, 28), 1),
        (date(2022, 2, 28), 2),
        (date(2023, 2, 28), 1),
        (date(2024, 2, 29), 1),
    ]


def test_key_figures_of_the_measure_date(portfolio: Portfolio) -> None:
    *_, now = key_figures(portfolio.store, TODAY).to_pylist()
    # Active: Lezen, Convenant, Evalueren, Elders. Partners: De Zon, the gemeente, Stichting X.
    # Gemeenten: Zaanstad, Alkmaar, Veendam. One of four has an agreement.
    expected = {
        "measure_date": DAY,
        "partnerships": 4,
        "partners": 3,
        "themes": 2,
        "gemeenten": 3,
        "hours": 100,
        "budget": 1000,
        # Of Lezen and Convenant the hours, of Lezen the budget.
        "with_hours": 2,
        "with_budget": 1,
        "under_agreement": 1,
        "agreement_share": 0.25,
        "gemeenten_in_scope": 3,
        "themes_in_scope": 12,
        # All but Lezen.
        "undated": 3,
    }
    assert {name: now[name] for name in expected} == expected


def test_key_figures_through_the_years(portfolio: Portfolio) -> None:
    found = key_figures(portfolio.store, TODAY).to_pylist()
    # Always: Convenant, Evalueren, Elders. Voorbij until 2023, Lezen from 2024.
    assert [(row["measure_date"].year, row["partnerships"]) for row in found] == [
        (2021, 4),
        (2022, 4),
        (2023, 3),
        (2024, 4),
        (2025, 4),
        (2026, 4),
    ]
    # Signed on 1 January 2025.
    assert [row["under_agreement"] for row in found] == [0, 0, 0, 0, 1, 1]


def test_key_figures_tell_nothing_filled_in_from_nought(store: Store) -> None:
    made = Portfolio(store)
    since = steps(("actief", date(2024, 1, 1)))
    made.partnership("Gratis", hours=0, budget=0)
    made.partnership("Leeg")
    made.partnership("Later", hours=8, history=since)
    made.partnership("Verkend", hours=8, budget=100, status="verkenning")
    found = key_figures(store, TODAY).to_pylist()
    known = [(row["hours"], row["with_hours"], row["budget"], row["with_budget"]) for row in found]
    assert (known[0], known[-1]) == ((0, 1, 0, 1), (8, 2, 0, 1))


def test_key_figures_count_only_gemeenten_in_scope(portfolio: Portfolio) -> None:
    chosen = Filters(measure_date=DAY, gemeenten=(ALKMAAR,))
    *_, now = key_figures(portfolio.store, chosen).to_pylist()
    # Evalueren, and Convenant that holds for the whole werkgebied.
    assert (now["partnerships"], now["gemeenten"], now["gemeenten_in_scope"]) == (2, 1, 1)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"regions": ("PV20",)}, 1),
        ({"themes": ("GEM",)}, 2),
        ({"statuses": ("evaluatie",)}, 1),
        ({"themes": ("PO",), "gemeenten": (ZAANSTAD,)}, 1),
        ({"measure_date": date(2019, 6, 1)}, 3),
    ],
)
def test_key_figures_under_filters(
    portfolio: Portfolio, filters: dict[str, Any], count: int
) -> None:
    chosen = Filters(**{"measure_date": DAY, **filters})
    *_, now = key_figures(portfolio.store, chosen).to_pylist()
    assert now["partnerships"] == count


def test_key_figures_of_one_library(portfolio: Portfolio) -> None:
    chosen = Filters(measure_date=DAY, libraries=(portfolio.home,))
    *_, now = key_figures(portfolio.store, chosen).to_pylist()
    assert (now["partnerships"], now["gemeenten"], now["gemeenten_in_scope"]) == (3, 2, 2)


# composition


def by_dimension(store: Store, dimension: str) -> dict[str, tuple[int, int]]:
    return {
        row["label"]: (row["active"], row["pipeline"])
        for row in composition(store, TODAY).to_pylist()
        if row["dimension"] == dimension
    }


def test_composition_by_theme(portfolio: Portfolio) -> None:
    # Lezen op school stands under both of its themes.
    assert by_dimension(portfolio.store, "theme") == {
        "Primair onderwijs": (3, 0),
        "Gemeente": (2, 0),
        "Zorg en welzijn": (0, 1),
        "Cultuur": (0, 0),
    }


def test_composition_by_form_and_status(portfolio: Portfolio) -> None:
    assert by_dimension(portfolio.store, "form") == {"netwerk": (2, 0), "niet ingevuld": (2, 1)}
    assert by_dimension(portfolio.store, "status") == {
        "Verkenning": (0, 1),
        "Actief": (3, 0),
        "Evaluatie": (1, 0),
        "Beëindigd": (0, 0),
    }


def test_composition_by_partner_type_counts_a_partnership_once(portfolio: Portfolio) -> None:
    assert by_dimension(portfolio.store, "partner_type") == {
        "gemeente": (2, 0),
        "basisschool": (2, 0),
        "niet ingevuld": (1, 0),
    }


def test_composition_adds_up_hours(portfolio: Portfolio) -> None:
    hours = {
        row["label"]: row["hours"]
        for row in composition(portfolio.store, TODAY).to_pylist()
        if row["dimension"] == "form"
    }
    assert hours == {"netwerk": 40, "niet ingevuld": 60}


# partnerships_per_gemeente


def test_partnerships_per_gemeente(portfolio: Portfolio) -> None:
    found = partnerships_per_gemeente(portfolio.store, TODAY).to_pylist()
    # Zaanstad: Lezen (two themes) and Convenant. Alkmaar: Convenant and Evalueren.
    assert {row["gemeente"]: (row["partnerships"], row["themes"]) for row in found} == {
        ALKMAAR: (2, 2),
        VEENDAM: (1, 1),
        ZAANSTAD: (2, 2),
    }
    assert [row["gemeente_name"] for row in found] == ["Alkmaar", "Veendam", "Zaanstad"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("'s-Gravenhage", "DH"),
        ("'s-Hertogenbosch", "DB"),
        ("Den Helder", "Hel"),
        ("De Bilt", "Bil"),
        ("Het Hogeland", "Hog"),
        ("Zaanstad", "Zaa"),
        ("Ede", "Ede"),
    ],
)
def test_a_tile_says_what_people_call_the_gemeente(store: Store, name: str, short: str) -> None:
    """On the map of partnerships and on that of coverage alike."""
    partnerships_map = partnerships_per_gemeente(store, TODAY).to_pylist()
    coverage_map = coverage(store, TODAY, Definition.CONTACT).to_pylist()
    for row in (*partnerships_map, *coverage_map):
        if row["gemeente_name"] == name:
            assert row["short_name"] == short


def test_themes_per_gemeente_follow_the_theme_filter(portfolio: Portfolio) -> None:
    chosen = Filters(measure_date=DAY, themes=("PO",), gemeenten=(ZAANSTAD,))
    [found] = partnerships_per_gemeente(portfolio.store, chosen).to_pylist()
    assert (found["partnerships"], found["themes"]) == (1, 1)


def test_gemeente_without_partnerships_is_there_with_nought(portfolio: Portfolio) -> None:
    chosen = Filters(measure_date=DAY, gemeenten=("GM0014",))
    [found] = partnerships_per_gemeente(portfolio.store, chosen).to_pylist()
    assert (found["partnerships"], found["themes"]) == (0, 0)


# attention


@pytest.fixture
def worrying(store: Store) -> Portfolio:
    """One partnership for each reason, and some that lie just outside it."""
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    fine: dict[str, Any] = {"owner": "Team", "contributions": goals(SD1=1)}
    made.partnership("Verlopen", end_date=date(2026, 11, 21), agreement=True, **fine)
    made.partnership("Laatste dag", end_date=DAY, agreement=True, **fine)
    made.partnership("Half jaar", end_date=date(2027, 5, 22), agreement=True, **fine)
    made.partnership("Later", end_date=date(2027, 5, 23), agreement=True, **fine)
    made.partnership("Te laat", evaluation_date=date(2026, 11, 21), **fine)
    made.partnership("Vandaag", evaluation_date=DAY, **fine)
    made.partnership("Uren", hours=100, **fine)
    made.partnership("Geld", budget=5000, agreement=False, **fine)
    made.partnership("Klein", hours=99, budget=4999, **fine)
    made.partnership("Getekend", hours=900, agreement=True, **fine)
    made.partnership("Van niemand", contributions=goals(SD1=1))
    made.partnership("Van niemand nog", status="verkenning")
    made.partnership("Slaapt", status="slapend", **fine)
    made.partnership("Doelloos", owner="Team", contributions=goals(SD1=0))
    made.partnership("Weg", status="beeindigd", end_date=date(2020, 1, 1))
    promised = made.partnership("Beloofd", **fine)
    agreed(made, promised, date(2026, 11, 21))
    agreed(made, promised, date(2026, 11, 20), done_on=DAY)
    agreed(made, made.partnership("Binnenkort", **fine), date(2026, 12, 22))
    agreed(made, made.partnership("Veel later", **fine), date(2026, 12, 23))
    checked(made, made.partnership("Lang geleden", **fine), date(2025, 11, 21))
    behind = made.partnership("Achter op het plan", **fine)
    stepped(made, behind, 101, date(2026, 11, 21))
    stepped(made, made.partnership("Op het plan", **fine), 101, DAY)
    recent = made.partnership("Net een jaar", **fine)
    for day in (date(2024, 1, 1), date(2025, 11, 22), date(2027, 1, 1)):
        checked(made, recent, day)
    return made


def agreed(
    made: Portfolio, partnership: int, due: date | None, done_on: date | None = None
) -> tuple[int, int]:
    agreement = Agreement(partnership=partnership, what="Bellen", due=due, done_on=done_on)
    return agreements.make_agreement(made.store, agreement, "Anna")


def stepped(made: Portfolio, partnership: int, number: int, due: date) -> None:
    step_plans.begin_step_plan(made.store, partnership, "Anna")
    progress = CheckProgress(partnership=partnership, number=number, due=due)
    step_plans.write_check(made.store, progress, None, "Punt", "Anna")


def checked(made: Portfolio, partnership: int, on: date) -> None:
    judged = (Judged(condition="trust", score=3),)
    check = HealthCheck(partnership=partnership, checked_on=on, judged=judged)
    health.add_health_check(made.store, check, "Anna")


def test_attention_names_each_reason(worrying: Portfolio) -> None:
    found = attention(worrying.store, TODAY).to_pylist()
    assert [(row["reason"], row["name"]) for row in found] == [
        ("agreement_ended", "Verlopen"),
        ("evaluation_overdue", "Te laat"),
        ("promise_overdue", "Beloofd"),
        ("step_overdue", "Achter op het plan"),
        ("promise_soon", "Binnenkort"),
        ("agreement_ends", "Laatste dag"),
        ("agreement_ends", "Half jaar"),
        ("no_agreement", "Uren"),
        ("no_agreement", "Geld"),
        ("no_owner", "Van niemand"),
        ("no_owner", "Van niemand nog"),
        ("dormant", "Slaapt"),
        ("no_goal", "Doelloos"),
        ("check_outdated", "Lang geleden"),
    ]
    assert list(dict.fromkeys(row["reason"] for row in found)) == list(REASONS)
    assert found[0]["due"] == date(2026, 11, 21)
    assert {row["name"]: row["due"] for row in found[2:5]} == {
        "Beloofd": date(2026, 11, 21),
        "Achter op het plan": date(2026, 11, 21),
        "Binnenkort": date(2026, 12, 22),
    }
    assert found[-1]["due"] == date(2025, 11, 21)
    assert found[7]["due"] is None


def test_attention_takes_a_reason_and_a_limit(worrying: Portfolio) -> None:
    found = attention(worrying.store, TODAY, reason="dormant").to_pylist()
    assert [row["name"] for row in found] == ["Slaapt"]
    assert [(row["status"], row["status_label"]) for row in found] == [("slapend", "Slapend")]
    assert attention(worrying.store, TODAY, limit=3).num_rows == 3


def test_attention_on_an_earlier_day(worrying: Portfolio) -> None:
    # A year earlier nothing had ended and no evaluation was late.
    earlier = Filters(measure_date=date(2025, 11, 22))
    reasons = {row["reason"] for row in attention(worrying.store, earlier).to_pylist()}
    assert reasons == {"no_agreement", "no_owner", "dormant", "no_goal"}


def test_attention_for_what_was_agreed_ends_when_it_is_done(store: Store) -> None:
    made = Portfolio(store)
    fine: dict[str, Any] = {"owner": "Team", "contributions": goals(SD1=1)}
    id_ = made.partnership("Ooit", status="beeindigd", end_date=date(2020, 1, 1), **fine)
    agreement, _ = agreed(made, id_, date(2026, 11, 1))
    # Also of one that has ended: a key that is to be returned, say.
    assert [row["id"] for row in attention(store, TODAY, "promise_overdue").to_pylist()] == [id_]
    agreed(made, id_, date(2026, 10, 1))
    assert attention(store, TODAY, "promise_overdue")["due"].to_pylist() == [date(2026, 10, 1)]
    for row in agreements.agreements(store, id_):
        done = row["content"].model_copy(update={"done_on": DAY})
        agreements.change_agreement(store, row["id"], row["version"], done, "Anna")
    assert attention(store, TODAY).num_rows == 0
    before = Filters(measure_date=date(2026, 11, 21))
    assert attention(store, before, "promise_overdue").num_rows == 1
    agreements.remove_agreement(store, agreement, 2, "Anna")
    assert attention(store, before, "promise_overdue")["due"].to_pylist() == [date(2026, 10, 1)]


def test_attention_to_an_agreement_is_what_its_record_says(store: Store) -> None:
    made, wanted = Portfolio(store), {}
    for due in (-400, -1, 0, 1, 29, 30, 31):
        for done in (None, -1, 0, 1):
            id_ = made.partnership()
            agreed(
                made, id_, *(None if one is None else DAY + timedelta(one) for one in (due, done))
            )
            [row] = agreements.agreements(store, id_)
            wanted[id_] = state_on(row["content"], DAY)
    for reason, state in (("promise_overdue", State.OVERDUE), ("promise_soon", State.SOON)):
        found = set(attention(store, TODAY, reason=reason)["id"].to_pylist())
        assert found == {id_ for id_, one in wanted.items() if one is state}


def test_a_check_of_a_day_to_come_does_not_make_an_old_one_recent(store: Store) -> None:
    made = Portfolio(store)
    id_ = made.partnership()
    for day in (date(2024, 1, 1), date(2027, 1, 1)):
        checked(made, id_, day)
    found = attention(store, TODAY, reason="check_outdated").to_pylist()
    assert [(row["id"], row["due"]) for row in found] == [(id_, date(2024, 1, 1))]


def test_attention_counts_agree_with_attention(worrying: Portfolio) -> None:
    rows = attention(worrying.store, TODAY).to_pylist()
    found = attention_counts(worrying.store, TODAY).to_pylist()
    for row in found:
        held = [one for one in rows if row["reason"] in (None, one["reason"])]
        assert row["partnerships"] == len({one["id"] for one in held}), row
    assert {row["reason"] for row in found} == {*REASONS, None}


def test_attention_counts_a_partnership_with_two_reasons_once_in_all(store: Store) -> None:
    made = Portfolio(store)
    made.partnership("Alles mis", end_date=date(2026, 1, 1))
    found = {
        row["reason"]: row["partnerships"] for row in attention_counts(store, TODAY).to_pylist()
    }
    assert found == {"agreement_ended": 1, "no_owner": 1, "no_goal": 1, None: 1}


def test_attention_under_filters(worrying: Portfolio) -> None:
    dormant = Filters(measure_date=DAY, statuses=("slapend",))
    assert [r["name"] for r in attention(worrying.store, dormant).to_pylist()] == ["Slaapt"]
    elsewhere = Filters(measure_date=DAY, gemeenten=(ALKMAAR,))
    assert attention(worrying.store, elsewhere).num_rows == 0


# partnerships


def test_partnerships_by_name(portfolio: Portfolio) -> None:
    assert names(portfolio.store) == [
        "Convenant",
        "Elders",
        "Evalueren",
        "Lezen op school",
        "Verkennen",
        "Voorbij",
    ]


def test_partnerships_hold_everything(portfolio: Portfolio) -> None:
    [row] = [
        one
        for one in partnerships(portfolio.store, TODAY).to_pylist()
        if one["name"] == "Lezen op school"
    ]
    assert row["library"] == "Bibliotheek"
    assert row["partners"] == ["De Zon", "Gemeente Zaanstad"]
    assert sorted(row["partner_types"]) == ["basisschool", "gemeente"]
    assert (row["themes"], row["gemeenten"]) == (["PO", "GEM"], [ZAANSTAD])
    assert (row["status"], row["status_label"], row["counts_as"]) == ("actief", "Actief", "active")
    assert (row["agreement"], row["agreement_date"]) == (True, date(2025, 1, 1))
    assert row["contributions"] == goals(SD1=2)


def test_partnership_without_gemeente_serves_the_werkgebied(portfolio: Portfolio) -> None:
    [row] = [
        one
        for one in partnerships(portfolio.store, TODAY).to_pylist()
        if one["name"] == "Convenant"
    ]
    assert row["gemeenten"] == []
    assert sorted(row["gemeenten_served"]) == sorted([ZAANSTAD, ALKMAAR])


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ({"counted": ("pipeline",)}, ["Verkennen"]),
        ({"counted": ("none",)}, ["Voorbij"]),
        ({"counted": ("active", "pipeline")}, 5),
        ({"form": "netwerk"}, ["Evalueren", "Lezen op school"]),
        ({"form": ""}, 4),
        ({"partner_type": "basisschool"}, ["Elders", "Lezen op school"]),
        ({"partner_type": ""}, ["Evalueren"]),
        ({"limit": 2}, ["Convenant", "Elders"]),
    ],
)
def test_partnerships_by_choice(
    portfolio: Portfolio, choice: dict[str, Any], found: list[str] | int
) -> None:
    given = names(portfolio.store, **choice)
    assert (len(given) if isinstance(found, int) else given) == found


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"regions": ("PV20",)}, ["Elders"]),
        ({"gemeenten": (ALKMAAR,)}, ["Convenant", "Evalueren", "Verkennen", "Voorbij"]),
        ({"themes": ("GEM",)}, ["Convenant", "Lezen op school"]),
        ({"statuses": ("evaluatie", "beeindigd")}, ["Evalueren", "Voorbij"]),
        ({"themes": ("PO",), "gemeenten": (ZAANSTAD,)}, ["Lezen op school"]),
        # Before anything had a dated beginning.
        ({"measure_date": date(2019, 1, 1)}, ["Convenant", "Elders", "Evalueren", "Verkennen"]),
    ],
)
def test_partnerships_under_filters(
    portfolio: Portfolio, filters: dict[str, Any], found: list[str]
) -> None:
    assert names(portfolio.store, Filters(**{"measure_date": DAY, **filters})) == found


def test_partnerships_have_the_status_of_that_day(portfolio: Portfolio) -> None:
    then = Filters(measure_date=date(2022, 1, 1), themes=("CUL",))
    [row] = partnerships(portfolio.store, then).to_pylist()
    assert (row["name"], row["status"], row["counts_as"]) == ("Voorbij", "actief", "active")


# Nothing, and one


def test_empty_store(store: Store) -> None:
    figures = key_figures(store, TODAY).to_pylist()
    assert len(figures) == 6
    assert {row["partnerships"] for row in figures} == {0}
    assert {row["agreement_share"] for row in figures} == {None}
    assert figures[0]["gemeenten_in_scope"] == 342
    assert composition(store, TODAY).num_rows == 0
    tiles = partnerships_per_gemeente(store, TODAY).to_pylist()
    assert len(tiles) == 342
    assert {row["partnerships"] for row in tiles} == {0}
    assert attention(store, TODAY).num_rows == 0
    assert {row["partnerships"] for row in attention_counts(store, TODAY).to_pylist()} <= {0}
    assert partnerships(store, TODAY).num_rows == 0


def test_one_partnership(store: Store) -> None:
    Portfolio(store).partnership("Enige", owner="Team", contributions=goals(SD1=3))
    *_, now = key_figures(store, TODAY).to_pylist()
    assert (now["partnerships"], now["partners"], now["agreement_share"]) == (1, 0, 0)
    assert names(store) == ["Enige"]
    assert attention(store, TODAY).num_rows == 0
    [tile] = partnerships_per_gemeente(store, TODAY).to_pylist()
    assert (tile["gemeente"], tile["partnerships"]) == (ZAANSTAD, 1)
    assert composition(store, TODAY).num_rows == 3


def test_key_figures_undated_follow_the_status_filter(store: Store) -> None:
    made = Portfolio(store)
    history = steps(("actief", None), ("evaluatie", date(2025, 1, 1)))
    made.partnership("Lang al", status="evaluatie", history=history)
    made.partnership("Sinds kort", history=steps(("actief", date(2026, 1, 1))))

    def undated(**filters: Any) -> int:
        chosen = Filters(measure_date=DAY, **filters)
        return int(key_figures(store, chosen).to_pylist()[-1]["undated"])

    assert undated() == 1
    assert undated(statuses=("evaluatie",)) == 0
