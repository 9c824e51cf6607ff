"""Contacts at partners: documents about a partner, so that merging takes them along."""

from collections.abc import Sequence

from core.contact import Contact
from data import documents
from data.store import Reader, Row, Store

KIND = documents.Kind("contact", "contactpersoon bij", Contact, shared_names=True)


def contacts(store: Reader, partners: Sequence[int]) -> list[Row]:
    """The contacts of some partners (ids), as data.documents has them."""
    found = store.rows("contacts", partners=list(partners))
    return [{**row, "content": Contact.model_validate_json(row["content"])} for row in found]


def add_contact(store: Store, partner_name: str, contact: Contact, who: str) -> int:
    """A new contact at the partner called so; return the batch.

    The log of changes calls it after the partner: the person is named in the contact only.
    """
    return documents.make(store, KIND, partner_name, contact, who)[1]


def change_contact(
    store: Store, id: int, version: int, partner_name: str, contact: Contact, who: str
) -> int:
    """Write a contact anew: see data.documents.rewrite."""
    return documents.rewrite(store, KIND, id, version, partner_name, contact, who)


def remove_contact(store: Store, id: int, version: int, who: str) -> int:
    """Take a contact away: see data.documents.remove."""
    return documents.remove(store, KIND, id, version, who)
