"""The white spots in the chapter on coverage: where most is missing, and gemeente by theme."""

import pyarrow as pa

from core.charts.heatmap import coverage_heatmap, heatmap_rows
from core.coverage import UNLINKED, certainty, largest_gap_first, most_missing_first
from core.wording import counted, number
from data.chart_svg import chart_svg
from data.report import blocks
from data.report.blocks import Block, Charts
from data.report.contents import Contents
from data.store import Row

# As many rows and gemeenten a reader takes in on paper; the workbook has them all.
MOST_SPOTS, MOST_GEMEENTEN = 10, 26
_GEMEENTEN = "gemeenten"


def listed(contents: Contents) -> list[Block | None]:
    """The largest white spots, of locations and of gemeenten apart."""
    spots = _white_spots(contents, of_gemeenten=False)
    empty = _white_spots(contents, of_gemeenten=True)
    return [
        blocks.heading("Witte vlekken") if spots or empty else None,
        blocks.subheading("Scholen en kinderopvang") if spots else None,
        blocks.remark(_NO_REGISTER if any(map(_is_unregistered, spots[:MOST_SPOTS])) else ""),
        blocks.table(_SPOT_COLUMNS, map(_spot, spots[:MOST_SPOTS]), len(spots) - MOST_SPOTS),
        blocks.remark(UNLINKED if any(row["unlinked"] for row in spots[:MOST_SPOTS]) else ""),
        blocks.subheading("Thema’s die gemeenten tellen") if empty else None,
        blocks.table(_EMPTY_COLUMNS, map(_empty, empty[:MOST_SPOTS]), len(empty) - MOST_SPOTS),
    ]


_NO_REGISTER = (
    "Onbekend: hoeveel leerlingen of plaatsen er zijn, staat in een register (de landelijke lijst "
    "van scholen of kinderopvang), en dat is nog niet geladen."
)
_SPOT_COLUMNS: list[blocks.Column] = [
    ("Gemeente", 0, "left"),
    ("Thema", 36, "left"),
    ("Leerlingen of plaatsen erbij", 40, "right"),
    ("Locaties zonder", 24, "right"),
    ("In voorbereiding", 24, "right"),
]
_EMPTY_COLUMNS: list[blocks.Column] = [
    ("Gemeente", 0, "left"),
    ("Thema", 52, "left"),
    ("Inwoners erbij", 30, "right"),
    ("In voorbereiding", 28, "right"),
]


def _white_spots(contents: Contents, *, of_gemeenten: bool) -> list[Row]:
    """The cells where something is missing, those that would add most people first."""
    found = [
        row
        for row in contents.cells
        if (row["population"] == _GEMEENTEN) == of_gemeenten and (row["missing_locations"] or 0) > 0
    ]
    return sorted(found, key=most_missing_first)


def _is_unregistered(row: Row) -> bool:
    return row["missing_reach"] is None and row["counted_from"] != "register"


def _spot(row: Row) -> tuple[blocks.Cell, ...]:
    return (
        blocks.strong(row["gemeente_name"]),
        row["theme_label"],
        {
            "text": number(row["missing_reach"]),
            "note": "" if _is_unregistered(row) else certainty(row).removeprefix("onbekend: "),
        },
        f"{number(row['missing_locations'])} van {number(row['denominator'])}"
        if row["definition"] != "reach"
        else number(row["missing_locations"]),
        number(row["pipeline"]),
    )


def _empty(row: Row) -> tuple[blocks.Cell, ...]:
    return (
        blocks.strong(row["gemeente_name"]),
        row["theme_label"],
        number(row["missing_reach"]),
        "ja" if row["pipeline"] else "nee",
    )


def by_gemeente(contents: Contents, charts: Charts) -> list[Block | None]:
    """The heatmap of the gemeenten with the largest gaps, by theme."""
    gemeenten = largest_gap_first(contents.cells)
    if not gemeenten:
        return []
    shown = gemeenten[:MOST_GEMEENTEN]
    drawn = heatmap_rows(contents.cells, shown, on_dark=False)
    themes = len({row["theme_label"] for row in drawn})
    schema = pa.schema(
        {name: pa.string() for name in ("gemeente_name", "theme_label", "cell", "text")}
        | {"share": pa.float64(), "dark": pa.bool_()}
    )
    charts["heatmap"] = {
        "title": "Per gemeente en thema",
        "svg": chart_svg(
            coverage_heatmap, pa.Table.from_pylist(drawn, schema), width=min(490, 90 * themes)
        ),
        "alt": "Dekking per gemeente en thema. " + _heatmap_in_words(contents.cells, shown),
    }
    rest = len(gemeenten) - len(shown)
    return [
        blocks.heading("Per gemeente en thema"),
        blocks.remark(
            f"De {number(len(shown))} gemeenten met de laagste dekking; de andere {number(rest)} "
            "staan in het Excel-bestand."
            if rest
            else "De gemeente met de laagste dekking staat bovenaan."
        ),
        blocks.chart(
            "heatmap",
            caption="Niet gekleurd: witte vlek · ○ witte vlek, wel in voorbereiding · ● gedekt "
            "(doelgroep van één) · gestippeld: ? noemer onbekend, – geen doelgroep · ! meer gedekt "
            "dan er zijn. Hoe donkerder, hoe meer gedekt.",
        ),
    ]


def _heatmap_in_words(cells: list[Row], shown: list[str]) -> str:
    """Per gemeente how many themes have nothing yet: for who cannot see the colours."""
    said = []
    for name in shown:
        own = [row for row in cells if row["gemeente_name"] == name and row["denominator"]]
        without = sum(1 for row in own if not row["numerator"])
        said.append(f"{name}: {counted(without, 'witte vlek', 'witte vlekken')} van {len(own)}")
    return "; ".join(said) + "."
