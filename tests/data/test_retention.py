"""After so many months the change log no longer says who; what was done can still be undone."""

from datetime import datetime

from core.bulk_change import BulkChange
from data.bulk import bulk_change
from data.retention import forget_names, names_to_forget
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import Portfolio

NOW = datetime(2026, 11, 29, 12)


def test_names_to_forget_after_so_many_months() -> None:
    with Store.open(None) as store:
        made = Portfolio(store)
        made.library()
        id_ = made.partnership("Een", owner="Piet")
        old = bulk_change(store, {id_: 1}, BulkChange("owner", "Bert"), "Oude Anna")
        made.ask("update batch set made_at = '2024-11-29 11:59:59'")
        young = bulk_change(store, {id_: 2}, BulkChange("owner", "Piet"), "Jonge Anna")
        made.ask("update batch set made_at = '2024-11-29 12:00:01' where id = ?", young)
        assert names_to_forget(store, 24, NOW) == 2
        assert forget_names(store, 24, NOW) == 2
        assert forget_names(store, 24, NOW) == 0
        who = dict(made.ask("select id, who from batch"))
        assert (who[old], who[young]) == ("onbekend", "Jonge Anna")
        logged = made.ask("select before::text || after::text from change where batch = ?", old)
        assert "Anna" not in str(logged)
        assert "onbekend" in str(logged)
        undo_batch(store, young, "Beheerder")
        undo_batch(store, old, "Beheerder")
        assert made.ask("select owner from partnership") == [("Piet",)]
