"""Links that name a filter by its code, its other name or in another spelling.

The widgets know labels only, and Streamlit takes what they do not know out of the address. So a
link is understood before the app sees it: the browser is sent on to the same page with labels.
What means nothing stays as it is; the page then says so.
"""

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from data.errors import StoreError
from data.named_filters import labels_in_links
from pages.shared.filters import LIBRARY
from pages.shared.first_visit import sees_names
from pages.shared.opened import result_of, whole_store
from pages.shared.visitor import login

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send


def understood(query: str) -> str:
    """The query of an address with labels for words; the same text where nothing changes."""
    asked = parse_qsl(query, keep_blank_values=True)
    meaning = result_of(whole_store(), labels_in_links)
    if login() is not None:  # what a library is called by its number, not everybody is told
        meaning = {key: label for key, label in meaning.items() if key != LIBRARY}
    meant = [(key, (key in meaning and meaning[key](word)) or word) for key, word in asked]
    once = list(dict.fromkeys(meant))
    return query if once == asked else urlencode(once)


class Links:
    """In front of the app: sends a link on when it is understood as another one."""

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        query = scope.get("query_string", b"").decode("latin-1")
        # Who sees no names is not told what a library is called by its number.
        if scope["type"] == "http" and scope["method"] == "GET" and query and sees_names(scope):
            try:
                meant = understood(query)
            except StoreError:
                meant = query  # the page says what is wrong with the store
            if meant != query:
                # Only a query: relative to wherever the app is served.
                headers = [(b"location", f"?{meant}".encode()), (b"cache-control", b"no-store")]
                await send({"type": "http.response.start", "status": 302, "headers": headers})
                await send({"type": "http.response.body", "body": b""})
                return
        await self.app(scope, receive, send)
