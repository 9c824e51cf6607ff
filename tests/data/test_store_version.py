"""What the store says of itself, and which settings are refused."""

import pytest

from data import migrate
from data.errors import SettingRefused
from data.settings import settings
from data.store import Store
from data.store_version import store_version


def test_store_version() -> None:
    with Store.open(None) as store:
        assert store_version(store) == max(migrate.known())


@pytest.mark.parametrize(
    ("name", "value"),
    [("LOG_LEVEL", "veel"), ("HOSTS", "https://dossier.bieb.nl"), ("HOSTS", "*")],
)
def test_a_setting_that_cannot_be_used_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"SAMENWERKING_{name}", value)
    settings.cache_clear()
    with pytest.raises(SettingRefused, match=f"SAMENWERKING_{name}"):
        settings()
    settings.cache_clear()
