"""Which partners look the same, and which do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.names import name_key
from core.partner_doubles import (
    KIND_WORDS,
    LARGEST,
    NAMESAKE_SCHOOLS,
    NAMESAKES,
    SAME,
    TYPING,
    Known,
    doubles,
)

HERE, THERE = "GM0479", "GM0361"


def grade(first: str, second: str, **facts: str | None) -> int | None:
    """How sure two names in one gemeente are one partner; None: not suggested."""
    other = {"type": None, "gemeente": HERE} | facts
    found = doubles(
        [Known(1, first, None, HERE), Known(2, second, other["type"], other["gemeente"])]
    )
    return found[0].grade if found else None


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("OBS De Ster", "obs de stér", SAME),
        ("OBS De Ster", "O.B.S. De-Ster", SAME),
        ("OBS De Ster", "Basisschool De Ster", KIND_WORDS),
        ("Gemeente Zaanstad", "gem. Zaanstad", KIND_WORDS),
        ("Stichting Welzijn Zaan", "Welzijn Zaan", KIND_WORDS),
        ("Welzijn Zaan", "Zaan Welzijn", KIND_WORDS),
        ("KDV De Kikker", "Kinderdagverblijf De Kikker", KIND_WORDS),
        ("Basisschool De Regenboog", "Basisschool De Regenbogo", TYPING),
        ("Taalhuis Zaanstreek", "Taalhuis Zaansteek", TYPING),
        ("Woonzorgcentrum Avondrust", "Woonzorgcentrm Avondrust", TYPING),
        ("OBS De Ster", "CBS De Ster", None),
        ("OBS De Ster", "KDV De Ster", None),
        ("Wijkteam Oost", "Wijkteam West", None),
        ("Wijkteam Oost", "Wijkteam Post", None),
        ("Basisschool 1", "Basisschool 2", None),
        ("Wijk 12345", "Wijk 12346", None),
        ("Bibliotheek", "Gemeente", None),
        ("Taalhuis", "Taalhuis Zaanstreek", None),
    ],
)
def test_names(first: str, second: str, expected: int | None) -> None:
    assert grade(first, second) == expected
    assert grade(second, first) == expected


def test_namesakes_in_another_gemeente_are_less_sure() -> None:
    assert grade("Welzijn", "welzijn", gemeente=THERE) == NAMESAKES
    assert grade("Stichting Welzijn", "Welzijn", gemeente=THERE) is None
    assert grade("De Regenboog", "De Regenboog", gemeente=None) == SAME
    schools = [Known(n, "De Ster", "basisschool", place) for n, place in enumerate((HERE, THERE))]
    [one] = doubles(schools)
    assert (one.grade, one.partners) == (NAMESAKE_SCHOOLS, (0, 1))
    assert one.reason == (
        "zelfde naam, in 2 gemeenten; bij scholen en opvang zijn dat er meestal meer"
    )
    assert doubles([schools[0], Known(1, "De Ster", "zorg", THERE)]) == []
    [one] = doubles([schools[0], Known(1, "De Ster", None, THERE)])
    assert one.grade == NAMESAKE_SCHOOLS


def test_of_namesakes_one_of_each_gemeente_is_asked_about_and_the_surest_first() -> None:
    some = [
        Known(id_, "GGZ Kompas", "zorg", place) for id_, place in enumerate((HERE, HERE, THERE))
    ]
    found = doubles(some)
    assert [(one.grade, one.partners) for one in found] == [(SAME, (0, 1)), (NAMESAKES, (0, 2))]
    # That none of those in two gemeenten is one says nothing of the two in one.
    assert [one.partners for one in doubles(some, [(0, 2)])] == [(0, 1)]
    assert [one.partners for one in doubles(some, [(0, 1)])] == [(0, 2)]


def test_of_many_namesakes_those_that_somebody_decided_on_are_left_out() -> None:
    places = ("GM0001", "GM0002", "GM0003", "GM0004")
    some = [Known(id_, "Kompas", "zorg", place) for id_, place in enumerate(places)]
    assert [one.partners for one in doubles(some, [(0, 1)])] == [(0, 1, 2, 3)]
    assert [one.partners for one in doubles(some, [(0, 1, 2)])] == [(0, 1, 2, 3)]
    assert doubles(some, [(0, 1, 2, 3)]) == []
    apart = [(0, one) for one in (1, 2, 3)]
    assert [one.partners for one in doubles(some, apart)] == [(1, 2, 3)]


def test_one_without_a_gemeente_does_not_make_those_of_two_gemeenten_sure() -> None:
    places = (None, HERE, THERE)
    [one] = doubles([Known(id_, "Kompas", None, place) for id_, place in enumerate(places)])
    assert (one.grade, one.partners) == (NAMESAKES, (0, 1, 2))
    assert one.reason == "in 2 gemeenten, en van één is de gemeente niet bekend"


def test_another_type_under_a_name_that_is_only_like() -> None:
    def found(second: str) -> int:
        return len(
            doubles(
                [Known(1, "Stichting De Ster", "zorg", HERE), Known(2, second, "welzijn", HERE)]
            )
        )

    assert found("De Ster") == 0
    assert found("Stichting de ster") == 1  # then the type of one is wrong


def test_reasons_are_dutch_sentences() -> None:
    [one] = doubles(
        [Known(1, "Taalhuis Zaanstreek", None, HERE), Known(2, "Taalhuis Zaansteek", None, HERE)]
    )
    assert one.reason == (
        "‘zaanstreek’ en ‘zaansteek’ lijken één woord met een typefout, in dezelfde gemeente"
    )
    [one] = doubles([Known(1, "Ster", None, HERE), Known(2, "ster", None, None)])
    assert one.reason == "zelfde naam, en van één is de gemeente niet bekend"


def test_what_hangs_together_is_one_group_unless_kept_apart() -> None:
    three = [
        Known(id_, name, None, HERE) for id_, name in enumerate(("OBS Ster", "Ster", "BS Ster"))
    ]
    assert [one.partners for one in doubles(three)] == [(0, 1, 2)]
    assert [one.partners for one in doubles(three, [(0, 1)])] == [(0, 2), (1, 2)]
    assert doubles(three, [(0, 1, 2)]) == []


def test_a_large_group_comes_in_parts() -> None:
    many = [Known(id_, "GGD", None, None) for id_ in range(LARGEST + 3)]
    assert [len(one.partners) for one in doubles(many)] == [LARGEST, 3]


names = st.text(st.sampled_from("obs de ster gem. 12'é-"), min_size=1, max_size=14)


@given(st.lists(st.tuples(names, st.sampled_from([None, HERE, THERE])), max_size=12))
def test_the_same_names_are_always_found_and_nobody_with_itself(
    made: list[tuple[str, str | None]],
) -> None:
    known = [Known(id_, name, None, place) for id_, (name, place) in enumerate(made)]
    found = doubles(known)
    together = {
        pair for one in found for pair in [(a, b) for a in one.partners for b in one.partners]
    }
    for one in found:
        assert len(set(one.partners)) == len(one.partners) > 1
        assert list(one.partners) == sorted(one.partners)
    for first in known:
        for second in known:
            is_same = name_key(first.name) == name_key(second.name)
            if first.id != second.id and is_same and first.gemeente == second.gemeente:
                assert (first.id, second.id) in together
    assert found == doubles(known)
