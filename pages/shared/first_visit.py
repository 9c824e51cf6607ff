"""Whoever first came through a link without names goes on without names.

The address of a link says so, but a visitor could take that out of it. So the first page that a
browser asks for is remembered in a cookie: a browser that came through such a link sees no names
until it is closed. One that had opened the dashboard itself is not held to that.
"""

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.requests import HTTPConnection

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

IN_ADDRESS = "anoniem"
COOKIE = "toegang"
OPEN = "open"
_NO_KEY = re.compile("[^A-Za-z0-9_-]")


class FirstVisit:
    """In front of the app: remembers in a cookie how a browser came in."""

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        if not _begins(scope) or _remembered(scope) is not None:
            await self.app(scope, receive, send)
            return
        cookie = f"{COOKIE}={_asked(scope) or OPEN}; Path=/; HttpOnly; SameSite=Lax"
        await self.app(scope, receive, setting(send, cookie))


def setting(send: "Send", cookie: str) -> "Send":
    """Send what is sent with a cookie, as it is written in a header."""

    async def with_cookie(message: "Message") -> None:
        if message["type"] == "http.response.start":
            headers = [*message.get("headers", ()), (b"set-cookie", cookie.encode("latin-1"))]
            message = {**message, "headers": headers}
        await send(message)

    return with_cookie


def is_page(scope: "Scope") -> bool:
    """Whether a browser asks for a page, not for a part of one."""
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and "text/html" in HTTPConnection(scope).headers.get("accept", "")
    )


def key_in(cookie: str) -> str | None:
    """The key of the link without names in the value of the cookie, if it was through one."""
    first, dot, key = cookie.partition(".")
    return key if (first, dot) == (IN_ADDRESS, ".") else None


def sees_names(scope: "Scope") -> bool:
    """Whether a request comes from who did not come through a link without names."""
    return _asked(scope) is None and key_in(_remembered(scope) or "") is None


def _asked(scope: "Scope") -> str | None:
    """The link without names of a request as the cookie says it.

    Whatever is in the address counts, also what is no key: then nothing is shown at all.
    """
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
    if IN_ADDRESS not in query:
        return None
    return f"{IN_ADDRESS}.{_NO_KEY.sub('', query[IN_ADDRESS][0])[:64]}"


def _remembered(scope: "Scope") -> str | None:
    """The value of the cookie of a request, read as Streamlit reads it for the page.

    The cookies of other applications on this computer come along, in whatever form.
    """
    return HTTPConnection(scope).cookies.get(COOKIE)


def _begins(scope: "Scope") -> bool:
    """Whether a visit can begin so: with a page; or, however it is asked, with a link."""
    return is_page(scope) or (scope["type"] == "http" and _asked(scope) is not None)
