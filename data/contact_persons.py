"""Contact persons at partners: documents about a partner, so that merging takes them along."""

from collections.abc import Sequence

from core.contact_person import ContactPerson
from data import documents
from data.store import Reader, Row, Store

KIND = documents.Kind("contact_person", "contactpersoon bij", ContactPerson, shared_names=True)


def contact_persons(store: Reader, partners: Sequence[int]) -> list[Row]:
    """The contact persons of some partners (ids), as data.documents has them."""
    return documents.read(KIND, store.rows("contact_persons", partners=list(partners)))


def add_contact_person(store: Store, partner_name: str, person: ContactPerson, who: str) -> int:
    """A new contact person at the partner called so; return the batch.

    The log of changes calls it after the partner: the person is named in the content only.
    """
    return documents.make(store, KIND, partner_name, person, who)[1]


def change_contact_person(
    store: Store, id: int, version: int, partner_name: str, person: ContactPerson, who: str
) -> int:
    """Write a contact person anew: see data.documents.rewrite."""
    return documents.rewrite(store, KIND, id, version, partner_name, person, who)


def remove_contact_person(store: Store, id: int, version: int, who: str) -> int:
    """Take a contact person away: see data.documents.remove."""
    return documents.remove(store, KIND, id, version, who)
