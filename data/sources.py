"""Where facts come from and what words mean; each function runs the query of its name."""

import pyarrow as pa

from data.store import Reader, Store


def sources(store: Reader) -> pa.Table:
    """One row per fact: topic, what, origin, date, licence, url."""
    return store.table("sources")


def published_figures(store: Store) -> pa.Table:
    """Every published national figure as it was published, with period and source."""
    return store.table("published_figures")


def theme_meanings(store: Store) -> pa.Table:
    """Every theme with its group, population and description."""
    return store.table("theme_meanings")


def status_meanings(store: Store) -> pa.Table:
    """Every status with what it counts as, in Dutch, and its description."""
    return store.table("status_meanings")


def merged(store: Store) -> pa.Table:
    """Every gemeente that ended since 2015 and its successor, by place where it was split."""
    return store.table("merged")
