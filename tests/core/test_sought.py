"""Somebody is recognised by whole words, however they are written."""

import duckdb
import pytest

from core.sought import sought, variants

NAMED = [
    ("Jan Jansen", "Bel Jan Jansen.", True),
    ("Jan Jansen", "jan  JANSEN", True),
    ("Jan Jansen", "Jan\nJansen belt", True),
    ("Jan", "Jansen", False),
    ("Jan", "Arjan belt", False),
    ("José Núñez", "jose nunez", True),
    ("Jose Nunez", "José Núñez,", True),
    ("Jose", "Jose\u0301", True),
    ("jan@school.nl", "Mail jan@school.nl.", True),
    ("jan@school.nl", "jan@schoolXnl", False),
    ("06 1234 5678", "bel 06-12345678", True),
    ("0612345678", "+31 6 12 34 56 78", True),
    ("+31612345678", "(06) 12345678", True),
    ("06 1234 5678", "06 1234 5679", False),
    ("O'Neil (jr.)", "met O'Neil (jr.)", True),
    ("<b>Jan</b>", "zei <b>Jan</b>", True),
]


@pytest.mark.parametrize(("term", "text", "there"), NAMED)
def test_is_recognised(term: str, text: str, there: bool) -> None:
    he = sought([term])
    asked = "select regexp_matches($text, $within), regexp_matches(to_json($text)::text, $near)"
    found = duckdb.execute(asked, {"text": text, "within": he.within, "near": he.near}).fetchone()
    assert found is not None
    assert found[0] is there
    assert found[1] or not there  # no row is passed over that holds him


def test_whole_is_nothing_else() -> None:
    he = sought(["Jan Jansen", "jan@school.nl"])
    texts = ["jan jansen ", "JAN@school.nl", "Jan Jansen en Piet", "Jan Jansens"]
    found = duckdb.execute(
        "select list_transform($texts, lambda one: regexp_matches(one, $whole))",
        {"texts": texts, "whole": he.whole},
    ).fetchone()
    assert found == ([True, True, False, False],)


@pytest.mark.parametrize("typed", ["", " \t ", "J", "-.-", "a" * 101])
def test_too_little_or_too_much_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"Vul|te kort|hoogstens"):
        sought([typed])


def test_variants_are_offered() -> None:
    assert "J. de Vries" in variants("Jan de Vries")
    assert variants("jan@school.nl") == variants("0612345678") == variants("Jan") == []
