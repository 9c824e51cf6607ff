"""Contacts are written down about a partner, versioned, and go along when partners are merged."""

import pytest

from core.contact import Contact
from data.contacts import add_contact, change_contact, contacts, remove_contact
from data.errors import ChangedMeanwhile
from data.merging import merge_partners
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import Portfolio

JAN = Contact(partner=1, name="Jan", role="directeur")


def test_contacts_are_versioned_and_undone(store: Store) -> None:
    add_contact(store, "School", JAN, "Anna")
    [row] = contacts(store, [1])
    assert (row["name"], row["content"]) == ("School", JAN)
    els = JAN.model_copy(update={"name": "Els"})
    batch = change_contact(store, row["id"], 1, "School", els, "Anna")
    with pytest.raises(ChangedMeanwhile):
        change_contact(store, row["id"], 1, "School", JAN, "Bert")
    undo_batch(store, batch, "Anna")
    [row] = contacts(store, [1])
    assert row["content"] == JAN
    remove_contact(store, row["id"], row["version"], "Anna")
    assert contacts(store, [1]) == []


def test_contacts_of_several_partners_are_by_name(store: Store) -> None:
    for partner, name in ((2, "Els"), (1, "Jan"), (1, "Ad"), (3, "Zus")):
        add_contact(store, "School", Contact(partner=partner, name=name), "Anna")
    assert [one["content"].name for one in contacts(store, [1, 2])] == ["Ad", "Jan", "Els"]


def test_contacts_go_along_at_a_merge_and_come_back(store: Store) -> None:
    made = Portfolio(store)
    kept, gone = made.partner("De Kring"), made.partner("OBS De Kring")
    add_contact(store, "OBS De Kring", JAN.model_copy(update={"partner": gone}), "Anna")
    batch = merge_partners(store, kept, [gone], "Anna")
    assert [one["content"].name for one in contacts(store, [kept])] == ["Jan"]
    undo_batch(store, batch, "Anna")
    assert [one["content"].name for one in contacts(store, [gone])] == ["Jan"]
