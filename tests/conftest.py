"""Fixtures for tests on a real store."""

from collections.abc import Iterator

import pytest

from data.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store in memory: the reference facts and nothing else."""
    with Store.open(None) as opened:
        yield opened
