"""Two versions of one partnership: what differs, and what becomes of it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from core.partnership_edit import LABELS, Difference, differences, ended, merged

BASE = {
    **dict.fromkeys(LABELS),
    "name": "Lezen",
    "owner": "Anna",
    "status": "actief",
    "hours": 10.0,
}


def test_only_what_both_changed_is_asked() -> None:
    theirs = BASE | {"owner": "Bert", "hours": 20.0, "note": "zelfde"}
    mine = BASE | {"owner": "Cor", "form": "netwerk", "note": "zelfde"}
    found = {one.field: one.by_both for one in differences(BASE, theirs, mine)}
    assert found == {"form": False, "owner": True, "hours": False, "note": False}
    assert differences(BASE, theirs, mine)[1] == Difference("owner", "Anna", "Bert", "Cor")


def test_what_one_changed_is_taken_over_and_the_rest_as_chosen() -> None:
    theirs = BASE | {"owner": "Bert", "hours": 20.0}
    mine = BASE | {"owner": "Cor", "form": "netwerk"}
    kept = {"form": "netwerk", "hours": 20.0}
    assert merged(BASE, theirs, mine, {}) == BASE | kept | {"owner": "Bert"}
    assert merged(BASE, theirs, mine, {"owner": "mine"}) == BASE | kept | {"owner": "Cor"}


versions = some.fixed_dictionaries({field: some.integers(0, 2) for field in LABELS})


@given(versions, versions, versions)
def test_merging_loses_no_change_that_nobody_disputes(
    base: dict[str, int], theirs: dict[str, int], mine: dict[str, int]
) -> None:
    found = merged(base, theirs, mine, {})
    for field in LABELS:
        changed = {one[field] for one in (theirs, mine) if one[field] != base[field]}
        if len(changed) < 2:
            assert found[field] == (changed or {base[field]}).copy().pop()
        else:
            assert found[field] == theirs[field]
    assert merged(base, theirs, theirs, {}) == theirs
    assert merged(base, base, mine, {}) == mine


def test_an_end_has_a_day_and_only_an_end_has_a_reason() -> None:
    day = date(2026, 7, 1)
    over = BASE | {"status": "beeindigd", "ended_reason": "klaar"}
    assert ended(over, day) == over | {"end_date": day}
    assert ended(over | {"end_date": date(2026, 1, 1)}, day)["end_date"] == date(2026, 1, 1)
    assert ended(over | {"status": "actief"}, day)["ended_reason"] is None
