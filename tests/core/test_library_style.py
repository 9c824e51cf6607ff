"""The colour of a library: whether white letters can be read on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.library_style import (
    LEAST_CONTRAST,
    USUAL,
    LibraryStyle,
    as_hex,
    contrast_with_white,
    darkened,
    from_hex,
)

colours = st.tuples(*[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#0000ff", 8.59)],
)
def test_contrast_as_published(colour: str, ratio: float) -> None:
    """#767676 is the lightest grey that WCAG's own examples allow on white."""
    read = from_hex(colour)
    assert read is not None
    assert contrast_with_white(read) == pytest.approx(ratio, abs=0.005)


def test_the_usual_colour_reads_well() -> None:
    assert LibraryStyle(library=1, colour=USUAL).in_words() == {"Kleur": "#0f5f66"}


def test_a_light_colour_is_refused_with_a_tint_that_does() -> None:
    with pytest.raises(ValidationError) as caught:
        LibraryStyle(library=1, colour=(255, 153, 0))
    [said] = [one["msg"] for one in caught.value.errors()]
    assert "contrast is 2,1" in said
    assert "#aa6600" in said


@given(colours)
def test_darkened_reads_well_and_keeps_what_did(colour: tuple[int, int, int]) -> None:
    dark = darkened(colour)
    assert contrast_with_white(dark) >= LEAST_CONTRAST
    if contrast_with_white(colour) >= LEAST_CONTRAST:
        assert dark == colour
    assert all(after <= before for after, before in zip(dark, colour, strict=True))


@given(colours)
def test_a_colour_is_read_as_it_is_written(colour: tuple[int, int, int]) -> None:
    assert from_hex(as_hex(colour)) == colour


@pytest.mark.parametrize("typed", ["", "rood", "#12345", "#gggggg"])
def test_what_is_no_colour(typed: str) -> None:
    assert from_hex(typed) is None
