"""The step plan and the phase that the address asks for, with all that a page says about them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import streamlit as st

from core.filters import today
from core.record_wording import where
from core.step_plan import (
    PHASES,
    Point,
    Progress,
    StepPlan,
    coming_up,
    phase_label,
    progress,
)
from core.step_plan_printed import PrintedPlan
from core.wish import Compared, Wish, compared
from core.wording import plain
from data import partnership_record, step_plans, wishes
from pages.shared import linked
from pages.shared.opened import recorded, result

PAGE = "pages/step_plan.py"
KEY, PHASE = "plan", "planfase"
OWN_MT = "Eigen MT"
MOST_DIGITS = 9
Row = dict[str, Any]


@dataclass(frozen=True)
class Plan:
    """A plan as it is stored, with its partnership; what is asked more than once is kept."""

    row: Row
    partnership: Row
    on: date

    @property
    def id(self) -> int:
        """The id of the partnership."""
        return int(self.partnership["id"])

    @property
    def content(self) -> StepPlan:
        found: StepPlan = self.row["content"]
        return found

    @cached_property
    def noted(self) -> list[Row]:
        """What was written about its checks, as data.documents has it."""
        return list(recorded(step_plans.check_progress, self.id))

    @cached_property
    def points(self) -> list[Point]:
        return step_plans.points(self.content, self.noted)

    def of(self, phase: int) -> list[Point]:
        return [one for one in self.points if one.check.phase == phase]

    def progress(self, phase: int | None = None) -> Progress:
        """How far a phase is, or all of them."""
        return progress(self.points if phase is None else self.of(phase), self.on)

    @property
    def due(self) -> list[Point]:
        """What is late or comes up, the first date first."""
        return coming_up(self.points, self.on)

    def note(self, number: int) -> Row | None:
        """What was written about a check."""
        return next((one for one in self.noted if one["content"].number == number), None)

    @cached_property
    def wishes(self) -> list[Row]:
        return list(recorded(wishes.wishes, self.id))

    @cached_property
    def parties(self) -> dict[int | None, str]:
        """Who may wish: the own MT, the partners, and who was one when it wished."""
        partners = {one["id"]: str(one["name"]) for one in self.partnership["partner_rows"]}
        former = {one["content"].partner for one in self.wishes} - {None, *partners}
        names = recorded(partnership_record.record_names, tuple(former)) if former else {}
        called = names.get("partner", {})
        return {
            None: OWN_MT,
            **partners,
            **{id_: f"{called.get(str(id_), f'Partner {id_}')} (niet meer)" for id_ in former},
        }

    @cached_property
    def compared(self) -> list[Compared]:
        held: list[Wish] = [one["content"] for one in self.wishes]
        return compared(held, list(self.parties))

    @property
    def printed(self) -> PrintedPlan:
        """The plan for a file."""
        row = self.partnership
        return PrintedPlan(
            name=row["name"],
            library=row["library_name"],
            partners=tuple(one["name"] for one in row["partner_rows"]),
            where=where(row),
            phase=self.content.phase,
            points=tuple(self.points),
            wishes=tuple(self.compared),
            parties=self.parties,
            on=self.on,
        )


def asked() -> Plan | None:
    """The plan of the address; None where there is none."""
    wanted = st.query_params.get(KEY, "")
    if not (wanted.isascii() and wanted.isdecimal() and len(wanted) <= MOST_DIGITS):
        return None
    return of_partnership(int(wanted))


def of_partnership(id_: int) -> Plan | None:
    """The plan of a partnership, unless that was removed."""
    partnership = result(partnership_record.partnership_record, id_, today())
    row = recorded(step_plans.step_plan, id_)
    if row is None or partnership is None or partnership["removed_at"] is not None:
        return None
    return Plan(row, partnership, today())


def say_what_is_missing() -> None:
    """Where the address asks for a plan that there is not."""
    wanted = st.query_params.get(KEY)
    if wanted:
        st.warning(
            f"Er is geen stappenplan bij samenwerking “{plain(wanted[:40])}”. Misschien klopt de "
            "link niet, of is het plan verwijderd.",
            icon=":material/link_off:",
        )


def point_to(partnership: int | None) -> None:
    """Have the page open a plan in the phase that it is in, or all plans; for a callback."""
    linked.point(KEY, None if partnership is None else str(partnership))
    linked.point(PHASE, None)


def phase_asked(usual: int) -> int:
    """The phase that the address asks for, else the `usual` one."""
    found = linked.asked(PHASE, {str(number): phase_label(number) for number in PHASES})
    return usual if found is None else int(found)
