"""The report as a PDF: what its template (templates/report.typ) shows, and the file."""

from collections.abc import Callable
from typing import Any

from core.alignment import goals_finding
from core.coverage import LABELS
from core.findings import portfolio_finding
from core.report import PARTS, Part
from core.report_wording import (
    attention_finding,
    changes_finding,
    decisions_finding,
    dependence_finding,
    method,
    runs,
    turns_of,
)
from core.wording import counted, enumerated, long_date
from data.decisions import data_version_of
from data.report import aims, blocks, matters, picture
from data.report.blocks import Block, Charts
from data.report.contents import Contents, Step
from data.typesetting import pdf

TEMPLATE = "report.typ"
TITLE = "Rapport samenwerkingen"
CHAPTERS: dict[Part, Callable[[Contents, Charts], Block]] = {
    "overview": picture.overview,
    "coverage": picture.coverage,
    "goals": aims.goals,
    "dependencies": aims.dependencies,
    "attention": matters.attention,
    "decisions": matters.decisions,
    "changes": matters.changes,
}
_FIRST, _LAST = 0.5, 0.8
_SEVERAL = {
    "Bibliotheek": "bibliotheken",
    "Regio": "regio’s",
    "Gemeente": "gemeenten",
    "Thema": "thema’s",
    "Status": "statussen",
}


def report_pdf(contents: Contents, step: Step) -> bytes:
    """The document; the same contents give the same bytes."""
    content = report_content(contents, step)
    step("Het rapport opmaken", _LAST)
    return pdf(TEMPLATE, content, contents.filters.measure_date)


def report_content(contents: Contents, step: Step) -> dict[str, Any]:
    """What the template shows: texts, blocks and drawn charts."""
    charts: Charts = {}
    chapters = []
    parts = chosen_parts(contents)
    for at, part in enumerate(parts):
        step(
            f"Hoofdstuk {PARTS[part].title} schrijven",
            _FIRST + (_LAST - _FIRST) * at / len(parts),
        )
        chapters.append(CHAPTERS[part](contents, charts))
    said = findings(contents)
    return {
        "title": TITLE,
        "library": whose(contents),
        "measure_date": long_date(contents.filters.measure_date),
        "about": about(contents),
        "findings": [
            {"title": PARTS[part].title, "runs": runs(said[part])} for part in parts if part in said
        ],
        "chapters": [*chapters, _explained(contents)],
        "charts": charts,
        "foot": " · ".join(
            filter(
                None,
                (
                    TITLE,
                    whose(contents),
                    f"peildatum {long_date(contents.filters.measure_date)}",
                    f"stand van de gegevens: {data_version_of(contents.batch)}",
                ),
            )
        ),
    }


def chosen_parts(contents: Contents) -> list[Part]:
    """The parts that were asked for, in the order of the report."""
    return [part for part in PARTS if part in contents.asked.parts]


def findings(contents: Contents) -> dict[Part, str]:
    """What each chapter finds, as Markdown of core: on the page as on the first page on paper."""
    turns = turns_of(contents.changes["turn"].to_pylist())
    return {
        "overview": portfolio_finding(contents.figures, contents.attention_total),
        "coverage": picture.coverage_said(contents),
        "goals": goals_finding(contents.goals, contents.summary, on_paper=True),
        "dependencies": dependence_finding(contents.dependencies, contents.serving),
        "attention": attention_finding(
            contents.attention_counts, contents.attention_total, contents.filters.measure_date
        ),
        "decisions": decisions_finding(len(contents.decisions), contents.since),
        "changes": changes_finding(turns, contents.since),
    }


def whose(contents: Contents) -> str:
    """The libraries that the report is about."""
    chosen = contents.filter_words["Bibliotheek"]
    if chosen != "alle":
        return chosen
    known = contents.libraries
    if len(known) == 1:
        return str(known[0]["name"])
    return f"Alle {counted(len(known), 'bibliotheek', 'bibliotheken')}" if known else ""


def about(contents: Contents) -> list[tuple[str, str]]:
    """What the report is of: filters in words, measure date, definition, data version."""
    words = dict(contents.filter_words)
    measured = words.pop("Peildatum")
    chosen = {title: said for title, said in words.items() if said != "alle"}
    free = [_SEVERAL[title] for title in words if title not in chosen]
    return [
        *chosen.items(),
        *([("Zonder beperking", f"alle {enumerated(free, len(free))}")] if free else []),
        ("Peildatum", measured),
        ("Vergeleken met", long_date(contents.since)),
        ("Definitie van dekking", LABELS[contents.asked.definition]),
        ("Stand van de gegevens", data_version_of(contents.batch)),
    ]


def _explained(contents: Contents) -> Block:
    """How everything is computed, what the words mean, and where facts come from."""
    meanings: list[blocks.Column] = [("Status", 34, "left"), ("Betekenis", 0, "left")]
    origin: list[blocks.Column] = [
        ("Onderwerp", 34, "left"),
        ("Herkomst", 0, "left"),
        ("Van", 24, "left"),
    ]
    return blocks.chapter(
        "Hoe is dit berekend?",
        "",
        [
            blocks.entries(
                [
                    {"title": title, "texts": [text], "facts": []}
                    for title, text in method(contents.asked.definition).items()
                ]
            ),
            blocks.heading("Statussen"),
            blocks.table(
                meanings,
                [
                    (blocks.strong(row["label"]), f"{row['counts']}: {row['description']}")
                    for row in contents.meanings["statuses"]
                ],
            ),
            blocks.heading("Bronnen"),
            blocks.remark(
                "De samenwerkingen komen uit de eigen gegevens van de bibliotheken. De andere "
                "feiten komen van:"
            ),
            blocks.table(
                origin,
                [
                    (row["topic"], {"text": row["origin"], "note": row["url"] or ""}, row["date"])
                    for row in _origins(contents)
                ],
            ),
        ],
    )


def _origins(contents: Contents) -> list[dict[str, Any]]:
    """The facts of others, each origin of a subject once."""
    found = [row for row in contents.meanings["sources"] if row["kind"] != "own"]
    return list({(row["topic"], row["origin"]): row for row in found}.values())
