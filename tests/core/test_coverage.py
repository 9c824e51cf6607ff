"""A figure of coverage in words."""

from typing import Any

import pytest

from core.coverage import in_words, short


@pytest.mark.parametrize(
    ("numerator", "denominator", "more", "words", "cell"),
    [
        (12, 40, {}, "12 van 40 (30%)", "30%"),
        (0, 40, {}, "0 van 40 (0%)", ""),
        (0, 40, {"pipeline": 3}, "0 van 40 (0%)", "○"),
        (1, 1, {}, "1 van 1 (100%)", "●"),
        (3, 2, {}, "3 van 2 (150%): meer dan er zijn, controleer dit", "! 150%"),
        (3, None, {}, "3 bereikt, noemer onbekend", "?"),
        (0, None, {"definition": "reach"}, "bereik onbekend", "?"),
        (0, 0, {}, "geen doelgroep", "–"),
        (399, 400, {}, "399 van 400 (bijna 100%)", "99%"),
        (1, 400, {}, "1 van 400 (minder dan 1%)", "1%"),
    ],
)
def test_in_words_and_short(
    numerator: int, denominator: int | None, more: dict[str, Any], words: str, cell: str
) -> None:
    share = numerator / denominator if denominator else None
    row = {"numerator": numerator, "denominator": denominator, "share": share, "pipeline": 0} | more
    assert in_words(row) == words
    assert short(row) == cell
