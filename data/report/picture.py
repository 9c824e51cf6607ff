"""The chapters about where the library works: the overview and the coverage."""

from typing import Any

import pyarrow as pa

from core.charts.bars import coverage_bars
from core.coverage import (
    LABELS,
    MEANINGS,
    bar_row,
    in_words,
    published_text,
)
from core.findings import coverage_finding, portfolio_finding, undated
from core.report_wording import FIGURES, difference
from core.wording import number, percent
from data.chart_svg import chart_svg
from data.report import blocks, white_spots
from data.report.blocks import Block, Charts
from data.report.contents import Contents
from data.store import Row

# As many bars a reader takes in on paper; the workbook has them all.
MOST_BARS = 8
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
    return blocks.chapter(
        "Dekking",
        coverage_said(contents),
        [
            blocks.remark(f"Definitie {LABELS[definition].lower()}: {MEANINGS[definition]}."),
            blocks.heading("Per thema") if totals else None,
            blocks.chart("coverage", caption=_legend(contents)) if totals else None,
            _themes(totals),
            *white_spots.listed(contents),
            *white_spots.by_gemeente(contents, charts),
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
