"""What a total is called, and what is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.scale import Band, bands, of_hundred


@pytest.mark.parametrize(
    ("points", "band"),
    [
        (0, Band.CONCERN), (49.49, Band.CONCERN), (49.5, Band.DISCUSS), (50, Band.DISCUSS),
        (74.5, Band.DISCUSS), (74.5 + 1e-12, Band.DISCUSS), (74.5 + 1e-6, Band.STRONG),
        (75, Band.STRONG), (100, Band.STRONG),
    ],
)  # fmt: skip
def test_bands_begin_at_the_whole_numbers_50_and_75(points: float, band: Band) -> None:
    assert bands(points) == band
    assert bands([points, 0.0]).tolist() == [band, Band.CONCERN]


def test_points_of_a_hundred_are_without_the_rounding_of_sums() -> None:
    assert of_hundred([0.1 + 0.2, 0.745 - 1e-13, 1.0]).tolist() == [30, 74.5, 100]
    assert of_hundred(2 / 3) == 66.666666667


@given(some.floats(0, 1), some.floats(0, 1))
def test_a_higher_total_is_never_in_a_lower_band(one: float, other: float) -> None:
    low, high = bands(of_hundred(np.array(sorted((one, other)))))
    assert low <= high
