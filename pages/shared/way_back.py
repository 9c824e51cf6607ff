"""Whoever has to log in first comes to the page that was asked for: a link in a mail opens it.

A login ends at the start of the dashboard. So the page that a browser last asked for is kept in a
cookie for a few minutes, and the end of a login leads there. Whether somebody is logged in only the
page itself can say: a login that is over leaves its cookie behind.

A login that did not come about (the provider does not answer, refuses or was left) leads to the
door, which says so; Streamlit would send back to the start without a word, or answer in English.
"""

import re
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection

from pages.shared import visitor
from pages.shared.first_visit import is_page, setting

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "terug"
SECONDS = 600
# Where a login begins, where the provider sends who has logged in; and what else is no page.
LOGIN, CALLBACK, HEALTH = "/auth/login", "/oauth2callback", "/gezondheid"
# What a provider answers to a login with; after a logout it sends to the same address without.
ANSWERS = {"code", "error"}
# What Streamlit keeps a login in.
LOGGED_IN = b"_streamlit_user"
# What the address of the door says after a login that did not come about.
FAILED = "aanmelden"
DOOR = f"/?{FAILED}=mislukt"
# A page of the dashboard with what its address says, in letters that a cookie can hold. Never
# another site: one slash, a name, a query.
PLACE = re.compile(
    r"/[a-z-]{1,40}(\?[A-Za-z0-9%&=_.~+*!-]{0,1500})?|/\?[A-Za-z0-9%&=_.~+*!-]{1,1500}"
)


class WayBack:
    """In front of the app, where people log in: keeps where somebody wanted to go."""

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        if not is_page(scope) or visitor.login() is None:
            await self.app(scope, receive, send)
            return
        place = asked(scope)
        kept = HTTPConnection(scope).cookies.get(COOKIE, "")
        if scope["path"] == LOGIN:
            send = _or_to_the_door(send)
        elif scope["path"] == CALLBACK and ANSWERS & HTTPConnection(scope).query_params.keys():
            send = _leading(send, kept if PLACE.fullmatch(kept) else "")
        elif place and place != DOOR:
            send = _with(send, place, SECONDS)
        elif kept and scope["path"] == "/" and not place:
            send = _with(send, "", 0)
        await self.app(scope, receive, send)


def asked(scope: "Scope") -> str | None:
    """The place that a request asks for; None for the start, and for what is no page."""
    if scope["path"] in {CALLBACK, HEALTH}:
        return None
    query = scope.get("query_string", b"").decode("latin-1")
    place = scope["path"] + (f"?{query}" if query else "")
    return place if PLACE.fullmatch(place) else None


def _leading(send: "Send", place: str) -> "Send":
    """Send on from the end of a login: to the place, which is forgotten then, or to the door.

    At the door the place is still kept: whoever tries again comes there.
    """
    forgetting = _with(send, "", 0)

    async def elsewhere(message: "Message") -> None:
        if message["type"] != "http.response.start" or not 300 <= message["status"] < 400:
            await send(message)
            return
        came_in = any(map(_logs_in, message["headers"]))
        headers = MutableHeaders(scope=message)
        headers["location"] = (place or headers["location"]) if came_in else DOOR
        await (forgetting if came_in else send)(message)

    return elsewhere


def _or_to_the_door(send: "Send") -> "Send":
    """Send to the door who should go to the provider and is not sent there."""
    is_refused = False

    async def elsewhere(message: "Message") -> None:
        nonlocal is_refused
        if message["type"] == "http.response.start":
            is_refused = not MutableHeaders(scope=message).get("location", "").startswith("http")
            if is_refused:
                headers = [(b"location", DOOR.encode()), (b"content-length", b"0")]
                await send({**message, "status": 302, "headers": headers})
                await send({"type": "http.response.body", "body": b""})
        if not is_refused:
            await send(message)

    return elsewhere


def _logs_in(header: tuple[bytes, bytes]) -> bool:
    name, value = header
    return name == b"set-cookie" and value.startswith(LOGGED_IN) and b"Max-Age=0" not in value


def _with(send: "Send", place: str, seconds: int) -> "Send":
    return setting(send, f"{COOKIE}={place}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax")
