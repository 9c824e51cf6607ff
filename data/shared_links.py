"""Links without names: documents, one for each way of hiding, until they are withdrawn."""

import secrets
from collections.abc import Iterable

from core.shared_link import SharedLink
from data import documents
from data.store import Reader, Row, Store

KIND = documents.Kind("shared_link", "anonieme link", SharedLink)
_NAMES = {False: "zonder namen", True: "zonder namen, ook van bibliotheken"}


def shared_links(store: Reader) -> list[Row]:
    """The links that work, as data.documents has them."""
    return documents.documents(store, KIND)


def link_of(links: Iterable[Row], token: str) -> SharedLink | None:
    """Which of these links has this token; None if none has, or it was withdrawn."""
    found = [row["content"] for row in links]
    asked = token.encode(errors="replace")
    return next((one for one in found if secrets.compare_digest(one.token.encode(), asked)), None)


def share(store: Store, libraries: bool, who: str) -> SharedLink:
    """The link that hides so much; made where there is none."""
    if found := _hiding(store, libraries):
        return found
    name = _NAMES[libraries]
    with store.change(who, f"{KIND.noun} {name} gemaakt") as change:
        if found := _hiding(change, libraries):
            return found
        made = SharedLink(token=secrets.token_urlsafe(16), libraries=libraries)
        documents.insert(change, KIND, name, made)
        return made


def _hiding(store: Reader, libraries: bool) -> SharedLink | None:
    found = (row["content"] for row in shared_links(store))
    return next((one for one in found if one.libraries == libraries), None)


def withdraw(store: Store, who: str) -> None:
    """Let no link without names work any more; the next one made is another.

    It cannot be undone: who withdraws a link wants to be sure.
    """
    with store.change(who, "anonieme links ingetrokken") as change:
        for row in shared_links(change):
            change.run("delete_document", id=row["id"], kind=KIND.code, version=row["version"])
