"""Neutralising formulas, and reading them back."""

import pytest

from core.formulas import as_typed, harmless


@pytest.mark.parametrize("typed", ["=1+1", "+31", "-x", "@cmd", "\tx", "\rx"])
def test_a_formula_is_neutralised_and_read_back(typed: str) -> None:
    assert harmless(typed) == f"'{typed}"
    assert as_typed(harmless(typed)) == typed


@pytest.mark.parametrize("typed", ["", "'", "'s-Gravenhage", "gewoon", "5 - 3"])
def test_other_text_stays_as_it_is(typed: str) -> None:
    assert harmless(typed) == typed
    assert as_typed(typed) == typed
