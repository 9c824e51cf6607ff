"""What the portfolio shows under the shared filters; each function runs the query of its name."""

from datetime import date

import pyarrow as pa

from core.filters import Filters
from data.store import Store

EVERYTHING = 10_000_000


def years_back(day: date, years: int = 5) -> list[date]:
    """The same day in each of the `years` years before, and the day itself, ascending."""
    return [_in_year(day, day.year - back) for back in range(years, -1, -1)]


def _in_year(day: date, year: int) -> date:
    if year != day.year and (day.month, day.day) == (2, 29):
        return date(year, 2, 28)
    return day.replace(year=year)


def key_figures(store: Store, filters: Filters) -> pa.Table:
    """One row per date (five years back and the measure date, ascending) with the key figures."""
    return store.table(
        "key_figures", **filters.parameters(), dates=years_back(filters.measure_date)
    )


def composition(store: Store, filters: Filters) -> pa.Table:
    """Rows `dimension` (theme, form, partner_type, status), `label`, `active`, `pipeline`, ..."""
    return store.table("composition", **filters.parameters())


def partnerships_per_gemeente(store: Store, filters: Filters) -> pa.Table:
    """One row per gemeente in scope with its tile and its number of active partnerships."""
    return store.table("partnerships_per_gemeente", **filters.parameters())


def attention_counts(store: Store, filters: Filters) -> pa.Table:
    """One row per reason for attention that occurs, and one for all together (reason null)."""
    return store.table("attention_counts", **filters.parameters())


def attention(
    store: Store,
    filters: Filters,
    reasons: tuple[str, ...] = (),
    limit: int = EVERYTHING,
) -> pa.Table:
    """One row per partnership and reason, most urgent first; empty `reasons` means all."""
    return store.table(
        "attention", **filters.parameters(), reasons=list(reasons) or None, limit=limit
    )


def partnerships(
    store: Store,
    filters: Filters,
    counted: tuple[str, ...] = (),
    form: str | None = None,
    partner_type: str | None = None,
    limit: int = EVERYTHING,
) -> pa.Table:
    """One row per partnership, by name.

    `counted` keeps active, pipeline or none; an empty `form` or `partner_type` means: not
    filled in.
    """
    return store.table(
        "partnerships",
        **filters.parameters(),
        counted=list(counted) or None,
        form=form,
        partner_type=partner_type,
        limit=limit,
    )
