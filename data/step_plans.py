"""Step plans: a plan a partnership, how its checks stand, and what a library's plans begin with.

All are documents, versioned and in the change log. How a check stands is a document of its own,
made when somebody first writes something about it: who ticks off another check changes another
document.
"""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

import pyarrow as pa
from pydantic import ValidationError

from core.consideration_table import reasons
from core.filters import Filters, today
from core.partnership import NAME_LENGTH
from core.step_plan import (
    Check,
    CheckProgress,
    Point,
    Shipped,
    StepPlan,
    StepTemplate,
    is_link,
)
from core.wish import Wish
from data import documents
from data.documents_about import documents_about
from data.errors import ChangedMeanwhile, InputRefused
from data.partnership_record import partnership_record
from data.scope import parameters
from data.store import Change, Reader, Row, Store

PLAN = documents.Kind("step_plan", "stappenplan", StepPlan, shared_names=True)
CHECK = documents.Kind("step_check", "punt van het stappenplan", CheckProgress, shared_names=True)
TEMPLATE = documents.Kind("step_template", "sjabloon stappenplan", StepTemplate, shared_names=True)
WISH = documents.Kind("wish", "wens", Wish, shared_names=True)
LISTED = 1_000
Held = TypeVar("Held", bound=StepPlan | StepTemplate)
_FILE = Path(__file__).parent / "reference" / "step_plan.toml"


@cache
def shipped() -> Shipped:
    """The step plan that comes with the product."""
    return Shipped.model_validate(tomllib.loads(_FILE.read_text(encoding="utf-8")))


def step_plans(store: Reader, filters: Filters) -> pa.Table:
    """The plans of the partnerships under the filters, what is late first; see the query."""
    return store.table("step_plans", **parameters(store, filters))


def without_step_plan(store: Reader, filters: Filters, limit: int = LISTED) -> list[Row]:
    """The partnerships under the filters without a plan: id, name, library, is_shared (mfa/mfo).

    Those that a plan is made for first, at most `limit`.
    """
    return store.rows("without_step_plan", **parameters(store, filters), limit=limit)


def step_plan(store: Reader, partnership: int) -> Row | None:
    """The plan of a partnership (id) as data.documents has it, or None."""
    return next(iter(documents_about(store, PLAN, partnership)), None)


def check_progress(store: Reader, partnership: int) -> list[Row]:
    """What was written about the checks of a partnership's plan, as data.documents has it.

    Also about checks that are no longer in the plan.
    """
    return documents_about(store, CHECK, partnership)


def points(plan: StepPlan, noted: list[Row]) -> list[Point]:
    """The checks of a plan in their order, as a screen shows them; `noted`: see check_progress."""
    known = {row["content"].number: row["content"] for row in noted}
    return [
        Point(
            one,
            shipped().wording(one),
            known.get(one.number) or CheckProgress(partnership=plan.partnership, number=one.number),
        )
        for one in plan.checks
    ]


def step_template(store: Reader, library: int) -> Row | None:
    """The template of a library (id) as data.documents has it; None: it uses the shipped one."""
    found = documents.documents(store, TEMPLATE)
    return next((row for row in found if row["content"].library == library), None)


def template_checks(store: Reader, library: int) -> tuple[Check, ...]:
    """What a plan of a library begins with."""
    own = step_template(store, library)
    checks: tuple[Check, ...] = own["content"].checks if own else shipped().checks()
    return checks


def begin_step_plan(store: Store, partnership: int, who: str) -> int:
    """A plan for a partnership (id), with the checks of its library's template; return the batch.

    Raises InputRefused where it has one already, or is not there (any more).
    """
    known = partnership_record(store, partnership, today())
    with store.change(who, f"stappenplan begonnen: {known['name'] if known else ''}") as change:
        record = partnership_record(change, partnership, today())
        if record is None or record["removed_at"] is not None:
            raise InputRefused("Deze samenwerking is er niet meer", "Kies een andere.")
        if step_plan(change, partnership):
            raise InputRefused(
                "Deze samenwerking heeft al een stappenplan", "Open het in de lijst hieronder."
            )
        plan = StepPlan(partnership=partnership, checks=template_checks(change, record["library"]))
        documents.insert(change, PLAN, record["name"], plan)
        return change.batch


