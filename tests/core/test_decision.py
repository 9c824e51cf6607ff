"""The hash says whether a decision is still what was taken."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given as over
from hypothesis import strategies as some
from pydantic import ValidationError

from core.consideration_table import Option
from core.decision import (
    MOST_ACTIONS,
    Action,
    DecidedCell,
    Decision,
    OptionOutcome,
    Review,
    ReviewedScore,
    Spread,
    StoredDecision,
    fingerprint,
)
from tests.decided import DAY, decided
from tests.decisions import criteria

SPREAD = Spread(
    round=1, count=3, median=3.0, low=2, high=5, quartile_low=2.5, quartile_high=4.0
)  # fmt: skip
FULL = decided(
    {"AP1": 3, "AT1": None, "BR1": 5},
    question="Café “Ø”?",
    library="Bibliotheek Súdwest-Fryslân",
    took_part=("Anna", "Łukasz 北京"),
    points={"P1": 6.25, "T1": 100 / 3, "R1": 0.1 + 0.2},
    agreement=1 / 3,
    chosen=("A",),
    certainty=("Taalhuis is eerst in 83 van de 100 …",),
    actions=(Action(what="Bellen", owner="Łukasz", due=date(2027, 1, 2)),),
    review_on=date(2028, 2, 29),
)
FULL = FULL.model_copy(
    update={
        "cells": (*FULL.cells, DecidedCell(option="B", criterion="P1", score=1, spread=(SPREAD,))),
        "outcome": (
            *FULL.outcome,
            OptionOutcome(
                option="B", total=(1 / 3, 6.25), groups={"realiseerbaarheid": (0, 100)},
                band="zorg", rank=2, preconditions={"P1": "unknown"}, first_free=1e-17,
            ),
        ),
    }
)  # fmt: skip


def leaves(content: Any, *at: Any) -> Iterator[tuple[Any, ...]]:
    """The way to everything in it that is a value itself."""
    if isinstance(content, dict | list):
        pairs = content.items() if isinstance(content, dict) else enumerate(content)
        for key, part in pairs:
            yield from leaves(part, *at, key)
    else:
        yield at


def changed(content: Any, way: tuple[Any, ...]) -> Any:
    """A copy in which that one value is another."""
    copy = json.loads(json.dumps(content))
    *most, last = way
    part = copy
    for key in most:
        part = part[key]
    old = part[last]
    part[last] = (
        f"{old}." if isinstance(old, str)
        else not old if isinstance(old, bool)
        else 1 if old is None
        else old + 1 if isinstance(old, int)
        else old * (1 + 1e-15) or 1.0
    )  # fmt: skip
    return copy


def turned(content: Any) -> Any:
    """The same content with every key the other way around."""
    if isinstance(content, dict):
        return {key: turned(content[key]) for key in reversed(content)}
    return [turned(one) for one in content] if isinstance(content, list) else content


def test_the_hash_is_that_of_one_spelling() -> None:
    spelled = '{"a":"é…","b":[1,2.5,null]}'
    assert fingerprint({"b": [1, 2.5, None], "a": "é…"}) == (
        hashlib.sha256(spelled.encode("utf-8")).hexdigest()
    )
    assert FULL.hash == fingerprint(FULL.model_dump(mode="json", exclude_defaults=True))
    # The order of a list is content, that of keys is not.
    assert fingerprint([1, 2]) != fingerprint([2, 1])
    stated = FULL.model_dump(mode="json", exclude_defaults=True)
    assert fingerprint(turned(stated)) == FULL.hash


def test_a_field_that_comes_later_changes_no_hash() -> None:
    class Later(Decision):
        more: str = ""

    before = json.loads(FULL.model_dump_json())
    assert Later.model_validate(before).hash == FULL.hash
    assert Later.model_validate(before | {"more": "iets"}).hash != FULL.hash


def test_every_value_is_in_the_hash() -> None:
    content = FULL.model_dump(mode="json", exclude_defaults=True)
    ways = list(leaves(content))
    assert len({fingerprint(changed(content, way)) for way in ways} - {FULL.hash}) == len(ways)


OTHER: dict[str, Any] = {
    "consideration": 2,
    "raters": 9,
    "question": "Wat dan?",
    "library": "Elders",
    "decided_on": date(2026, 11, 29),
    "took_part": ("Łukasz 北京", "Anna"),
    "options": (Option(code="A", name="Taalhuis", partnership=12),),
    "criteria": criteria(3),
    "criteria_name": "Eigen",
    "criteria_version": 1,
    "points": {"P1": 6.25, "T1": 100 / 3, "R1": 0.3},
    "cells": (),
    "outcome": (),
    "finding": "Taalhuis staat eerst.",
    "certainty": (),
    "agreement": 0.3333,
    "decision": "We beginnen niet.",
    "chosen": ("B",),
    "actions": (Action(what="Bellen", owner="Łukasz"),),
    "review_on": None,
    "data_version": "wijziging 2",
}


def test_any_field_that_changes_changes_the_hash() -> None:
    assert OTHER.keys() | {"form"} == Decision.model_fields.keys()
    hashes = {FULL.model_copy(update={name: other}).hash for name, other in OTHER.items()}
    assert len(hashes - {FULL.hash}) == len(OTHER)


@pytest.mark.parametrize("of", [decided(), FULL])
def test_the_hash_stays_through_the_store(of: Decision) -> None:
    through = Decision.model_validate_json(of.model_dump_json())
    assert (through, through.hash) == (of, of.hash)
    read = Decision.model_validate(json.loads(json.dumps(turned(of.model_dump(mode="json")))))
    assert read.hash == of.hash


@over(
    some.lists(some.floats(0, 100), min_size=3, max_size=3),
    some.floats(0, 1) | some.none(),
    some.text(some.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    some.dates(max_value=date(9999, 12, 30)),
)
def test_the_hash_stays_for_any_numbers_text_and_day(
    numbers: list[float], share: float | None, text: str, day: date
) -> None:
    of = decided(
        points=dict(zip(("P1", "T1", "R1"), numbers, strict=True)),
        agreement=share,
        took_part=(text,),
        finding=text,
        decided_on=day,
        review_on=day + timedelta(days=1),
    )
    assert Decision.model_validate_json(of.model_dump_json()).hash == of.hash


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_numbers_that_the_store_does_not_know_are_refused(number: float) -> None:
    for wrong in ({"agreement": number}, {"points": {"P1": number}}):
        with pytest.raises(ValidationError):
            decided(**wrong)
    with pytest.raises(ValidationError):
        Spread(**SPREAD.model_dump() | {"median": number})
    with pytest.raises(ValidationError):
        OptionOutcome(**FULL.outcome[0].model_dump() | {"total": (0, number)})


def test_a_copy_says_whether_it_is_what_was_taken() -> None:
    stored = StoredDecision(decision=FULL, hash=FULL.hash)
    assert stored.is_unchanged
    touched = FULL.model_copy(update={"decision": "Iets anders."})
    assert not StoredDecision(decision=touched, hash=FULL.hash).is_unchanged


def test_the_cell_of_an_option_and_a_criterion() -> None:
    assert FULL.cell("B", "R1").score == 5
    assert FULL.cell("B", "P1").spread == (SPREAD,)
    assert FULL.cell("B", "T1") == DecidedCell(option="B", criterion="T1")


# What is refused


def test_what_was_decided_is_written_down() -> None:
    assert decided(decision="  Ja. \n").decision == "Ja."
    assert len(decided(decision="x" * 2_000).decision) == 2_000
    for wrong in ("", " \n ", "x" * 2_001):
        with pytest.raises(ValidationError, match="Schrijf het besluit op, in ten hoogste 2000"):
            decided(decision=wrong)


def test_what_was_agreed_is_written_down() -> None:
    assert Action(what=" Bel \n Anna ").what == "Bel Anna"
    assert len(Action(what="x" * 300).what) == 300
    for wrong in ("", "  ", "x" * 301):
        with pytest.raises(ValidationError, match="Beschrijf elke afspraak in 1 tot 300 tekens"):
            Action(what=wrong)
    one = Action(what="Bellen")
    assert len(decided(actions=(one,) * MOST_ACTIONS).actions) == MOST_ACTIONS
    with pytest.raises(ValidationError):
        decided(actions=(one,) * (MOST_ACTIONS + 1))


@pytest.mark.parametrize(
    ("part", "fields"),
    [
        (DecidedCell, {"option": "A", "criterion": "P1", "score": 0}),
        (DecidedCell, {"option": "A", "criterion": "P1", "score": 6}),
        (DecidedCell, {"option": "A", "criterion": "P1", "note": "x" * 2_001}),
        (ReviewedScore, {"criterion": "P1", "actual": 0}),
        (ReviewedScore, {"criterion": "P1", "actual": 6}),
        (ReviewedScore, {"criterion": "P1", "note": "x" * 2_001}),
        (Action, {"what": "Bellen", "owner": "x" * 201}),
        (Action, {"what": "Bellen", "more": 1}),
        (
            Review,
            {
                "decision": 1, "option": "A", "reviewed_on": DAY, "scores": (),
                "conclusion": "x" * 2_001,
            },
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(part: Any, fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        part(**fields)


def test_what_just_fits() -> None:
    for score in (1, 5, None):
        cell = DecidedCell(option="A", criterion="P1", score=score, note="x" * 2_000)
        assert cell.score == ReviewedScore(criterion="P1", actual=score).actual == score
    with pytest.raises(ValidationError):
        decided(took_part=("",))
    with pytest.raises(ValidationError):
        decided(form=2)
