"""Accounts: who may do what. Documents under an e-mail address, which only administrators see."""

from collections.abc import Iterable, Mapping

from core.access import EMAIL, Account, Rights, Role, email_key
from data import documents
from data.errors import InputRefused
from data.limited import OF_MANAGERS
from data.store import Change, Reader, Row, Store

KIND = documents.Kind(OF_MANAGERS, "toegang van", Account)


def accounts(store: Reader) -> list[Row]:
    """Who may log in, as data.documents has them: `name` is the e-mail address."""
    return documents.documents(store, KIND)


def by_address(store: Reader) -> dict[str, Account]:
    """The same by e-mail address."""
    return {email_key(row["name"]): row["content"] for row in accounts(store)}


def rights_of(
    known: Mapping[str, Account], administrators: Iterable[str], email: str
) -> Rights | None:
    """What somebody with this address may do; None who is not known.

    `administrators` are the addresses in the settings, which nobody can take away in the app.
    """
    key = email_key(email)
    if key in {email_key(one) for one in administrators}:
        return Rights(key, Role.ADMINISTRATOR, None)
    if (account := known.get(key)) is None:
        return None
    seen = None if account.libraries is None else frozenset(account.libraries)
    return Rights(key, account.role, seen)


def make_account(store: Store, email: str, account: Account, who: str) -> tuple[int, int]:
    """Let somebody in; return id and batch.

    Raises InputRefused for what is no address, or has access already.
    """
    address = _address(email)
    with store.change(who, f"{KIND.noun} {address} gemaakt") as change:
        _refuse_taken(change, address)
        return documents.insert(change, KIND, address, account), change.batch


def change_account(
    store: Store, id: int, version: int, email: str, account: Account, who: str
) -> int:
    """Another role, or other libraries; return the batch.

    Raises ChangedMeanwhile and InputRefused as documents.rewrite does.
    """
    address = _address(email)
    with store.change(who, f"{KIND.noun} {address} gewijzigd") as change:
        _refuse_taken(change, address, id)
        documents.alter(change, KIND, id, version, address, account)
        return change.batch


def remove_account(store: Store, id: int, version: int, who: str) -> int:
    """Let somebody in no longer, at once; return the batch. Raises ChangedMeanwhile."""
    return documents.remove(store, KIND, id, version, who)


def _address(email: str) -> str:
    address = email_key(email)
    if not EMAIL.fullmatch(address):
        raise InputRefused(
            "Dit is geen e-mailadres", "Vul het adres in waarmee deze persoon inlogt: naam@org.nl."
        )
    return address


def _refuse_taken(change: Change, address: str, id: int | None = None) -> None:
    """By the address itself: two that differ in a dot are of two people."""
    if any(row["name"] == address and row["id"] != id for row in accounts(change)):
        raise InputRefused("Dit adres heeft al toegang", "Wijzig de toegang in de lijst.")
