"""The chapters about what happens: what needs attention, what was decided, what changed."""

from collections.abc import Sequence

from core.attention import REASONS
from core.decision import Decision
from core.report import TURNS
from core.report_wording import (
    attention_finding,
    changes_finding,
    decisions_finding,
    figure_lines,
    log_line,
    turn_line,
    turns_of,
)
from core.wording import amount, counted, enumerated, long_date, number, short_date
from data.decision_words import named
from data.report import blocks
from data.report.blocks import Block, Cell, Charts
from data.report.contents import Contents
from data.report.picture import theme_moved, theme_then
from data.store import Row

MOST_DECISIONS, MOST_TURNED, MOST_NAMES = 12, 6, 2


def attention(contents: Contents, _charts: Charts) -> Block:
    """The reasons with their numbers, and of each the most urgent."""
    counts = {code: contents.attention_counts.get(code, 0) for code in REASONS}
    occurring = {code: count for code, count in counts.items() if count}
    top = max(occurring.values(), default=1)
    summary: list[blocks.Column] = [
        ("Reden, de dringendste eerst", 70, "left"),
        ("Samenwerkingen", 0, "left"),
    ]
    return blocks.chapter(
        "Aandacht",
        attention_finding(counts, contents.attention_total, contents.filters.measure_date),
        [
            blocks.table(
                summary,
                [
                    (REASONS[code].label, blocks.bar(count / top, number(count)))
                    for code, count in occurring.items()
                ],
            ),
            blocks.remark(
                "Een samenwerking met twee redenen staat bij beide; in het totaal telt zij eenmaal."
            )
            if len(occurring) > 1
            else None,
            *(
                block
                for code, count in occurring.items()
                for block in _reason(code, count, contents.attention[code])
            ),
        ],
    )


def _reason(code: str, count: int, rows: Sequence[Row]) -> list[Block | None]:
    dated = any(row["due"] for row in rows)
    columns: list[blocks.Column] = [
        ("Samenwerking", 0, "left"),
        ("Partners", 44, "left"),
        ("Eigenaar", 28, "left"),
        ("Uren per jaar", 20, "right"),
        *([("Datum", 20, "right")] if dated else []),  # type: ignore[list-item]
    ]
    return [
        blocks.heading(f"{REASONS[code].label} ({number(count)})"),
        blocks.remark(REASONS[code].explanation),
        blocks.table(
            columns,
            [
                (
                    blocks.strong(row["name"], row["library"]),
                    _names(row["partners"]),
                    row["owner"] or "–",
                    "–" if row["hours"] is None else amount(row["hours"]),
                    *([short_date(row["due"]) if row["due"] else "–"] if dated else []),
                )
                for row in rows
            ],
            count - len(rows),
        ),
    ]


def _names(names: Sequence[str] | None) -> str:
    return enumerated(list(names), MOST_NAMES) if names else "–"


def decisions(contents: Contents, _charts: Charts) -> Block:
    """The decisions taken in the period, newest first."""
    found = [row["content"].decision for row in contents.decisions]
    rest = len(found) - MOST_DECISIONS
    return blocks.chapter(
        "Besluiten",
        decisions_finding(len(found), contents.since),
        [
            blocks.entries([_decision(one) for one in found[:MOST_DECISIONS]]) if found else None,
            blocks.remark(
                f"En nog {counted(rest, 'besluit', 'besluiten')}; alle staan in het Excel-bestand."
                if rest > 0
                else ""
            ),
            blocks.remark(
                "Besluiten horen bij een bibliotheek; de filters op regio, gemeente, thema en "
                "status gelden er niet voor."
            )
            if found
            else blocks.remark(
                "Een besluit komt hier als het in de Afwegingstabel wordt vastgelegd."
            ),
        ],
    )


def _decision(decision: Decision) -> dict[str, object]:
    facts = [
        ("Besloten op", long_date(decision.decided_on)),
        ("Bibliotheek", decision.library or ""),
        ("Gekozen", "; ".join(named(decision, decision.chosen))),
        ("Afspraken", "; ".join(_action(one.what, one.owner, one.due) for one in decision.actions)),
        ("Terugblik", long_date(decision.review_on) if decision.review_on else ""),
    ]
    return {
        "title": decision.question,
        "texts": [decision.decision],
        "facts": [(what, text) for what, text in facts if text],
    }


def _action(what: str, owner: str, due: object) -> str:
    behind = ", ".join(filter(None, (owner, f"vóór {due:%d-%m-%Y}" if due else "")))
    return f"{what} ({behind})" if behind else what


def changes(contents: Contents, _charts: Charts) -> Block:
    """What differs from the earlier day: figures, coverage, and the partnerships one by one."""
    rows = contents.changes.to_pylist()
    turns = turns_of([row["turn"] for row in rows])
    then, now = short_date(contents.since), short_date(contents.filters.measure_date)
    figures: list[blocks.Column] = [
        ("Kerncijfer", 0, "left"),
        (then, 46, "right"),
        (now, 46, "right"),
        ("Verschil", 24, "right"),
    ]
    themes: list[blocks.Column] = [
        ("Dekking", 0, "left"),
        (then, 46, "right"),
        (now, 46, "right"),
        ("Verschil", 24, "right"),
    ]
    return blocks.chapter(
        "Veranderingen",
        changes_finding(turns, contents.since),
        [
            blocks.remark(contents.then.said),
            blocks.heading("Cijfers van toen en nu"),
            blocks.table(
                figures,
                [
                    (blocks.strong(label), was, is_, moved)
                    for label, was, is_, moved in figure_lines(contents.then.figures, contents.now)
                ],
            ),
            blocks.table(
                themes,
                [
                    (
                        blocks.strong(row["theme_label"]),
                        theme_then(row, contents.then.coverage.get(row["theme"])),
                        theme_then(row, (row["numerator"], row["denominator"])),
                        theme_moved(row, contents.then.coverage.get(row["theme"])),
                    )
                    for row in contents.totals
                ],
            ),
            *(
                block
                for turn, label in TURNS.items()
                for block in _turned(label, [row for row in rows if row["turn"] == turn])
            ),
            blocks.remark(
                log_line(
                    contents.log,
                    "sinds het vorige rapport" if contents.then.earlier else "in deze periode",
                )
            ),
        ],
    )


def _turned(label: str, rows: Sequence[Row]) -> list[Block | None]:
    if not rows:
        return []
    columns: list[blocks.Column] = [
        ("Samenwerking", 0, "left"),
        ("Partners", 44, "left"),
        ("Wat er veranderde", 50, "left"),
        ("Uren per jaar", 20, "right"),
    ]

    def line(row: Row) -> tuple[Cell, ...]:
        hours = "–" if row["hours"] is None else amount(row["hours"])
        return (
            blocks.strong(row["name"], row["library"]),
            _names(row["partners"]),
            turn_line(row),
            hours,
        )

    return [
        blocks.heading(f"{label} ({number(len(rows))})"),
        blocks.table(columns, map(line, rows[:MOST_TURNED]), len(rows) - MOST_TURNED),
    ]
