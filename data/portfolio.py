"""What the portfolio shows under the shared filters; each function runs the query of its name."""

import pyarrow as pa

from core.attention import REASONS
from core.filters import Filters
from data.scope import parameters
from data.store import Reader

EVERYTHING = 10_000_000
# What `partnerships` gives, by its Dutch headings.
PARTNERSHIP_COLUMNS = {
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "partners": "Partners",
    "status_label": "Status",
    "theme_labels": "Thema’s",
    "gemeente_names": "Gemeenten",
    "form": "Vorm",
    "agreement": "Overeenkomst",
    "owner": "Eigenaar",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar (€)",
    "start_date": "Start",
    "end_date": "Einde",
    "evaluation_date": "Evaluatie",
}


def key_figures(store: Reader, filters: Filters) -> pa.Table:
    """One row per date (five years back and the measure date, ascending) with the key figures."""
    return store.table("key_figures", **parameters(store, filters))


def composition(store: Reader, filters: Filters) -> pa.Table:
    """Rows `dimension` (theme, form, partner_type, status), `label`, `active`, `pipeline`, ..."""
    return store.table("composition", **parameters(store, filters))


def partnerships_per_gemeente(store: Reader, filters: Filters) -> pa.Table:
    """One row per gemeente in scope with its tile and its number of active partnerships."""
    return store.table("partnerships_per_gemeente", **parameters(store, filters))


def attention_counts(store: Reader, filters: Filters) -> pa.Table:
    """One row per reason for attention that occurs, and one for all together (reason null)."""
    return store.table("attention_counts", **parameters(store, filters))


def attention(
    store: Reader,
    filters: Filters,
    reason: str | None = None,
    limit: int = EVERYTHING,
) -> pa.Table:
    """One row per partnership and reason, most urgent first; without a `reason` all of them.

    Raises ValueError for a reason that is not one of REASONS.
    """
    if reason is not None and reason not in REASONS:
        raise ValueError(reason)
    given = parameters(store, filters)
    reasons = REASONS if reason is None else (reason,)
    found = [store.table("attention", **given, reason=one, limit=limit) for one in reasons]
    return pa.concat_tables(found).slice(0, limit)


def partnerships(
    store: Reader,
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
        **parameters(store, filters),
        counted=list(counted) or None,
        form=form,
        partner_type=partner_type,
        limit=limit,
    )
