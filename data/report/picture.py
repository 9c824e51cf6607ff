"""The chapters about where the library works: the overview and the coverage."""

from typing import Any

import pyarrow as pa

from core.charts.bars import coverage_bars
from core.charts.heatmap import coverage_heatmap, heatmap_rows
from core.coverage import (
    LABELS,
    MEANINGS,
    UNLINKED,
    bar_row,
    certainty,
    in_words,
    largest_gap_first,
    published_text,
)
from core.findings import coverage_finding, portfolio_finding, undated
from core.report_wording import FIGURES, difference
from core.wording import counted, number, percent
from data.chart_svg import chart_svg
from data.report import blocks
from data.report.blocks import Block
from data.report.contents import Contents
from data.store import Row

# As many bars, rows and gemeenten a reader takes in on paper; the workbook has them all.
MOST_BARS, MOST_SPOTS, MOST_GEMEENTEN = 8, 10, 26
_DIMENSIONS = {
    "theme": "Naar thema",
    "form": "Naar vorm",
    "partner_type": "Naar partnertype",
    "status": "Naar status",
}
_CARDS = (
    "partnerships",
    "pipeline",
    "partners",
    "themes",
    "gemeenten",
    "hours",
    "budget",
    "agreement_share",
)
_DIVIDED: list[blocks.Column] = [("", 38, "left"), ("Samenwerkingen", 0, "left")]
_GEMEENTEN = "gemeenten"
Charts = dict[str, dict[str, str]]


def overview(contents: Contents, _charts: Charts) -> Block:
    """The key figures with their course, and how the portfolio is divided."""
    now = contents.figures[-1]
    titled = [(title, _division(contents, name)) for name, title in _DIMENSIONS.items()]
    divided = [one for one in map(blocks.beside, (titled[:2], titled[2:])) if one]
    return blocks.chapter(
        "Overzicht",
        portfolio_finding(contents.figures, contents.attention_total),
        [
            blocks.cards([_card(contents.figures, name) for name in _CARDS]),
            blocks.remark(
                "De staafjes tonen dezelfde dag in de vijf jaren ervoor; het verschil is met een "
                "jaar eerder. Uren en budget zijn die van nu: van eerdere jaren is niet bekend wat "
                "er toen bij stond."
            ),
            blocks.remark(undated(now)),
            blocks.heading("Waaruit de portefeuille bestaat") if divided else None,
            blocks.remark(
                "Vol: lopend. Licht, en achter de +: in voorbereiding (verkenning en opstart). "
                "Onder status staan alle samenwerkingen."
            )
            if divided
            else None,
            *divided,
        ],
    )


def _card(figures: list[Row], name: str) -> dict[str, Any]:
    label, worded = FIGURES[name]
    now = figures[-1]
    known = now[name] is not None and now.get(f"with_{name}") != 0
    values = [float(one[name] or 0) for one in figures]
    top = max(values, default=0)
    moved = difference(name, figures[-2][name], now[name]) if len(figures) > 1 else ""
    shown = known and bool(top) and name not in ("hours", "budget")
    return {
        "label": label.removesuffix(" met een samenwerking"),
        "value": worded(now[name]) if known else "–",
        "note": _card_note(now, name, moved) if known else "",
        "course": [value / top for value in values] if shown else [],
    }


def _card_note(now: Row, name: str, moved: str) -> str:
    if name in ("hours", "budget"):
        return f"ingevuld bij {number(now[f'with_{name}'])} van {number(now['partnerships'])}"
    scope = now.get(f"{name}_in_scope")
    said = {"gelijk": "als een jaar eerder", "–": ""}.get(moved, f"{moved} in een jaar")
    return " · ".join(filter(None, (f"van {number(scope)}" if scope else "", said)))


def _division(contents: Contents, name: str) -> Block | None:
    """How the portfolio divides, as bars: the largest, and the others together."""
    rows = [row for row in contents.composition if row["dimension"] == name]
    if name == "status":
        rows = [row | {"active": row["partnerships"], "pipeline": 0} for row in rows]
    else:
        rows = sorted(rows, key=lambda row: (-row["active"], -row["pipeline"]))
    rows = [row for row in rows if row["active"] or row["pipeline"]]
    if len(rows) > MOST_BARS:
        rest = rows[MOST_BARS - 1 :]
        together = {key: sum(row[key] for row in rest) for key in ("active", "pipeline")}
        rows = [*rows[: MOST_BARS - 1], {"label": f"{len(rest)} andere", **together}]
    top = max((row["active"] + row["pipeline"] for row in rows), default=1)
    return blocks.table(
        _DIVIDED,
        [
            (
                row["label"].replace("/", " / "),
                blocks.bar(row["active"] / top, _both(row), row["pipeline"] / top),
            )
            for row in rows
        ],
    )


def _both(row: Row) -> str:
    waiting = f" + {number(row['pipeline'])}" if row["pipeline"] else ""
    return f"{number(row['active'])}{waiting}"


