"""The shared filters as every query takes them."""

from typing import Any

from core.filters import Filters
from data.store import Reader, Row


def parameters(store: Reader, filters: Filters) -> dict[str, Any]:
    """The query parameters of the filters, with what their choices come down to.

    `chosen` and `scope` are lists of gemeenten, `theme_bits` is a set of themes (see the macro
    scope); `chosen` and `theme_bits` are None where there is no restriction.
    """
    given = filters.parameters()
    found = scope(store, given)
    return {
        **given,
        "chosen": found["chosen"],
        "scope": found["in_scope"],
        "theme_bits": found["theme_bits"],
    }


def scope(store: Reader, given: dict[str, Any]) -> Row:
    """One row: `chosen`, `in_scope` and `theme_bits`."""
    names = ("libraries", "regions", "gemeenten", "themes")
    return store.remembered("scope", **{name: given[name] for name in names})[0]
