"""Fixtures for tests on a real store."""

from collections.abc import Iterator

import hypothesis
import pytest

from data.store import Store

# How long an example takes says how busy the machine is, not whether something is wrong.
hypothesis.settings.register_profile("any-speed", deadline=None)
hypothesis.settings.load_profile("any-speed")


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store in memory: the reference facts and nothing else."""
    with Store.open(None) as opened:
        yield opened
