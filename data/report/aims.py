"""The chapters about what the partnerships are for: the goals, and on whom they hang."""

from collections.abc import Sequence

import pyarrow as pa

from core.alignment import balance, effort_bar, goals_finding, hanging
from core.charts.bars import goal_bars
from core.effort import QUADRANTS
from core.report_wording import dependence_finding, losses
from core.wording import amount, counted, number, percent
from data.chart_svg import chart_svg
from data.report import blocks
from data.report.blocks import Block, Charts
from data.report.contents import MOST_RECONSIDERED, Contents

MOST_PARTNERS = 10
# From where on an alignment is in which band.
_BANDS = (
    (75, "75 tot 100"),
    (50, "50 tot 75"),
    (25, "25 tot 50"),
    (0.0001, "tot 25"),
    (0, "0: aan geen doel"),
)
_UNJUDGED = "niet beoordeeld"


def goals(contents: Contents, charts: Charts) -> Block:
    """What each goal gets beside its weight, how the partnerships align, what to reconsider."""
    found = contents.goals
    judged = any(row["judged"] for row in found)
    if judged:
        _draw_goals(contents, charts)
    return blocks.chapter(
        "Doelen",
        goals_finding(found, contents.summary, on_paper=True),
        [
            blocks.heading("Inzet naast gewicht") if judged else None,
            blocks.chart(
                "goals",
                caption="Balk: deel van alle uren. Streepje: gewicht van het doel. Een balk die "
                "erlangs gaat, krijgt meer dan het doel weegt.",
            )
            if judged
            else None,
            blocks.sentence(balance(found, "hours_share", "uren")) if judged else None,
            _per_goal(contents) if judged else None,
            *(_alignment(contents.alignment) if contents.alignment else ()),
            *_reconsidered(contents),
        ],
    )


def _draw_goals(contents: Contents, charts: Charts) -> None:
    drawn = [effort_bar(row, "hours_share", "alle uren") for row in contents.goals]
    charts["goals"] = {
        "title": "Inzet naast gewicht",
        "svg": chart_svg(goal_bars, pa.Table.from_pylist(drawn), width=760),
        "alt": "Per doel het deel van de uren naast zijn gewicht: "
        + "; ".join(
            f"{row['label']} {row['text_short'] or 'onbekend'} bij {row['text_weight']}"
            for row in drawn
        ),
    }


def _per_goal(contents: Contents) -> Block | None:
    columns: list[blocks.Column] = [
        ("Doel", 0, "left"),
        ("Gewicht", 15, "right"),
        ("Deel uren", 15, "right"),
        ("Deel budget", 15, "right"),
        ("Bereikt", 15, "right"),
        ("Samen\u00adwerkingen", 22, "right"),
        ("Rechtstreeks", 19, "right"),
        ("Grootste partner", 34, "left"),
    ]
    return blocks.table(
        columns,
        [
            (
                blocks.strong(f"{row['goal']} {row['label']}"),
                percent(row["weight"] / 100),
                _share(row["hours_share"]),
                _share(row["budget_share"]),
                _share(row["reach_share"]),
                number(row["partnerships"]),
                number(row["direct_or_core"]) if row["direct_or_core"] else "geen",
                {
                    "text": row["largest_partner"],
                    "note": f"{percent(row['largest_partner_share'])} van de bijdragen",
                }
                if row["largest_partner"]
                else "–",
            )
            for row in contents.goals
        ],
    )


def _share(share: float | None) -> str:
    return "–" if share is None else percent(share)


def _alignment(found: Sequence[float | None]) -> list[Block | None]:
    """How many partnerships align how well."""
    counts = dict.fromkeys([name for _, name in _BANDS] + [_UNJUDGED], 0)
    for one in found:
        counts[_band(one)] += 1
    top = max(counts.values())
    columns: list[blocks.Column] = [
        ("Aansluiting (0-100)", 38, "left"),
        ("Samenwerkingen", 0, "left"),
        ("Deel", 22, "right"),
    ]
    return [
        blocks.heading("Aansluiting op de doelen"),
        blocks.table(
            columns,
            [
                (name, blocks.bar(count / top, number(count)), percent(count / len(found)))
                for name, count in counts.items()
            ],
        ),
    ]


