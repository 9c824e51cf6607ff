"""A step plan as a PDF for the table: the phase with its checks to tick, or all phases.

How it looks is in templates/step_plan.typ.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from core.step_plan import PHASES, SORTS, STATES, Point, is_link, phase_label, progress
from core.step_plan_printed import PrintedPlan
from core.step_plan_wording import done_of, plan_finding, short_done
from core.wish import WEIGHTS, Compared
from core.wording import as_typed, long_date, short_date
from data.step_plans import shipped
from data.typesetting import pdf

TEMPLATE = "step_plan.typ"


def step_plan_pdf(plan: PrintedPlan, shown: Sequence[int] | None = None) -> bytes:
    """The document; the same plan and day give the same bytes.

    `shown` are the phases that are printed (None: all, with the wishes).
    """
    return pdf(TEMPLATE, step_plan_content(plan, shown), plan.on)


def step_plan_content(plan: PrintedPlan, shown: Sequence[int] | None = None) -> dict[str, Any]:
    """What the template shows: texts, and the shares that bars are drawn from."""
    on = plan.on
    said = plan_finding(plan.phase, progress(plan.of(plan.phase), on), progress(plan.points, on))
    return {
        "name": plan.name,
        "library": plan.library,
        "partners": plan.partners,
        "where": plan.where,
        "on": long_date(on),
        "finding": as_typed(said).replace("**", ""),
        "steps": [_step(number, plan) for number in PHASES],
        "phases": [_phase(number, plan) for number in (PHASES if shown is None else shown)],
        "wishes": [_subject(one, plan.parties) for one in plan.wishes] if shown is None else [],
    }


def _step(number: int, plan: PrintedPlan) -> dict[str, Any]:
    done = progress(plan.of(number), plan.on)
    return {
        "label": phase_label(number),
        "share": done.done / done.counted if done.counted else 0,
        "text": short_done(done),
        "late": done.late,
        "now": number == plan.phase,
    }


def _phase(number: int, plan: PrintedPlan) -> dict[str, Any]:
    phase = shipped().phases[number]
    return {
        "label": phase_label(number),
        "aim": phase.aim,
        "done": done_of(progress(plan.of(number), plan.on)),
        "roles": phase.roles,
        "questions": phase.questions,
        "points": [_point(one, plan.on) for one in plan.of(number)],
    }


def _point(point: Point, on: date) -> dict[str, Any]:
    stands = point.progress
    settled = f"klaar op {short_date(stands.settled_on)}" if stands.settled_on else "klaar"
    return {
        "text": point.text,
        "sort": "" if point.check.sort == "check" else SORTS[point.check.sort].lower(),
        "state": stands.state,
        "said": settled if stands.state == "done" else STATES[stands.state],
        "owner": stands.owner or "",
        "due": short_date(stands.due) if stands.due else "",
        "late": point.is_late(on),
        "notes": [
            one
            for one in (
                stands.evidence,
                stands.link if is_link(stands.link) else None,
                stands.reason if stands.state == "skipped" else None,
            )
            if one
        ],
    }


def _subject(one: Compared, parties: Mapping[int | None, str]) -> dict[str, Any]:
    return {
        "title": one.title,
        "verdict": one.verdict.value,
        "wishes": [
            {"party": name, "weight": WEIGHTS[wish.weight], "text": wish.text or ""}
            for id_, name in parties.items()
            for wish in one.wishes.get(id_, ())
        ],
        "silent": [name for id_, name in parties.items() if id_ in one.silent],
    }
