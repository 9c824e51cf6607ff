"""Step plans of the example portfolio, from step_plans.toml."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from core.filters import Filters
from core.step_plan import CheckProgress, StepPlan
from core.wish import Wish
from data import step_plans
from data.demo.written import write
from data.partnership_record import partnership_record
from data.store import Change, Reader, Row, Store

Entry = dict[str, Any]


def add_example_step_plans(store: Store, today: date) -> None:
    """Write the plans with their wishes; not in the change log, as the example itself.

    In a portfolio without so many shared buildings there are fewer.
    """
    said = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    with store.recording("voorbeeld") as change:
        for entry in said["plan"]:
            filters = Filters(measure_date=today, statuses=tuple(entry["statuses"]))
            if record := _fitting(change, entry["types"], filters):
                _write_plan(change, entry, record, today)


def _fitting(store: Reader, types: list[str], filters: Filters) -> Row | None:
    """The first partnership that shares a building with partners of these types, without a plan."""
    for row in step_plans.without_step_plan(store, filters):
        record = partnership_record(store, row["id"], filters.measure_date)
        partners = record["partner_rows"] if record and row["is_shared"] else []
        if [one["type"] for one in partners][: len(types)] == types:
            return record
    return None


def _write_plan(change: Change, entry: Entry, record: Row, today: date) -> None:
    plan = StepPlan(
        partnership=record["id"],
        phase=entry["phase"],
        checks=step_plans.shipped().checks(),
    )
    write(change, step_plans.PLAN, record["name"], plan)
    about = {one["number"]: one for one in entry["check"]}
    settled = {int(number): days for number, days in entry["settled"].items()}
    for number in sorted({*about, *settled}):
        made = _progress(record["id"], number, about.get(number, {}), settled, today)
        check = next(one for one in plan.checks if one.number == number)
        write(change, step_plans.CHECK, step_plans.shipped().wording(check), made)
    parties = [None, *(one["id"] for one in record["partner_rows"])]
    for one in entry["wish"]:
        if one["party"] < len(parties):
            wish = Wish(
                partnership=record["id"],
                partner=parties[one["party"]],
                **{field: one[field] for field in ("subject", "weight", "text")},
            )
            write(change, step_plans.WISH, wish.title, wish)


def _progress(
    partnership: int, number: int, said: Entry, settled: dict[int, int], today: date
) -> CheckProgress:
    given = {field: said[field] for field in ("owner", "evidence", "reason") if field in said}
    state = said.get("state", "done")
    ago = settled.get(number, 0)
    return CheckProgress(
        partnership=partnership,
        number=number,
        state=state,
        due=today + timedelta(days=said["days"]) if "days" in said else None,
        settled_on=today - timedelta(days=ago) if state in ("done", "skipped") else None,
        **given,
    )
