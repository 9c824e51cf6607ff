"""Back-ups on Gegevens: when the last good one was, one now, and what is said where it failed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.backup import backups, folder_of
from data.guarding import Guard
from data.store import Store
from pages.shared import backing_up, making
from tests.pages.conftest import Fill, texts, visit
from tests.pages.test_intake import button
from tests.portfolio import Portfolio


@pytest.fixture
def backed_up(example: Path) -> Path:
    with Store.open(example) as store:
        Guard(store, 0).make("hand")
    return example


def test_it_says_when_the_last_good_one_was_and_how_to_put_it_back(backed_up: Path) -> None:
    at = visit("intake", stap="Back-ups")
    [there] = backups(folder_of(backed_up))
    assert there.described() in texts(at)
    assert str(folder_of(backed_up)) in texts(at)
    assert [one.value for one in at.code] == ["python -m data restore"]
    assert at.dataframe[0].value["Nummer"].tolist() == [1]


def test_one_is_made_at_a_click(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "GRACE", 60.0)
    at = visit("intake", stap="Back-ups")
    assert "nog geen goede back-up" in texts(at)
    button(at, "Nu een back-up maken").click().run()
    assert not at.exception
    assert [one.manifest.reason for one in backups(folder_of(empty))] == ["hand"]
    assert "De laatste goede back-up is **back-up 1 van" in texts(at)
    assert not button(at, "Nu een back-up maken").disabled


def test_every_page_says_that_one_failed(example: Path) -> None:
    visit()
    backing_up.guard().hours = 24
    (example.parent / "backups").write_text("a file, where a folder should be")
    backing_up.guard().before_much()
    at = visit("coverage")
    assert "Er wordt geen back-up gemaakt" in texts(at)
    assert "SAMENWERKING_BACKUPS" in texts(at)
    (example.parent / "backups").unlink()
    backing_up.guard().make("hand")
    assert "Er wordt geen back-up gemaakt" not in texts(visit("coverage"))


def test_a_store_that_is_gone_does_not_become_the_example(backed_up: Path) -> None:
    backed_up.unlink()
    at = visit()
    assert "Het gegevensbestand is verdwenen" in texts(at)
    assert "python -m data restore" in texts(at)
    assert not backed_up.exists()


def test_a_damaged_store_says_what_to_put_back(backed_up: Path) -> None:
    backed_up.write_bytes(backed_up.read_bytes()[:100_000])
    at = visit()
    assert "niet leesbaar" in texts(at)
    assert "De laatste goede is back-up 1" in texts(at)
    backed_up.unlink()


def test_a_clock_that_was_put_back_is_said_until_the_next_change(
    filled: Callable[[Fill], None],
) -> None:
    def put(made: Portfolio) -> None:
        made.partnership("Lezen")
        made.ask("update batch set made_at = '2099-01-01 12:00'")

    filled(put)
    assert "De klok van deze computer" in texts(visit())
    assert "01-01-2099 13:00" in texts(visit())
    with backing_up.guard().store.change("Anna", "iets"):
        pass
    assert "De klok van deze computer" not in texts(visit())
