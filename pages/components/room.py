"""The big screen while everybody scores: how to join, who is there and who is ready.

Drawn here because it is read from the back of a room, and Streamlit's largest text is too small.
"""

import base64
from collections.abc import Sequence
from typing import Final, Literal, TypedDict

import streamlit as st

from pages.components.source import source

_MOUNT: Final = st.components.v2.component(
    "room",
    html="<div data-root></div>",
    css=source("shared.css", "room.css"),
    js=source("make.js", "room.js"),
)


class Person(TypedDict):
    """Somebody who takes part, and in words how far; never what was scored."""

    name: str
    state: Literal["ready", "busy", "gone"]
    said: str


def room(
    code: str, address: str, qr: bytes, title: str, said: str, people: Sequence[Person], *, key: str
) -> None:
    """Draw the screen; it can fill all of it."""
    _MOUNT(
        key=key,
        data={
            "code": code,
            "address": address,
            "qr": f"data:image/png;base64,{base64.b64encode(qr).decode()}",
            "title": title,
            "said": said,
            "people": list(people),
        },
    )
