"""The names under which the app answers; to any other it gives no answer, nor opens a connection.

A web page elsewhere can have its own name point at this computer, and would then read the app as
if it were its own. Such a page needs a name; so while the app is open to a network, every address
in numbers is fine, and phones reach a live session as they did.
"""

import socket
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

from data.errors import StoreError
from data.settings import settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

OF_THIS_COMPUTER = frozenset({"localhost", "127.0.0.1", "::1"})
SAID = (
    "Onder dit adres is het Samenwerkingsdossier niet te openen. Gebruik het adres dat u van de "
    "beheerder kreeg. Bent u dat zelf: zet de naam uit het adres in SAMENWERKING_HOSTS."
)


class Hosts:
    """In front of the app: refuses what asks for it under a name that is not its own."""

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app
        self.listens_on = str(st.get_option("server.address") or "0.0.0.0")
        self.known = known_names(self.listens_on)

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        if scope["type"] == "lifespan" or self.answers_to(Headers(scope=scope).get("host", "")):
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await PlainTextResponse(SAID, 421)(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    def answers_to(self, host: str) -> bool:
        """Whether a Host header names this app; a port in it does not matter."""
        try:
            name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        except ValueError:
            return False
        if name in self.known or any(
            name.endswith(known[1:]) for known in self.known if known.startswith("*.")
        ):
            return True
        return is_number(name) and not is_this_computer(self.listens_on)


def known_names(listens_on: str) -> frozenset[str]:
    """The names of this computer and those of the setting; of its network where it is open to that.

    A setting that is refused counts as none: the page says what is wrong with it.
    """
    try:
        names = OF_THIS_COMPUTER | set(settings().hosts)
    except StoreError:
        names = OF_THIS_COMPUTER
    if not is_this_computer(listens_on):
        own = socket.gethostname().lower()
        names |= {listens_on.lower(), own, f"{own.partition('.')[0]}.local"}
    return frozenset(names)


def is_number(host: str) -> bool:
    """Whether this is an address in numbers, of IPv4 or IPv6."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_this_computer(address: str) -> bool:
    """Whether only this computer reaches an address: its name, or a number of its own."""
    return address == "localhost" or (is_number(address) and ip_address(address).is_loopback)
