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

# What a specification says in pixels, by the name that it has there.
_LENGTHS = {
    "fontSize", "labelFontSize", "titleFontSize", "labelLimit", "labelPadding", "titlePadding",
    "labelOffset", "limit", "dx", "dy", "xOffset", "yOffset", "thickness", "strokeWidth",
    "cornerRadius", "cornerRadiusEnd", "step", "height", "gradientLength",
}  # fmt: skip
# Of these marks `size` is a length; of the others it is an area.
_LONG = {"bar", "tick"}


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


def enlarged(specification: Any, by: float) -> Any:
    """A specification with letters, marks and rows `by` times as large; its width stays free."""
    if isinstance(specification, list):
        return [enlarged(one, by) for one in specification]
    if not isinstance(specification, dict):
        return specification
    made = {
        name: one * by if name in _LENGTHS and _is_number(one) else enlarged(one, by)
        for name, one in specification.items()
    }
    if isinstance(letters := made.get("fontSize"), dict) and "expr" in letters:
        made["fontSize"] = {"expr": f"({letters['expr']}) * {by}"}
    if "type" in made and _is_number(made.get("size")):
        made["size"] *= by if made["type"] in _LONG else by * by
    return made


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
