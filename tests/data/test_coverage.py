"""Coverage on cases computed by hand: each test one rule of the design, one line of reasoning."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from core.coverage import Definition
from core.filters import Filters
from data.contributions import partnership
from data.coverage import (
    cell_coverage,
    cell_coverage_over_time,
    cell_locations,
    coverage,
    coverage_over_time,
    published_coverage,
    uncounted,
)
from data.derived import derive
from data.ingest.linking import unlinked_partners
from data.record import PARTNERSHIP, write_partnerships
from data.store import Reader, Store
from tests.portfolio import ALKMAAR, DAY, VEENDAM, ZAANSTAD, Portfolio, steps

CONTACT, STRUCTURAL = Definition.CONTACT, Definition.STRUCTURAL
PROGRAMME, REACH = Definition.PROGRAMME, Definition.REACH
Cell = dict[str, Any]


@pytest.fixture
def portfolio(store: Store) -> Portfolio:
    """One library that serves Zaanstad and Alkmaar."""
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    return made


def rows(portfolio: Portfolio, definition: Definition = CONTACT, **filters: Any) -> list[Cell]:
    chosen = Filters(**{"measure_date": DAY, **filters})
    return coverage(portfolio.store, chosen, definition).to_pylist()


def cell(
    portfolio: Portfolio,
    theme: str = "PO",
    gemeente: str | None = ZAANSTAD,
    definition: Definition = CONTACT,
    **filters: Any,
) -> Cell:
    """The one row of a theme and gemeente; without gemeente the total of the theme."""
    found = [
        row
        for row in rows(portfolio, definition, **filters)
        if (row["theme"], row["gemeente"]) == (theme, gemeente)
    ]
    [row] = found
    return row


def numerator(portfolio: Portfolio, theme: str = "PO", **how: Any) -> int:
    return int(cell(portfolio, theme, **how)["numerator"])


def schools(
    portfolio: Portfolio, number: int, gemeente: str = ZAANSTAD, size: int = 100
) -> list[str]:
    return [portfolio.location("po", f"{gemeente}-{at}", gemeente, size) for at in range(number)]


# What counts once


def test_school_with_two_programmes_counts_once(portfolio: Portfolio) -> None:
    # Two partnerships at the same school: 1 of 2 schools.
    first, _ = schools(portfolio, 2)
    portfolio.partnership(locations=[first], programmes=["de Bibliotheek op school po"])
    portfolio.partnership(locations=[first], programmes=["Scoor een Boek!"])
    found = cell(portfolio)
    assert (found["numerator"], found["denominator"], found["share"]) == (1, 2, 0.5)
    assert found["missing_locations"] == 1


def test_one_agreement_covers_many_schools(portfolio: Portfolio) -> None:
    # One agreement with a school board that names three of its schools: 3 of 4.
    portfolio.partnership(locations=schools(portfolio, 4)[:3], agreement=True)
    assert numerator(portfolio, definition=STRUCTURAL) == 3


def test_unlinked_partner_counts_one_in_each_gemeente(portfolio: Portfolio) -> None:
    # A school without a location, in a partnership for two gemeenten: one in each, marked.
    school = portfolio.partner("De Zon", "basisschool")
    portfolio.partnership(partners=[school], gemeenten=[ZAANSTAD, ALKMAAR])
    for gemeente in (ZAANSTAD, ALKMAAR):
        found = cell(portfolio, gemeente=gemeente)
        assert (found["numerator"], found["unlinked"]) == (1, 1)
    assert cell(portfolio, gemeente=None)["unlinked"] == 2


def test_unlinked_partner_with_a_gemeente_counts_only_there(portfolio: Portfolio) -> None:
    # This school is known to stand in Zaanstad, so it is no school of Alkmaar.
    school = portfolio.partner("De Zon", "basisschool", ZAANSTAD)
    portfolio.partnership(partners=[school], gemeenten=[ZAANSTAD, ALKMAAR])
    assert numerator(portfolio, gemeente=ZAANSTAD) == 1
    assert numerator(portfolio, gemeente=ALKMAAR) == 0


def test_same_unlinked_partner_in_two_partnerships_counts_once(portfolio: Portfolio) -> None:
    school = portfolio.partner("De Zon", "basisschool")
    for _ in range(2):
        portfolio.partnership(partners=[school], gemeenten=[ZAANSTAD])
    assert numerator(portfolio) == 1


@pytest.mark.parametrize("kind", ["welzijn", "vo-school", None])
def test_partner_of_another_type_does_not_count(portfolio: Portfolio, kind: str | None) -> None:
    portfolio.partnership(partners=[portfolio.partner("Buur", kind)], gemeenten=[ZAANSTAD])
    assert numerator(portfolio) == 0


def test_linked_partner_counts_its_location_once(portfolio: Portfolio) -> None:
    # The partner is that school, and another partnership names it by its number: still one.
    school, _ = schools(portfolio, 2)
    partner = portfolio.partner("De Zon", "basisschool")
    portfolio.link(partner, "po", school)
    portfolio.partnership(partners=[partner], gemeenten=[ZAANSTAD])
    portfolio.partnership(locations=[school])
    found = cell(portfolio)
    assert (found["numerator"], found["unlinked"]) == (1, 0)


def test_linked_partner_counts_where_its_location_stands(portfolio: Portfolio) -> None:
    # Linked to a school in Zaanstad, so the partnership's second gemeente gets nothing.
    [school] = schools(portfolio, 1)
    partner = portfolio.partner("De Zon", "basisschool")
    portfolio.link(partner, "po", school)
    portfolio.partnership(partners=[partner], gemeenten=[ZAANSTAD, ALKMAAR])
    assert numerator(portfolio) == 1
    assert numerator(portfolio, gemeente=ALKMAAR) == 0


# Locations by number


def test_location_counts_in_its_own_gemeente(portfolio: Portfolio) -> None:
    # The school stands in Alkmaar, whatever gemeenten the partnership serves.
    [school] = schools(portfolio, 1, ALKMAAR)
    portfolio.partnership(locations=[school])
    assert numerator(portfolio, gemeente=ALKMAAR) == 1
    assert numerator(portfolio, gemeente=ZAANSTAD) == 0


def test_partners_do_not_count_beside_named_locations(portfolio: Portfolio) -> None:
    # Locations are named, so the partner is not counted as an unlinked one on top.
    [school] = schools(portfolio, 1)
    partner = portfolio.partner("De Zon", "basisschool")
    portfolio.partnership(partners=[partner], locations=[school], gemeenten=[ZAANSTAD])
    found = cell(portfolio)
    assert (found["numerator"], found["unlinked"]) == (1, 0)


def test_location_is_unlinked_while_no_register_is_loaded(portfolio: Portfolio) -> None:
    portfolio.partnership(locations=["99ZZ00"], gemeenten=[ALKMAAR])
    found = cell(portfolio, gemeente=ALKMAAR)
    assert (found["numerator"], found["unlinked"]) == (1, 1)
    assert numerator(portfolio) == 0


def test_location_that_a_loaded_register_does_not_have_counts_nowhere(portfolio: Portfolio) -> None:
    schools(portfolio, 1)
    portfolio.partnership(locations=["99ZZ00"], gemeenten=[ZAANSTAD])
    found = cell(portfolio)
    assert (found["numerator"], found["unlinked"], found["denominator"]) == (0, 0, 1)


def test_closed_location_is_not_counted(portfolio: Portfolio) -> None:
    # The school left the register, so it is neither in numerator nor in denominator.
    schools(portfolio, 1)
    closed = portfolio.location("po", "dicht", in_register=False)
    portfolio.partnership(locations=[closed])
    found = cell(portfolio)
    assert (found["numerator"], found["denominator"]) == (0, 1)


def test_locations_of_two_themes_count_each_for_their_own(portfolio: Portfolio) -> None:
    # An ikc: one school and one childcare location, each 1 for its own theme.
    [school] = schools(portfolio, 1)
    childcare = portfolio.location("kinderopvang", "LRK1")
    portfolio.partnership(themes=["PO", "KOV"], locations=[school, childcare], gemeenten=[ZAANSTAD])
    assert (numerator(portfolio, "PO"), numerator(portfolio, "KOV")) == (1, 1)


def test_figure_of_a_gemeente_is_the_same_with_and_without_filter(portfolio: Portfolio) -> None:
    # The school stands in Alkmaar; the partnership says Zaanstad.
    [school] = schools(portfolio, 1, ALKMAAR)
    portfolio.partnership(locations=[school], gemeenten=[ZAANSTAD])
    without = numerator(portfolio, gemeente=ALKMAAR)
    assert numerator(portfolio, gemeente=ALKMAAR, gemeenten=(ALKMAAR,)) == without


# Definitions


def test_contact_counts_any_active_partnership(portfolio: Portfolio) -> None:
    portfolio.partnership(locations=schools(portfolio, 1), form="informeel contact")
    found = {one: numerator(portfolio, definition=one) for one in Definition}
    # One school of 100 pupils, no agreement, no programme.
    assert found == {CONTACT: 1, STRUCTURAL: 0, PROGRAMME: 0, REACH: 100}


def test_structural_wants_a_signed_agreement(portfolio: Portfolio) -> None:
    # Of three schools one has an agreement, one has none, one has not said so.
    for school, agreement in zip(schools(portfolio, 3), (True, False, None), strict=True):
        portfolio.partnership(locations=[school], agreement=agreement)
    assert numerator(portfolio, definition=STRUCTURAL) == 1


@pytest.mark.parametrize(("signed", "counts"), [(DAY, 1), (date(2026, 11, 23), 0)])
def test_agreement_counts_from_its_signing(portfolio: Portfolio, signed: date, counts: int) -> None:
    school = schools(portfolio, 1)
    portfolio.partnership(locations=school, agreement=True, agreement_date=signed)
    assert numerator(portfolio, definition=STRUCTURAL) == counts


@pytest.mark.parametrize(("end", "counts"), [(DAY, 1), (date(2026, 11, 21), 0)])
def test_expired_agreement_does_not_count(portfolio: Portfolio, end: date, counts: int) -> None:
    # The last day still counts; contact goes on either way.
    portfolio.partnership(locations=schools(portfolio, 1), agreement=True, end_date=end)
    assert numerator(portfolio, definition=STRUCTURAL) == counts
    assert numerator(portfolio, definition=CONTACT) == 1


def test_agreement_signed_after_its_end_never_counts(portfolio: Portfolio) -> None:
    # Ended on 31 December, signed in June after: on 1 March in between there is no agreement.
    portfolio.partnership(
        locations=schools(portfolio, 1),
        agreement=True,
        end_date=date(2025, 12, 31),
        agreement_date=date(2026, 6, 1),
    )
    between = date(2026, 3, 1)
    assert numerator(portfolio, definition=STRUCTURAL, measure_date=between) == 0


@pytest.mark.parametrize(
    ("programmes", "counts"),
    [
        (["de Bibliotheek op school po"], 1),  # of this theme
        (["Ons eigen leesproject"], 1),  # in no list: the library's own
        (["Klik & Tik"], 0),  # of other themes only
        (["Klik & Tik", "Zomerbieb"], 1),  # one of them is of this theme
        ([], 0),  # no programme
    ],
)
def test_programme_of_this_theme_or_of_its_own(
    portfolio: Portfolio, programmes: list[str], counts: int
) -> None:
    portfolio.partnership(locations=schools(portfolio, 1), programmes=programmes)
    assert numerator(portfolio, definition=PROGRAMME) == counts


def test_programme_of_two_themes_counts_for_both(portfolio: Portfolio) -> None:
    # Klik & Tik is listed under BAS and DIG.
    portfolio.partnership(themes=["BAS", "DIG"], programmes=["Klik & Tik"], gemeenten=[ZAANSTAD])
    assert numerator(portfolio, "BAS", definition=PROGRAMME) == 1
    assert numerator(portfolio, "DIG", definition=PROGRAMME) == 1


def test_reach_counts_people_at_covered_locations(portfolio: Portfolio) -> None:
    # Schools of 200, 300 and 500 pupils, the first two covered: 500 of 1000.
    for at, size in enumerate((200, 300, 500)):
        portfolio.location("po", f"S{at}", ZAANSTAD, size)
    portfolio.partnership(locations=["S0", "S1"])
    portfolio.partnership(locations=["S1"])
    found = cell(portfolio, definition=REACH)
    assert (found["numerator"], found["denominator"], found["share"]) == (500, 1000, 0.5)
    assert (found["missing_locations"], found["missing_reach"]) == (1, 500)


def test_reach_of_a_theme_without_register_is_inhabitants(portfolio: Portfolio) -> None:
    # Two partnerships in Zaanstad: its inhabitants, once.
    for _ in range(2):
        portfolio.partnership(theme="COM", gemeenten=[ZAANSTAD])
    [[inhabitants]] = portfolio.ask("select inhabitants from gemeente where code = ?", ZAANSTAD)
    found = cell(portfolio, "COM", definition=REACH)
    assert (found["numerator"], found["denominator"]) == (inhabitants, inhabitants)


# Status and time


def test_pipeline_only_where_nothing_is_covered(portfolio: Portfolio) -> None:
    # School 0 active and explored, school 1 explored, school 2 being started: pipeline 2.
    first, second, third = schools(portfolio, 3)
    portfolio.partnership(locations=[first])
    portfolio.partnership(locations=[first, second], status="verkenning")
    portfolio.partnership(locations=[third], status="opstart")
    found = cell(portfolio)
    assert (found["numerator"], found["pipeline"]) == (1, 2)


@pytest.mark.parametrize("definition", list(Definition))
def test_pipeline_needs_no_agreement(portfolio: Portfolio, definition: Definition) -> None:
    portfolio.location("po", "01AA00", size=100)
    portfolio.partnership(locations=["01AA00"], status="opstart")
    expected = 100 if definition is Definition.REACH else 1
    assert cell(portfolio, definition=definition)["pipeline"] == expected


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        ("actief", (1, 0)),
        ("evaluatie", (1, 0)),
        ("verkenning", (0, 1)),
        ("opstart", (0, 1)),
        ("slapend", (0, 0)),
        ("signaal", (0, 0)),
        ("beeindigd", (0, 0)),
    ],
)
def test_what_a_status_counts_as(
    portfolio: Portfolio, status: str, counts: tuple[int, int]
) -> None:
    portfolio.partnership(locations=schools(portfolio, 1), status=status)
    found = cell(portfolio)
    assert (found["numerator"], found["pipeline"]) == counts


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2023, 12, 31), (0, 0)),
        (date(2024, 1, 1), (0, 1)),
        (date(2024, 9, 1), (1, 0)),
        (date(2026, 6, 30), (1, 0)),
        (date(2026, 7, 1), (0, 0)),
    ],
)
def test_measure_date_in_the_past(portfolio: Portfolio, day: date, counts: tuple[int, int]) -> None:
    # Explored from 2024, active from September 2024, ended on 1 July 2026.
    history = steps(
        ("verkenning", date(2024, 1, 1)),
        ("actief", date(2024, 9, 1)),
        ("beeindigd", date(2026, 7, 1)),
    )
    portfolio.partnership(locations=schools(portfolio, 1), status="beeindigd", history=history)
    found = cell(portfolio, measure_date=day)
    assert (found["numerator"], found["pipeline"]) == counts
    assert found["measure_date"] == day


def test_removed_partnership_counts_for_nothing(portfolio: Portfolio) -> None:
    id_ = portfolio.partnership(locations=schools(portfolio, 1))
    portfolio.ask("update partnership set removed_at = now() where id = ?", id_)
    derive(portfolio.store._connection)
    assert numerator(portfolio) == 0


# Populations


def test_theme_without_register_counts_gemeenten(portfolio: Portfolio) -> None:
    # Two partnerships in the same gemeente: 1 of 1 there, 1 of 2 in total.
    for _ in range(2):
        portfolio.partnership(theme="GEM", gemeenten=[ZAANSTAD])
    found = cell(portfolio, "GEM")
    assert (found["numerator"], found["denominator"], found["counted_from"]) == (1, 1, "gemeenten")
    total = cell(portfolio, "GEM", gemeente=None)
    assert (total["numerator"], total["denominator"], total["gemeenten_empty"]) == (1, 2, 1)


def test_partnership_without_gemeente_covers_the_werkgebied(portfolio: Portfolio) -> None:
    portfolio.partnership(theme="GEM")
    total = cell(portfolio, "GEM", gemeente=None)
    assert (total["numerator"], total["denominator"], total["share"]) == (2, 2, 1.0)


@pytest.mark.parametrize(("theme", "column"), [("PO", "po_bo + po_sbo"), ("VO", "vo")])
def test_schools_fall_back_on_the_shipped_counts(
    portfolio: Portfolio, theme: str, column: str
) -> None:
    [[count]] = portfolio.ask(f"select {column} from gemeente where code = ?", ZAANSTAD)  # noqa: S608
    found = cell(portfolio, theme)
    assert (found["denominator"], found["counted_from"]) == (count, "schooltelling")
    assert cell(portfolio, theme, definition=REACH)["denominator"] is None


def test_childcare_without_register_is_unknown(portfolio: Portfolio) -> None:
    # One location is reached, of nobody knows how many: no share, not 0% and not 100%.
    portfolio.partnership(
        theme="KOV", partners=[portfolio.partner("De Zon", "kinderopvang")], gemeenten=[ZAANSTAD]
    )
    for gemeente in (ZAANSTAD, None):
        found = cell(portfolio, "KOV", gemeente=gemeente)
        assert (found["numerator"], found["denominator"], found["share"]) == (1, None, None)
        assert found["counted_from"] == "onbekend"


def test_what_is_missing_is_unknown_when_the_population_is(portfolio: Portfolio) -> None:
    found = cell(portfolio, "KOV")
    assert (found["missing_locations"], found["missing_reach"]) == (None, None)


def test_loaded_register_replaces_the_shipped_count(portfolio: Portfolio) -> None:
    schools(portfolio, 3)
    portfolio.location("po", "dicht", in_register=False)
    found = cell(portfolio)
    assert (found["denominator"], found["counted_from"]) == (3, "register")
    assert cell(portfolio, gemeente=ALKMAAR)["counted_from"] == "schooltelling"


def test_generic_register_makes_a_theme_count_by_location(portfolio: Portfolio) -> None:
    # Three wijken of Zaanstad are loaded, one is covered; of Alkmaar nothing is known.
    for at in range(3):
        portfolio.location("COM", f"wijk {at}", ZAANSTAD, 1000)
    portfolio.partnership(theme="COM", locations=["wijk 1"])
    found = cell(portfolio, "COM")
    assert (found["numerator"], found["denominator"], found["counted_from"]) == (1, 3, "register")
    assert cell(portfolio, "COM", definition=REACH)["numerator"] == 1000
    other = cell(portfolio, "COM", gemeente=ALKMAAR)
    assert (other["denominator"], other["counted_from"]) == (None, "onbekend")


def test_numerator_above_denominator_is_shown(portfolio: Portfolio) -> None:
    # Two unlinked schools against a register of one: 200%, a fault to see.
    schools(portfolio, 1)
    for name in ("De Zon", "De Maan"):
        portfolio.partnership(
            partners=[portfolio.partner(name, "basisschool")], gemeenten=[ZAANSTAD]
        )
    found = cell(portfolio)
    assert (found["numerator"], found["denominator"], found["share"]) == (2, 1, 2.0)
    assert found["missing_locations"] == 0


# Totals


def test_total_leaves_out_gemeenten_with_unknown_denominator(portfolio: Portfolio) -> None:
    # Zaanstad: 1 of 2 childcare locations; Alkmaar: 1 reached, population unknown.
    first = portfolio.location("kinderopvang", "L1")
    portfolio.location("kinderopvang", "L2")
    portfolio.partnership(theme="KOV", locations=[first])
    partner = portfolio.partner("De Zon", "kinderopvang")
    portfolio.partnership(theme="KOV", partners=[partner], gemeenten=[ALKMAAR])
    total = cell(portfolio, "KOV", gemeente=None)
    assert (total["numerator"], total["denominator"], total["share"]) == (1, 2, 0.5)
    assert (total["reached_without_denominator"], total["gemeenten_unknown"]) == (1, 1)


@pytest.fixture
def large(portfolio: Portfolio) -> Portfolio:
    """Something in every corner: registers, unlinked partners, pipeline, two libraries."""
    other = portfolio.library("Ander", VEENDAM)
    first, second, *_ = schools(portfolio, 5)
    schools(portfolio, 4, ALKMAAR, size=50)
    portfolio.location("kinderopvang", "L1", ZAANSTAD, 30)
    school = portfolio.partner("De Zon", "basisschool")
    childcare = portfolio.partner("De Maan", "kinderopvang")
    portfolio.partnership(locations=[first, second], agreement=True)
    portfolio.partnership(partners=[school], gemeenten=[ALKMAAR])
    portfolio.partnership(theme="KOV", partners=[childcare], gemeenten=[ALKMAAR])
    portfolio.partnership(theme="KOV", locations=["L1"], programmes=["BoekStartcoach"])
    portfolio.partnership(theme="GEM", status="verkenning")
    portfolio.partnership(theme="GEM", library=other, agreement=True)
    portfolio.partnership(
        themes=["BAS", "DIG"],
        gemeenten=[ZAANSTAD],
        programmes=["Klik & Tik"],
        history=steps(("opstart", date(2024, 1, 1)), ("actief", date(2025, 1, 1))),
    )
    return portfolio


@pytest.mark.parametrize("definition", Definition)
def test_total_equals_the_sum_of_its_cells(large: Portfolio, definition: Definition) -> None:
    found = rows(large, definition)
    for total in (row for row in found if row["gemeente"] is None):
        cells = [row for row in found if row["theme"] == total["theme"] and row["gemeente"]]
        known = [row for row in cells if row["denominator"] is not None]
        assert len(cells) == total["gemeenten"] == 3
        assert total["gemeenten_unknown"] == len(cells) - len(known)
        counted = known or cells
        for name in ("numerator", "pipeline"):
            assert total[name] == sum(row[name] for row in counted), (total["theme"], name)
        if known:
            assert total["denominator"] == sum(row["denominator"] for row in known)
        else:
            assert total["denominator"] is None


# Filters


def test_filters_narrow_coverage(large: Portfolio) -> None:
    found = rows(large)
    assert {row["gemeente"] for row in found} == {ZAANSTAD, ALKMAAR, VEENDAM, None}
    home = rows(large, libraries=(large.home,))
    assert {row["gemeente"] for row in home} == {ZAANSTAD, ALKMAAR, None}
    province = rows(large, regions=("PV20",))
    assert {row["gemeente"] for row in province} == {VEENDAM, None}
    region = rows(large, regions=("NH-ZWA",))
    assert {row["gemeente"] for row in region} == {ZAANSTAD, None}
    one = rows(large, gemeenten=(ALKMAAR,))
    assert {row["gemeente"] for row in one} == {ALKMAAR, None}
    themes = rows(large, themes=("PO", "KOV"))
    assert {row["theme"] for row in themes} == {"PO", "KOV"}


def test_filters_keep_the_figures(large: Portfolio) -> None:
    # A filter leaves rows out; what stays has the figure it had.
    everything = {(r["theme"], r["gemeente"]): r["numerator"] for r in rows(large) if r["gemeente"]}
    for filters in (
        {"libraries": (large.home,)},
        {"regions": ("PV27",)},
        {"gemeenten": (ZAANSTAD,)},
        {"themes": ("PO", "BAS")},
    ):
        for row in rows(large, **filters):
            if row["gemeente"]:
                assert row["numerator"] == everything[row["theme"], row["gemeente"]], filters


def test_status_narrows_coverage(large: Portfolio) -> None:
    assert cell(large, "GEM", gemeente=None, statuses=("actief",))["pipeline"] == 0
    explored = cell(large, "GEM", gemeente=None, statuses=("verkenning",))
    # The partnership of the other library is active, so only the werkgebied in pipeline stays.
    assert (explored["numerator"], explored["pipeline"]) == (0, 2)


def test_filters_combine(large: Portfolio) -> None:
    found = rows(large, libraries=(large.home,), gemeenten=(ALKMAAR,), themes=("PO",))
    assert [(r["gemeente"], r["numerator"]) for r in found if r["gemeente"]] == [(ALKMAAR, 1)]


@pytest.mark.parametrize("of", [cell_coverage, cell_coverage_over_time])
def test_another_gemeente_or_theme_is_taken_from_what_was_computed(
    large: Portfolio, of: Callable[..., pa.Table]
) -> None:
    first = of(large.store, Filters(measure_date=DAY, gemeenten=(ALKMAAR,)), CONTACT)
    assert len(pc.unique(first["gemeente"])) == 342, "every gemeente, whatever was chosen"
    narrowed = Filters(measure_date=DAY, regions=("PV27",), themes=("PO",))
    assert of(large.store, narrowed, CONTACT) is first
    for other in ({"libraries": (large.home,)}, {"statuses": ("verkenning",)}):
        chosen = Filters(measure_date=DAY, **other)
        assert of(large.store, chosen, CONTACT) != first, other
    assert of(large.store, narrowed, STRUCTURAL) != first


def test_a_change_is_in_the_next_answer(large: Portfolio) -> None:
    # Nothing of what was computed before is used after it.
    before = numerator(large, gemeente=ALKMAAR)
    time = {"measure_date": DAY, "gemeenten": (ALKMAAR,)}
    before_time = coverage_over_time(large.store, Filters(**time), CONTACT)
    fifth = large.location("po", "new", ALKMAAR, 10)
    large.partnership(locations=[fifth])
    assert numerator(large, gemeente=ALKMAAR) == before + 1
    assert coverage_over_time(large.store, Filters(**time), CONTACT) != before_time


def test_what_is_imagined_is_in_its_own_answer_only(portfolio: Portfolio) -> None:
    # A theme that counts gemeenten: both are covered, and none when the partnership had ended.
    id_ = portfolio.partnership(theme="GEM", status="actief")
    stored = partnership(portfolio.store, id_)
    assert stored is not None
    ended = {**stored, "status": "beeindigd", "history": steps(("beeindigd", None))}
    with portfolio.store.imagined() as change:
        assert _covered(change) == [2] * 6
        write_partnerships(change, pa.Table.from_pylist([ended], PARTNERSHIP), log=False)
        change.settle()
        assert _covered(change) == [0] * 6
    assert _covered(portfolio.store) == [2] * 6


def _covered(store: Reader) -> list[int]:
    """Gemeenten on the six dates; of the measure date both questions say the same."""
    chosen = Filters(measure_date=DAY, themes=("GEM",))
    time = coverage_over_time(store, chosen, CONTACT)["numerator"].to_pylist()
    [total] = coverage(store, chosen, CONTACT).filter(pc.field("gemeente").is_null()).to_pylist()
    assert total["numerator"] == time[-1]
    return time


def test_empty_store_has_every_gemeente_and_nothing_reached(store: Store) -> None:
    found = coverage(store, Filters(measure_date=DAY), CONTACT).to_pylist()
    cells = [row for row in found if row["gemeente"]]
    assert len({row["gemeente"] for row in cells}) == 342
    assert not any(row["numerator"] or row["pipeline"] for row in found)
    assert all(row["share"] in (0, None) for row in found)


# Through time and beneath a cell


@pytest.mark.parametrize("definition", Definition)
def test_coverage_over_time_ends_with_coverage(large: Portfolio, definition: Definition) -> None:
    over_time = coverage_over_time(large.store, Filters(measure_date=DAY), definition).to_pylist()
    last = {row["theme"]: row for row in over_time if row["measure_date"] == DAY}
    totals = {row["theme"]: row for row in rows(large, definition) if row["gemeente"] is None}
    assert last.keys() == totals.keys()
    for theme, total in totals.items():
        if total["denominator"] is not None:
            for name in ("numerator", "denominator", "share"):
                assert last[theme][name] == total[name], (theme, name)


def test_coverage_over_time_without_denominator_ends_with_coverage(portfolio: Portfolio) -> None:
    # One childcare location reached, no register: both should say 1 of unknown.
    partner = portfolio.partner("De Zon", "kinderopvang")
    portfolio.partnership(theme="KOV", partners=[partner], gemeenten=[ZAANSTAD])
    over_time = coverage_over_time(portfolio.store, Filters(measure_date=DAY), CONTACT).to_pylist()
    [last] = [r for r in over_time if (r["theme"], r["measure_date"]) == ("KOV", DAY)]
    assert last["numerator"] == cell(portfolio, "KOV", gemeente=None)["numerator"]


@pytest.mark.parametrize("definition", Definition)
def test_every_date_over_time_is_coverage_of_that_day(
    large: Portfolio, definition: Definition
) -> None:
    over_time = coverage_over_time(large.store, Filters(measure_date=DAY), definition).to_pylist()
    days = sorted({row["measure_date"] for row in over_time})
    assert days == [date(year, 11, 22) for year in range(2021, 2027)]
    then = {
        (row["theme"], day): row["numerator"]
        for day in days
        for row in rows(large, definition, measure_date=day)
        if row["gemeente"] is None
    }
    for row in over_time:
        if row["denominator"] is not None:
            assert row["numerator"] == then[row["theme"], row["measure_date"]], row


def test_cell_locations_explains_a_cell(portfolio: Portfolio) -> None:
    # Three schools: covered, explored, nothing; and one unlinked partner.
    first, second, _ = schools(portfolio, 3)
    portfolio.partnership("Lezen", locations=[first])
    portfolio.partnership("Praten", locations=[second], status="verkenning")
    portfolio.partnership(
        "Los", partners=[portfolio.partner("De Zon", "basisschool")], gemeenten=[ZAANSTAD]
    )
    found = cell_locations(
        portfolio.store, Filters(measure_date=DAY), CONTACT, "PO", ZAANSTAD
    ).to_pylist()
    assert {(r["name"], r["state"], r["unlinked"], *r["partnerships"]) for r in found} == {
        (f"Locatie {first}", "gedekt", False, "Lezen"),
        (f"Locatie {second}", "in voorbereiding", False, "Praten"),
        (f"Locatie {ZAANSTAD}-2", "geen samenwerking", False),
        ("De Zon", "gedekt", True, "Los"),
    }


@pytest.mark.parametrize("definition", Definition)
def test_cell_locations_add_up_to_the_cell(large: Portfolio, definition: Definition) -> None:
    filters = Filters(measure_date=DAY)
    for row in rows(large, definition):
        if row["gemeente"] and definition is not REACH:
            beneath = cell_locations(
                large.store, filters, definition, row["theme"], row["gemeente"]
            ).to_pylist()
            covered = [one for one in beneath if one["state"] == "gedekt"]
            assert len(covered) == row["numerator"], (row["theme"], row["gemeente"])


def test_published_coverage_has_a_share_and_its_source(store: Store) -> None:
    found = [row for one in Definition for row in published_coverage(store, one).to_pylist()]
    assert found
    assert all(0 <= row["share"] <= 1 and row["source"] and row["period"] for row in found)


def faults(portfolio: Portfolio, **filters: Any) -> list[tuple[str, str, str | None]]:
    """Reason, theme and subject of what does not count."""
    found = uncounted(portfolio.store, Filters(**{"measure_date": DAY, **filters})).to_pylist()
    return [(row["reason"], row["theme_label"], row["subject"]) for row in found]


def test_uncounted_partners(portfolio: Portfolio) -> None:
    school = portfolio.partner("De Zon", "basisschool")
    town = portfolio.partner("Gemeente", "gemeente")
    vague = portfolio.partner("Stichting X")
    portfolio.partnership(partners=[school, vague])
    portfolio.partnership(partners=[town])
    portfolio.partnership(partners=[town, vague])
    portfolio.partnership(theme="GEM", partners=[vague])
    portfolio.partnership(partners=[vague], status="slapend")
    assert faults(portfolio) == [
        ("no_type", "Primair onderwijs", "Gemeente, Stichting X"),
        ("other_type", "Primair onderwijs", "Gemeente"),
    ]
    assert faults(portfolio, themes=("VO",)) == []


def test_uncounted_locations(portfolio: Portfolio) -> None:
    [school] = schools(portfolio, 1)
    gone = portfolio.location("po", "02BB00", in_register=False)
    portfolio.partnership(locations=[school])
    portfolio.partnership(locations=[school, "99ZZ00", gone])
    portfolio.partnership(themes=["PO", "KOV"], locations=[school])
    assert faults(portfolio) == [
        ("left_register", "Primair onderwijs", "02BB00"),
        ("no_location", "Kinderopvang", None),
        ("unknown_location", "Primair onderwijs", "99ZZ00"),
    ]


def test_uncounted_leaves_out_what_counts_for_another_theme(portfolio: Portfolio) -> None:
    # The secondary schools are not loaded, so the number may be one of them: it counts there.
    schools(portfolio, 1)
    portfolio.partnership(themes=["PO", "VO"], locations=["99ZZ00"])
    assert faults(portfolio) == [("no_location", "Primair onderwijs", None)]
    portfolio.partnership(themes=["VO"], locations=["geen nummer"])
    assert ("unknown_location", "Voortgezet onderwijs", "geen nummer") in faults(portfolio)


@pytest.mark.parametrize("loaded", [False, True])
def test_everything_that_serves_a_theme_counts_or_is_uncounted(
    large: Portfolio, loaded: bool
) -> None:
    if loaded:
        large.location("po", "01AA00")
    serving = large.ask(
        "select count(*) from (select id, unnest(themes) as theme from partnership) p "
        "join theme_population t on t.theme = p.theme and t.by_location"
    )
    told = large.ask(
        "select count(*) from (select partnership, theme from partnership_uncounted union "
        "select partnership, theme from partnership_reach join gemeente_population using (cell) "
        "where by_location)"
    )
    assert told == serving


def test_uncounted_without_a_gemeente(store: Store) -> None:
    made = Portfolio(store)
    made.ask(
        "insert into library (id, name, name_key, gemeenten, changed_by) "
        "values (9, 'Nieuw', 'nieuw', [], 'ik')"
    )
    school = made.partner("De Zon", "basisschool")
    made.partnership(library=9, theme="PO", partners=[school])
    made.partnership(library=9, theme="GEM", partners=[school])
    made.partnership(library=9, theme="VO", locations=["01AA00"])
    assert faults(made) == [
        ("no_gemeente", "Primair onderwijs", "De Zon"),
        ("no_gemeente", "Gemeente", None),
        ("no_gemeente", "Voortgezet onderwijs", None),
    ]


def test_link_to_a_location_that_left_counts_as_unlinked(portfolio: Portfolio) -> None:
    schools(portfolio, 1)
    gone = portfolio.location("po", "02BB00", in_register=False)
    school = portfolio.partner("De Zon", "basisschool", ZAANSTAD)
    portfolio.link(school, "po", gone)
    portfolio.partnership(partners=[school], gemeenten=[ZAANSTAD])
    found = cell(portfolio)
    assert (found["numerator"], found["unlinked"]) == (1, 1)
    assert [row["id"] for row in unlinked_partners(portfolio.store.rows, DAY)] == [school]


def test_cell_of_a_gemeente_without_partnership_shows_the_gemeente(portfolio: Portfolio) -> None:
    filters = Filters(measure_date=DAY)
    [row] = cell_locations(portfolio.store, filters, CONTACT, "GEM", ZAANSTAD).to_pylist()
    assert (row["name"], row["state"]) == ("Zaanstad", "geen samenwerking")
