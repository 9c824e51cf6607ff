"""Whoever has to log in first comes to the page that was asked for: a link in a mail opens it.

A login ends at the start of the dashboard. So the page that somebody asked for before it is kept in
a cookie for a few minutes; the first visit after it goes there.
"""

import re
from typing import TYPE_CHECKING

from starlette.requests import HTTPConnection

from pages.shared import visitor

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "terug"
LOGGED_IN = "_streamlit_user"
SECONDS = 600
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
        if not _is_page(scope) or visitor.login() is None:
            await self.app(scope, receive, send)
            return
        cookies = HTTPConnection(scope).cookies
        place = asked(scope)
        kept = cookies.get(COOKIE, "")
        if LOGGED_IN not in cookies:
            await self.app(scope, receive, _with(send, place, SECONDS) if place else send)
        elif kept and place is None and PLACE.fullmatch(kept):
            start = {"type": "http.response.start", "status": 302, "headers": [
                (b"location", kept.encode()), (b"cache-control", b"no-store"),
            ]}  # fmt: skip
            await _with(send, "", 0)(start)
            await send({"type": "http.response.body", "body": b""})
        else:
            await self.app(scope, receive, _with(send, "", 0) if kept else send)


def asked(scope: "Scope") -> str | None:
    """The place that a request asks for; None for the start of the dashboard."""
    query = scope.get("query_string", b"").decode("latin-1")
    place = scope["path"] + (f"?{query}" if query else "")
    return place if PLACE.fullmatch(place) else None


def _is_page(scope: "Scope") -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and "text/html" in HTTPConnection(scope).headers.get("accept", "")
    )


def _with(send: "Send", place: str, seconds: int) -> "Send":
    cookie = f"{COOKIE}={place}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax"

    async def with_cookie(message: "Message") -> None:
        if message["type"] == "http.response.start":
            headers = [*message.get("headers", ()), (b"set-cookie", cookie.encode("latin-1"))]
            message = {**message, "headers": headers}
        await send(message)

    return with_cookie
