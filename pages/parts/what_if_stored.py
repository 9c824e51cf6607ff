"""Writing a scenario from a click; why something was refused is said on the next run."""

from collections.abc import Callable
from typing import Any

from core.scenario import Scenario
from data import scenarios
from data.errors import StoreError
from pages.shared import done
from pages.shared.opened import store


def doing(work: Callable[[], Any]) -> Any:
    """What it answers, or None where it was refused."""
    try:
        return work()
    except StoreError as error:
        done.refuse(error)
        return None


def write(row: dict[str, Any], content: Scenario) -> None:
    """Write what the scenario changes; for a callback."""
    written(row, content)


def written(row: dict[str, Any], content: Scenario) -> bool:
    """The same, and whether it was: not where somebody else changed the scenario since."""
    batch = doing(
        lambda: scenarios.change_scenario(
            store(), row["id"], row["version"], row["name"], content, "app"
        )
    )
    if batch:
        done.remember("Het scenario is gewijzigd.", batch)
    return bool(batch)


def make(name: str, content: Scenario, said: str) -> int | None:
    """Make a scenario with this name, or with a number behind it where that is taken; its id."""
    taken = {one["name"] for one in scenarios.scenarios(store())}
    stem = name[:180]
    free = next(
        one for k in range(1, 10_000) if (one := f"{stem} ({k})" if k > 1 else stem) not in taken
    )
    made = doing(lambda: scenarios.make_scenario(store(), free, "app", content))
    if made is None:
        return None
    done.remember(said, made[1])
    return int(made[0])
