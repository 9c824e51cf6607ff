"""What step plans say in Dutch sentences: all of them under the filters, one plan, one phase."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from core.step_plan import SORTS, STATES, Point, Progress, phase_label
from core.wording import counted, long_date, number, plain, short_date


def plans_finding(rows: Sequence[Mapping[str, Any]]) -> str:
    """How many plans there are, where most of them stand, and what is late.

    `rows` is what data.step_plans.step_plans answers.
    """
    if not rows:
        return "Er zijn binnen deze keuze nog geen stappenplannen."
    late = [row for row in rows if row["late"]]
    if len(rows) == 1:
        [row] = rows
        said = (
            f"Er is **1 stappenplan**, van {plain(row['name'])}, in fase "
            f"**{phase_label(row['phase'])}**."
        )
    else:
        said = f"Er zijn **{number(len(rows))} stappenplannen**{_where_most(rows)}."
    if not late:
        return f"{said} Geen enkel punt is over de datum."
    first = min(late, key=lambda row: row["late_on"])
    points = counted(sum(row["late"] for row in late), "punt is", "punten zijn")
    since = long_date(first["late_on"])
    if len(rows) == 1:
        return f"{said} **{points} over de datum**, het langst sinds {since}."
    where = counted(len(late), "plan", "plannen")
    return (
        f"{said} **{points} over de datum** in {where}; het langst bij {plain(first['name'])}, "
        f"sinds {since}."
    )


def _where_most(rows: Sequence[Mapping[str, Any]]) -> str:
    counts = Counter(row["phase"] for row in rows)
    phase, most = counts.most_common(1)[0]
    if len(counts) == 1:
        return f", {'beide' if len(rows) == 2 else 'alle'} in fase **{phase_label(phase)}**"
    if list(counts.values()).count(most) > 1:
        return f", van fase {phase_label(min(counts))} tot fase {phase_label(max(counts))}"
    return f"; in fase **{phase_label(phase)}** staan er het meest ({number(most)})"


def plan_finding(phase: int, of_phase: Progress, of_all: Progress) -> str:
    """Where one plan stands: its phase, what is done of that and in all, and what is late."""
    said = (
        f"Nu in fase **{phase_label(phase)}**: {done_of(of_phase)} klaar. Over alle fasen: "
        f"{done_of(of_all)}."
    )
    if of_all.late:
        said += f" **{counted(of_all.late, 'punt is', 'punten zijn')} over de datum.**"
    elif of_phase.is_complete:
        said += " Deze fase is af."
    return said


def done_of(one: Progress) -> str:
    """`4 van de 9 punten`; where none applies, that."""
    if not one.total:
        return "geen punten"
    if not one.counted:
        return "geen punt van toepassing"
    return f"{number(one.done)} van de {counted(one.counted, 'punt', 'punten')}"


def short_done(one: Progress) -> str:
    """The same beside a bar: `4 van 9`."""
    return f"{number(one.done)} van {number(one.counted)}" if one.counted else "n.v.t."


def point_facts(point: Point, on: date) -> list[str]:
    """What stands under a check: what sort it is, who does it, before when, and how late that is.

    Plain text.
    """
    stands = point.progress
    said = [SORTS[point.check.sort]] if point.check.sort != "check" else []
    if stands.owner:
        said.append(stands.owner)
    if stands.state == "skipped":
        return [*said, f"{STATES['skipped']}: {stands.reason}"]
    if stands.settled_on:
        return [*said, f"klaar op {short_date(stands.settled_on)}"]
    if stands.due:
        said.append(f"vóór {short_date(stands.due)}")
        days = (on - stands.due).days
        if point.is_late(on):
            said.append(f"{counted(days, 'dag', 'dagen')} te laat")
        elif point.is_soon(on):
            said.append(f"over {counted(-days, 'dag', 'dagen')}" if days else "vandaag")
    return said