def _band(alignment: float | None) -> str:
    if alignment is None:
        return _UNJUDGED
    return next((name for least, name in _BANDS if alignment >= least), _BANDS[-1][1])


def _reconsidered(contents: Contents) -> list[Block | None]:
    quadrant = QUADRANTS["reconsider"]
    rows = contents.reconsidered
    if not rows:
        return []
    columns: list[blocks.Column] = [
        ("Samenwerking", 0, "left"),
        ("Uren per jaar", 26, "right"),
        ("Aansluiting", 24, "right"),
    ]
    shown = counted(len(rows), "samenwerking", "samenwerkingen")
    first = f"de {shown} met de meeste uren" if len(rows) == MOST_RECONSIDERED else shown
    return [
        blocks.heading(f"Om te bespreken: {quadrant.holds}"),
        blocks.remark(f"{quadrant.asks} Hier staan {first}; een vraag, geen oordeel."),
        blocks.table(
            columns,
            [
                (
                    blocks.strong(row["name"], row["library"]),
                    amount(row["hours"]),
                    number(row["alignment"]),
                )
                for row in rows
            ],
        ),
    ]


def dependencies(contents: Contents, _charts: Charts) -> Block:
    """The partners that most hangs on, and per goal where it hangs on one."""
    found = losses(contents.dependencies)
    heaviest = max((some[0]["weight_lost"] for some in found), default=0) or 1
    partners: list[blocks.Column] = [
        ("Als deze partner stopt", 0, "left"),
        ("Gemeenten die een doel verliezen", 30, "right"),
        ("Doelen", 30, "left"),
        ("Gewicht dat wegvalt", 52, "left"),
    ]
    return blocks.chapter(
        "Afhankelijkheid",
        dependence_finding(contents.dependencies, contents.serving),
        [
            blocks.heading("Grootste partners") if found else None,
            blocks.table(
                partners,
                [
                    (
                        blocks.strong(some[0]["partner_name"]),
                        number(len({row["gemeente"] for row in some})),
                        ", ".join(dict.fromkeys(row["goal"] for row in some)),
                        blocks.bar(
                            some[0]["weight_lost"] / heaviest, number(some[0]["weight_lost"])
                        ),
                    )
                    for some in found[:MOST_PARTNERS]
                ],
                len(found) - MOST_PARTNERS,
            ),
            blocks.remark(
                "Gewicht dat wegvalt: de punten van de doelen die in een gemeente verloren gaan, "
                "opgeteld over gemeenten."
            )
            if found
            else None,
            *_per_goal_hanging(contents),
        ],
    )


def _per_goal_hanging(contents: Contents) -> list[Block | None]:
    rows = hanging(contents.goals, contents.dependencies, contents.serving)
    if not any(row["served"] for row in rows):
        return []
    columns: list[blocks.Column] = [
        ("Doel", 0, "left"),
        ("Gemeenten bediend", 28, "right"),
        ("Waarvan aan één partner", 34, "right"),
        ("Het vaakst aan", 50, "left"),
    ]
    return [
        blocks.heading("Per doel"),
        blocks.table(
            columns,
            [
                (
                    blocks.strong(f"{row['goal']} {row['label']}"),
                    number(row["served"]),
                    number(row["hangs"]) if row["hangs"] else "geen",
                    {
                        "text": row["partner"],
                        "note": f"in {counted(row['partner_hangs'], 'gemeente', 'gemeenten')}",
                    }
                    if row["partner"]
                    else "–",
                )
                for row in rows
            ],
        ),
    ]
