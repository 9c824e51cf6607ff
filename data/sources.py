"""Where facts come from and what words mean; each function runs the query of its name."""

import pyarrow as pa

from data.store import Reader


def sources(store: Reader) -> pa.Table:
    """One row per fact: topic, what, origin, date, licence, url."""
    return store.table("sources")


def published_figures(store: Reader) -> pa.Table:
    """Every published national figure as it was published, with period and source."""
    return store.table("published_figures")


def theme_meanings(store: Reader) -> pa.Table:
    """Every theme with its group, population and description."""
    return store.table("theme_meanings")


def status_meanings(store: Reader) -> pa.Table:
    """Every status with what it counts as, in Dutch, and its description."""
    return store.table("status_meanings")


def merged(store: Reader) -> pa.Table:
    """Every gemeente that ended since 2015 and its successor, by place where it was split."""
    return store.table("merged")
