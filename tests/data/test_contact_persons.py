"""Contacts are written down about a partner, versioned, and go along when partners are merged."""

import pytest

from core.contact_person import ContactPerson
from core.partner import TypedPartner
from data.contact_persons import (
    add_contact_person,
    change_contact_person,
    contact_persons,
    remove_contact_person,
)
from data.errors import ChangedMeanwhile
from data.merging import merge
from data.store import Store
from data.undo import undo_batch
from tests.portfolio import Portfolio

JAN = ContactPerson(partner=1, name="Jan", role="directeur")


def test_contacts_are_versioned_and_undone(store: Store) -> None:
    add_contact_person(store, "School", JAN, "Anna")
    [row] = contact_persons(store, [1])
    assert (row["name"], row["content"]) == ("School", JAN)
    els = JAN.model_copy(update={"name": "Els"})
    batch = change_contact_person(store, row["id"], 1, "School", els, "Anna")
    with pytest.raises(ChangedMeanwhile):
        change_contact_person(store, row["id"], 1, "School", JAN, "Bert")
    undo_batch(store, batch, "Anna")
    [row] = contact_persons(store, [1])
    assert row["content"] == JAN
    remove_contact_person(store, row["id"], row["version"], "Anna")
    assert contact_persons(store, [1]) == []


def test_contacts_of_several_partners_are_by_name(store: Store) -> None:
    for partner, name in ((2, "Els"), (1, "Jan"), (1, "Ad"), (3, "Zus")):
        add_contact_person(store, "School", ContactPerson(partner=partner, name=name), "Anna")
    assert [one["content"].name for one in contact_persons(store, [1, 2])] == ["Ad", "Jan", "Els"]


def test_contacts_go_along_at_a_merge_and_come_back(store: Store) -> None:
    made = Portfolio(store)
    kept, gone = made.partner("De Kring"), made.partner("OBS De Kring")
    add_contact_person(store, "OBS De Kring", JAN.model_copy(update={"partner": gone}), "Anna")
    kept_as = TypedPartner(name="De Kring")
    batch = merge(store, kept, {kept: 1, gone: 1}, kept_as, "Anna")
    assert [one["content"].name for one in contact_persons(store, [kept])] == ["Jan"]
    undo_batch(store, batch, "Anna")
    assert [one["content"].name for one in contact_persons(store, [gone])] == ["Jan"]
