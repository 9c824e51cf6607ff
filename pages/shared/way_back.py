"""Whoever has to log in first comes to the page that was asked for: a link in a mail opens it.

A login ends at the start of the dashboard. So the page that a browser last asked for is kept in a
cookie for a few minutes, and the end of a login leads there. Whether somebody is logged in only the
page itself can say: a login that is over leaves its cookie behind.
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
# Where the provider sends who has logged in; and what else is no page.
CALLBACK, HEALTH = "/oauth2callback", "/gezondheid"
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
        if scope["path"] == CALLBACK:
            send = _leading(send, kept) if PLACE.fullmatch(kept) else send
        elif place:
            send = _with(send, place, SECONDS)
        elif kept and scope["path"] == "/":
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
    """Send on to a place, and forget it, where somebody would be sent to the start."""
    forgetting = _with(send, "", 0)

    async def elsewhere(message: "Message") -> None:
        if message["type"] == "http.response.start" and 300 <= message["status"] < 400:
            MutableHeaders(scope=message)["location"] = place
        await forgetting(message)

    return elsewhere


def _with(send: "Send", place: str, seconds: int) -> "Send":
    return setting(send, f"{COOKIE}={place}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax")
