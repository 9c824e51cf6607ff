"""What the charts share: the dataset they read, the scale of the theme groups, Dutch formats."""

from typing import Any

import altair as alt

ROWS = "rows"
Chart = alt.LayerChart | alt.FacetChart
THEME_GROUPS = ("education", "community", "gemeente", "further")
# Of small texts and thin lines: as far from white as from the background of the dark theme.
GREY = "#717c84"
# On a filled cell of the sequential scale that is light, whatever the theme.
INK = "#1d2a33"
# From this part of the sequential scale on its other end reads better, in both themes: white on the
# dark end of the light theme, INK on the light end of the dark one.
FILLED = 0.6
# For `config.locale` of a specification. Streamlit takes the formats of `usermeta` out.
DUTCH: dict[str, Any] = {
    "number": {
        "decimal": ",",
        "thousands": ".",
        "grouping": [3],
        "currency": ["€ ", ""],
        "percent": "%",
    },
    "time": {
        "dateTime": "%A %e %B %Y %X",
        "date": "%d-%m-%Y",
        "time": "%H:%M:%S",
        "periods": ["", ""],
        "days": ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
        "shortDays": ["zo", "ma", "di", "wo", "do", "vr", "za"],
        "months": [
            "januari", "februari", "maart", "april", "mei", "juni",
            "juli", "augustus", "september", "oktober", "november", "december",
        ],
        "shortMonths": [
            "jan", "feb", "mrt", "apr", "mei", "jun",
            "jul", "aug", "sep", "okt", "nov", "dec",
        ],
    },
}  # fmt: skip


def in_order() -> alt.EncodingSortField:
    """Labels in the order of the rows, by their number `place`, which `draw` adds.

    Without it new rows keep the order of those that they replace: a label that stays, stays where
    it was.
    """
    return alt.EncodingSortField("place", op="min")


def rows() -> alt.NamedData:
    """The dataset that a chart draws; the page sends its rows under this name."""
    return alt.NamedData(name=ROWS)


def group_colour() -> alt.Color:
    """The fixed colour of each theme group, in the theme's categorical order."""
    return alt.Color("theme_group:N", scale=alt.Scale(domain=list(THEME_GROUPS)), legend=None)


def tooltip(*fields: tuple[str, str, str | None]) -> list[alt.Tooltip]:
    """Tooltip lines from (field with type, Dutch title, format or None)."""
    return [
        alt.Tooltip(field, title=title, format=style) if style else alt.Tooltip(field, title=title)
        for field, title, style in fields
    ]
