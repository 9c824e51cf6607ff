"""Who visits: what the login says, and what somebody may do by it.

Without a login configured nobody is asked who they are; then the app serves this computer only,
or a network that the operator trusts (`refuse_open_doors`).
"""

import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from core.access import Account, Rights
from data.accounts import rights_of
from data.errors import StoreError
from data.settings import settings
from pages.shared.hosts import is_this_computer

NEEDED = {"redirect_uri", "cookie_secret"}
NEEDED_OF_PROVIDER = {"client_id", "client_secret", "server_metadata_url"}
SECRET_LENGTH = 32


class OpenDoor(StoreError):
    """The app would serve other computers, and nobody said who may come in."""

    title = "De app is bedoeld voor meer mensen, maar er is geen inlog ingesteld"
    advice = (
        "Stel inloggen in (README: Access), of laat de app alleen op deze computer draaien "
        "(ADDRESS=localhost, zonder SAMENWERKING_HOSTS en SAMENWERKING_ADMINISTRATORS). Is "
        "iedereen op dit netwerk te vertrouwen, zet dan SAMENWERKING_TRUSTED_NETWORK=true: dan kan "
        "iedereen alles zien en wijzigen."
    )


class LoginIncomplete(StoreError):
    """The secrets file has a login that cannot work."""

    def __init__(self, lacking: list[str]) -> None:
        super().__init__(
            "De inlog is niet goed ingesteld",
            "Vul in .streamlit/secrets.toml onder [auth] aan: " + ", ".join(lacking) + ".",
        )


class LoginUnreadable(StoreError):
    """There is a secrets file, and nobody can say what is in it: perhaps a login."""

    title = "De inlog is niet te lezen"
    advice = (
        "Maak van .streamlit/secrets.toml een geldig TOML-bestand (README: Access); op elke regel "
        'staat naam = "waarde". Wilt u geen inlog, haal het bestand dan weg.'
    )


class NotLetIn(StoreError):
    """Somebody who has not logged in, or whom nobody gave access (any more)."""

    title = "U hebt hier geen toegang"
    advice = "Vraag de beheerder om toegang, en log daarna opnieuw in."


def login() -> Mapping[str, Any] | None:
    """The login in the secrets file ([auth]) as it was at the start; None where there is none.

    Raises LoginUnreadable where there is a file that nobody can read.
    """
    return _configured()


@cache
def _configured() -> Mapping[str, Any] | None:
    try:
        found = st.secrets.get("auth")
    except (StreamlitSecretNotFoundError, UnicodeDecodeError) as error:
        if any(Path(one).exists() for one in st.get_option("secrets.files")):
            raise LoginUnreadable from error
        return None
    return found if isinstance(found, Mapping) else None


def refuse_open_doors(address: str | None) -> None:
    """Raise OpenDoor where others reach the app and nobody is asked who they are.

    `address` is what the server listens on; None: on every address. Others reach it too where it
    answers to the name of a server, and are meant to log in where administrators are named. Raises
    LoginUnreadable, and LoginIncomplete for a login that could let nobody in.
    """
    configured = login()
    if configured is not None:
        lacking = sorted(NEEDED - set(configured))
        own = configured if NEEDED_OF_PROVIDER & set(configured) else None
        lacking += sorted(NEEDED_OF_PROVIDER - set(own)) if own is not None else []
        if own is None and not any(isinstance(one, Mapping) for one in configured.values()):
            lacking += sorted(NEEDED_OF_PROVIDER)
        if len(str(configured.get("cookie_secret", ""))) < SECRET_LENGTH:
            lacking.append(f"cookie_secret (ten minste {SECRET_LENGTH} tekens)")
        if lacking:
            raise LoginIncomplete(lacking)
    elif not settings().trusted_network and (
        not is_this_computer(address or "") or settings().hosts or settings().administrators
    ):
        raise OpenDoor


def claims() -> Mapping[str, Any] | None:
    """What the provider says of who logged in; None of who did not, or too long ago."""
    if not st.user.get("is_logged_in"):
        return None
    since = st.user.get("iat")
    if not isinstance(since, int | float):
        return None
    return st.user if time.time() - since < settings().login_hours * 3600 else None


def address_of(said: Mapping[str, Any]) -> str | None:
    """The e-mail address by which somebody is known; None where the provider doubts it."""
    address = said.get(settings().login_claim)
    if not isinstance(address, str) or not _is_sure(said):
        return None
    return address


def _is_sure(said: Mapping[str, Any]) -> bool:
    """Whether the provider says that the address is his, or leaves it unsaid."""
    verified = said.get("email_verified")
    return verified is None or str(verified).lower() == "true"


def rights_among(known: Mapping[str, Account]) -> Rights:
    """What this visitor may do, by the accounts that there are; raises NotLetIn."""
    said = claims()
    return rights_by(known, address_of(said) if said else None)


def rights_by(known: Mapping[str, Account], address: str | None) -> Rights:
    """What who is known by this address may do; raises NotLetIn."""
    found = rights_of(known, settings().administrators, address) if address else None
    if found is None:
        raise NotLetIn
    return found
