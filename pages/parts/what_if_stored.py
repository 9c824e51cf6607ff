"""Writing a scenario from a click; why something was refused is said on the next run."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from core.names import name_key
from core.scenario import Scenario
from data import scenarios
from data.errors import ChangedMeanwhile, StoreError
from pages.shared import done
from pages.shared.opened import store

# A name that is taken gets a number behind it, for which there must be room.
ROOM = 190


def write(row: dict[str, Any], change: Callable[[Scenario], Scenario]) -> int | None:
    """Change a scenario, unless somebody else changed it since `row`; its version after that.

    Two clicks that come quickly after each other know the same `row`: the second is made on what
    the first has left.
    """
    batch = done.doing(lambda: _written(row, change))
    if batch is None:
        return None
    done.remember("Het scenario is gewijzigd.", batch)
    version: int = st.session_state[_own(row)]
    return version


def _own(row: dict[str, Any]) -> str:
    """Where the version stands that this visitor wrote last."""
    return f"scenario_versie_{row['id']}"


def _written(row: dict[str, Any], change: Callable[[Scenario], Scenario]) -> int:
    own = _own(row)
    now = next(iter(scenarios.scenarios(store(), row["id"])), None)
    if now is None or now["version"] not in (row["version"], st.session_state.get(own)):
        raise ChangedMeanwhile
    # First: a next click can end this run as soon as the change is made.
    st.session_state[own] = now["version"] + 1
    try:
        return scenarios.change_scenario(
            store(), row["id"], now["version"], now["name"], change(now["content"]), "app"
        )
    except StoreError:
        del st.session_state[own]
        raise


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
