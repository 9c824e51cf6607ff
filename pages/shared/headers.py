"""What every answer tells the browser: run nothing but ours, ask nobody else, show it in no frame.

The policy is the tightest under which every page works: each test in tests/e2e fails when the
browser refuses something.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy(page: str) -> str:
    """The content security policy for a page of Streamlit: its own inline script, and no other."""
    scripts = " ".join(f"'sha256-{_hash(script)}'" for script in _INLINE.findall(page))
    return "; ".join(
        (
            "default-src 'none'",
            # The scripts of pages/components come over the connection and are run from a blob;
            # Streamlit counts in WebAssembly. Text is never run as a script.
            f"script-src 'self' blob: 'wasm-unsafe-eval' {scripts}",
            # Streamlit makes its styles in the browser.
            "style-src 'self' 'unsafe-inline'",
            # The logo, drawings in styles, and the code to join a session.
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _page_of_streamlit() -> str:
    return (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


@cache
def always() -> dict[str, str]:
    """The headers of every answer."""
    return {
        "content-security-policy": policy(_page_of_streamlit()),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": (
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
            "display-capture=(), browsing-topics=()"
        ),
    }


class Headers:
    """In front of the app: the same headers on everything that it answers."""

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: "Message") -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in always().items():
                    headers[name] = value
                if scope["scheme"] == "https":
                    headers["strict-transport-security"] = "max-age=31536000"
            await send(message)

        await self.app(scope, receive, with_headers)
