"""A step plan as a workbook: the checks with who and when, the wishes, and what it is of."""

import io
from collections.abc import Mapping
from datetime import date

import xlsxwriter

from core.step_plan import SORTS, STATES, Point, is_link, phase_label, progress
from core.step_plan_printed import PrintedPlan
from core.step_plan_wording import done_of
from core.wish import WEIGHTS, Compared
from core.wording import long_date
from data.decision_sheet import Sheet, Value

_POINTS = (
    "Fase", "Soort", "Punt", "Stand", "Wie", "Vóór", "Over de datum", "Afgerond op", "Bewijs",
    "Link", "Reden",
)  # fmt: skip
_WISHES = ("Onderwerp", "Samen", "Wie", "Belang (1-5)", "Hoe belangrijk", "Wens")


def step_plan_workbook(plan: PrintedPlan) -> bytes:
    """An .xlsx of a plan; text stays text, whatever it starts with."""
    memory = io.BytesIO()
    settings = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(memory, settings) as book:
        book.set_properties({"title": f"Stappenplan {plan.name}"[:255]})
        page = Sheet(book, "Punten", (14, 20, 60, 14, 26, 12, 10, 12, 40, 40, 30), landscape=True)
        page.table(_POINTS, (_point(one, plan.on) for one in plan.points))
        page = Sheet(book, "Wensen", (30, 24, 30, 10, 18, 70), landscape=True)
        page.table(_WISHES, [row for one in plan.wishes for row in _subject(one, plan.parties)])
        page = Sheet(book, "Toelichting", (26, 90))
        for row, (what, said) in enumerate(_about(plan)):
            page.write(row, 0, what, "bold")
            page.write(row, 1, said)
    return memory.getvalue()


def _point(point: Point, on: date) -> tuple[Value, ...]:
    stands = point.progress
    return (
        phase_label(point.check.phase),
        SORTS[point.check.sort],
        point.text,
        STATES[stands.state],
        stands.owner,
        stands.due,
        "ja" if point.is_late(on) else "nee",
        stands.settled_on,
        stands.evidence,
        stands.link if is_link(stands.link) else None,
        stands.reason,
    )


def _subject(one: Compared, parties: Mapping[int | None, str]) -> list[tuple[Value, ...]]:
    """A row per wish, and one for each party that does not name the subject."""
    said: list[tuple[Value, ...]] = []
    for id_, name in parties.items():
        for wish in one.wishes.get(id_, ()):
            said.append(
                (one.title, one.verdict.value, name, wish.weight, WEIGHTS[wish.weight], wish.text)
            )
        if id_ in one.silent:
            said.append((one.title, one.verdict.value, name, None, "noemt dit niet", None))
    return said


def _about(plan: PrintedPlan) -> list[tuple[str, Value]]:
    return [
        ("Samenwerking", plan.name),
        ("Bibliotheek", plan.library),
        ("Partners", "; ".join(plan.partners)),
        ("Fase", phase_label(plan.phase)),
        ("Klaar", done_of(progress(plan.points, plan.on))),
        ("Stand van", long_date(plan.on)),
        ("Klaar telt", "de punten die klaar zijn, van de punten die van toepassing zijn"),
        ("Samen, bij Wensen", "wat de wensen van alle partijen over een onderwerp samen zeggen"),
        ("Bron", "het eigen gegevensbestand van dit programma; zie ook Bronnen"),
    ]
