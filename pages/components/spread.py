"""How the scores of a group lie for one cell: a dot a person, the middle half and the median."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from pages.components.source import source

_MOUNT: Final = st.components.v2.component(
    "spread",
    html="<div data-root></div>",
    css=source("shared.css", "spread.css"),
    js=source("make.js", "spread.js"),
)


def spread(
    counts: Sequence[int],
    median: float,
    half: tuple[float, float],
    before: float | None,
    *,
    described: str,
    key: str,
) -> None:
    """Draw it; `described` says the same in words.

    `counts` are those of the scores 1 to 5, `half` the quartiles, `before` the median of the round
    before.
    """
    _MOUNT(
        key=key,
        data={
            "counts": list(counts),
            "median": median,
            "half": list(half),
            "before": before,
            "described": described,
        },
    )