def adapt(
    store: Store,
    seen: Held,
    work: Callable[[Held], Held],
    who: str,
    same: Callable[[Held], object] = lambda _: None,
) -> int:
    """Have `work` change a plan or a template as it is now; return the batch.

    `seen` is what the visitor looked at. Raises ChangedMeanwhile where `same` says another thing of
    what is there now, or the plan is no more, and InputRefused for a copy that cannot be. So two
    people who change different parts of it both have their way.
    """
    kind = PLAN if isinstance(seen, StepPlan) else TEMPLATE
    with store.change(who, f"punten van het {kind.noun} aangepast") as change:
        row = _latest(change, seen)
        now: Held = row["content"] if row else seen
        if same(now) != same(seen):
            raise ChangedMeanwhile
        try:
            made = work(now)
        except ValidationError as error:
            raise InputRefused("Dit kan zo niet", " ".join(reasons(error))) from None
        if row:
            documents.alter(change, kind, row["id"], row["version"], row["name"], made)
        else:
            documents.insert(change, kind, "sjabloon stappenplan", made)
        return change.batch


def _latest(change: Change, seen: StepPlan | StepTemplate) -> Row | None:
    if isinstance(seen, StepTemplate):
        return step_template(change, seen.library)
    row = step_plan(change, seen.partnership)
    if row is None:
        raise ChangedMeanwhile(
            "Dit stappenplan is er niet meer", "Iemand anders heeft het intussen verwijderd."
        )
    return row


def remove_step_plan(store: Store, row: Row, who: str) -> int:
    """Take a plan away with what was written about its checks and the wishes; return the batch."""
    partnership = row["content"].partnership
    with store.change(who, f"stappenplan {row['name']} verwijderd") as change:
        documents.delete(change, PLAN, row["id"], row["version"])
        for kind in (CHECK, WISH):
            for one in documents_about(change, kind, partnership):
                documents.delete(change, kind, one["id"], one["version"])
        return change.batch


def write_check(
    store: Store, progress: CheckProgress, seen: tuple[int, int] | None, name: str, who: str
) -> int:
    """Write how a check stands; return the batch.

    `seen` (id and version) is what that replaces, None where nobody wrote anything yet; `name` is
    what the check says. Raises ChangedMeanwhile when somebody else was first, or took the check out
    of the plan, and InputRefused for a link that is none.
    """
    refuse_link(progress.link)
    title = documents.titled(CHECK, _nameable(name))
    with store.change(who, f"punt van het stappenplan bijgewerkt: {title}") as change:
        plan = step_plan(change, progress.partnership)
        if not plan or not plan["content"].check(progress.number):
            raise ChangedMeanwhile(
                "Dit punt staat niet meer in het stappenplan",
                "Iemand anders heeft het eruit gehaald. Wat u invulde, is niet opgeslagen.",
            )
        held = [
            one
            for one in documents_about(change, CHECK, progress.partnership)
            if one["content"].number == progress.number
        ]
        if seen is None and held:
            raise ChangedMeanwhile
        if seen is None:
            documents.insert(change, CHECK, title, progress)
        else:
            documents.alter(change, CHECK, *seen, title, progress)
        return change.batch


def refuse_link(typed: str | None) -> None:
    """Raises InputRefused for a text that is not an address of a page."""
    if typed and not is_link(typed):
        raise InputRefused(
            "Deze link kan niet worden gebruikt",
            "Een link begint met https:// of http:// en bevat geen spaties. Staat het bewijs "
            "ergens anders, beschrijf dan bij Bewijs waar.",
        )


def remove_template(store: Store, row: Row, who: str) -> int:
    """Have the plans of a library begin with the shipped one again: see documents.remove."""
    return documents.remove(store, TEMPLATE, row["id"], row["version"], who)


def _nameable(text: str) -> str:
    """What a document is called: a name needs a letter or a digit, what people agree does not."""
    shown = text[:NAME_LENGTH]
    return shown if any(one.isascii() and one.isalnum() for one in shown) else "zonder naam"
