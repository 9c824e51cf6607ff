"""Writing a scenario from a click; why something was refused is said on the next run."""

from collections.abc import Callable
from typing import Any

from core.names import name_key
from core.scenario import Scenario
from data import scenarios
from pages.shared import documents, done
from pages.shared.opened import store

# A name that is taken gets a number behind it, for which there must be room.
ROOM = 190


def write(row: dict[str, Any], change: Callable[[Scenario], Scenario]) -> int | None:
    """Change a scenario, unless somebody else changed it since `row`; its version after that."""
    batch = done.doing(lambda: _written(row, change))
    if batch is None:
        return None
    done.remember("Het scenario is gewijzigd.", batch)
    return documents.written(row)


def _written(row: dict[str, Any], change: Callable[[Scenario], Scenario]) -> int:
    latest = next(iter(scenarios.scenarios(store(), row["id"])), None)
    return documents.on_the_latest(
        row,
        latest,
        lambda now: scenarios.change_scenario(
            store(), now["id"], now["version"], now["name"], change(now["content"]), "app"
        ),
    )


def make(name: str, content: Scenario, said: str) -> int | None:
    """Make a scenario with this name, or with a number behind it where that is taken; its id."""
    taken = {one["name_key"] for one in scenarios.scenarios(store())}
    names = (name[:ROOM] if n == 1 else f"{name[:ROOM]} ({n})" for n in range(1, 10_000))
    free = next(one for one in names if name_key(one) not in taken)
    made = done.doing(lambda: scenarios.make_scenario(store(), free, "app", content))
    if made is None:
        return None
    done.remember(said, made[1])
    return int(made[0])