def coverage(contents: Contents, charts: Charts) -> Block:
    """Per theme with numerator and denominator, the white spots, and gemeente by theme."""
    definition = contents.asked.definition
    totals = contents.totals
    if not contents.libraries:
        return blocks.chapter("Dekking", coverage_said(contents), [])
    if totals:
        _draw_themes(contents, charts)
    spots = _white_spots(contents, of_gemeenten=False)
    empty = _white_spots(contents, of_gemeenten=True)
    return blocks.chapter(
        "Dekking",
        coverage_said(contents),
        [
            blocks.remark(f"Definitie {LABELS[definition].lower()}: {MEANINGS[definition]}."),
            blocks.heading("Per thema") if totals else None,
            blocks.chart("coverage", caption=_legend(contents)) if totals else None,
            _themes(totals),
            blocks.heading("Witte vlekken") if spots or empty else None,
            blocks.subheading("Scholen en kinderopvang") if spots else None,
            blocks.table(_SPOT_COLUMNS, map(_spot, spots[:MOST_SPOTS]), len(spots) - MOST_SPOTS),
            blocks.remark(UNLINKED if any(row["unlinked"] for row in spots[:MOST_SPOTS]) else ""),
            blocks.subheading("Thema’s die gemeenten tellen") if empty else None,
            blocks.table(_EMPTY_COLUMNS, map(_empty, empty[:MOST_SPOTS]), len(empty) - MOST_SPOTS),
            *_per_gemeente(contents, charts),
        ],
    )


def coverage_said(contents: Contents) -> str:
    """The finding; without a library the white spots would be those of the whole country."""
    if not contents.libraries:
        return "Er is nog geen bibliotheek, en dus geen werkgebied om de dekking van te berekenen."
    return coverage_finding(contents.totals, contents.cells)


def _draw_themes(contents: Contents, charts: Charts) -> None:
    drawn = [bar_row(row, contents.published.get(row["theme"])) for row in contents.totals]
    schema = pa.schema(
        {name: pa.string() for name in ("theme_label", "theme_group", "text", "published_text")}
        | {name: pa.float64() for name in ("share", "with_pipeline", "published")}
    )
    charts["coverage"] = {
        "title": "Per thema",
        "svg": chart_svg(coverage_bars, pa.Table.from_pylist(drawn, schema), width=760),
        "alt": "Dekking per thema: "
        + "; ".join(f"{row['theme_label']} {row['text']}" for row in drawn),
    }


def _legend(contents: Contents) -> str:
    said = ["Vol: gedekt. Licht: in voorbereiding. Streeplijn: de noemer is onbekend."]
    shown = [
        f"{row['theme_label']} {published_text(contents.published[row['theme']])}"
        for row in contents.totals
        if row["theme"] in contents.published
    ]
    if shown:
        said.append(f"Streepje: landelijk gepubliceerd, {'; '.join(shown)}.")
    return " ".join(said)


def _themes(totals: list[Row]) -> Block | None:
    columns: list[blocks.Column] = [
        ("Thema", 0, "left"),
        ("Geteld wordt", 33, "left"),
        ("Teller", 15, "right"),
        ("Noemer", 17, "right"),
        ("Dekking", 19, "right"),
        ("In voor\u00adbereiding", 19, "right"),
        ("Gemeenten zonder", 21, "right"),
    ]
    return blocks.table(
        columns,
        [
            (
                blocks.strong(row["theme_label"]),
                row["population"],
                number(row["numerator"]),
                number(row["denominator"]),
                percent(row["share"]) if row["denominator"] else "–",
                number(row["pipeline"]),
                f"{number(row['gemeenten_empty'])} van {number(row['gemeenten'])}",
            )
            for row in totals
        ],
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
    return sorted(
        found, key=lambda row: (-(row["missing_reach"] or 0), -(row["missing_locations"] or 0))
    )


def _spot(row: Row) -> tuple[blocks.Cell, ...]:
    return (
        blocks.strong(row["gemeente_name"]),
        row["theme_label"],
        {"text": number(row["missing_reach"]), "note": certainty(row).removeprefix("onbekend: ")},
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


def _per_gemeente(contents: Contents, charts: Charts) -> list[Block | None]:
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


Then = tuple[int, int | None]


def theme_then(row: Row, then: Then | None) -> str:
    """The coverage of a theme (its total as `row`) with another numerator and denominator."""
    if then is None:
        return "–"
    numerator, denominator = then
    share = numerator / denominator if denominator else 0.0
    counts = {"numerator": numerator, "denominator": denominator, "share": share}
    return in_words({**row, **counts})


def theme_moved(row: Row, then: Then | None) -> str:
    """How much the coverage of a theme moved since then, in points."""
    if then is None or not then[1] or not row["denominator"]:
        return "–"
    return difference("share", then[0] / then[1], row["share"])
