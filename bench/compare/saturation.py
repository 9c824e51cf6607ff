"""Reruns a second when visitors ask the next as soon as they have one, each by its own protocol.

Every rerun is under a choice that nobody made before, so nothing is answered from memory.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from itertools import product
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
from playwright.sync_api import Browser
from websockets.asyncio.client import connect

from bench.compare.apps import Running
from bench.compare.browser import CHARTS, QUIET, SCRIPT
from bench.visitor import Visitor

VISITORS = 8
PATIENCE = 30.0
Choices = Iterator[tuple[str, str]]
Ask = Callable[[str, str], Awaitable[None]]


def choices(gemeenten: list[str], themes: list[str]) -> Choices:
    """Pairs of a gemeente and a theme, no pair twice."""
    return ((gemeente, theme) for theme, gemeente in product(themes, gemeenten))


async def reruns(
    running: Running, first: str, asked: Choices, seconds: float
) -> tuple[float, float]:
    """Reruns a second during so many, and the server's processor for one in ms.

    `first` is what a browser says first. What visitors cost before that is not counted.
    """
    visitors = [await PROTOCOLS[running.kind.protocol](running, first) for _ in range(VISITORS)]
    for ask in visitors:  # the first of each does not count
        await ask(*next(asked))
    start, done, before = time.perf_counter(), 0, running.processor()

    async def keep_asking(ask: Ask) -> None:
        nonlocal done
        while time.perf_counter() - start < seconds:
            await asyncio.wait_for(ask(*next(asked)), PATIENCE)
            done += 1

    await asyncio.gather(*(keep_asking(ask) for ask in visitors))
    spent = running.processor() - before
    return done / (time.perf_counter() - start), 1000 * spent / done


def first_message(browser: Browser, running: Running) -> str:
    """What a browser says first over its websocket when the page stands, as far as it is text."""
    said: list[str] = []

    def hear(frame: str | bytes) -> None:
        if isinstance(frame, str):
            said.append(frame)

    page = browser.new_context(viewport={"width": 1280, "height": 2400}).new_page()
    page.add_init_script(SCRIPT)
    page.on("websocket", lambda socket: socket.on("framesent", hear))
    page.goto(running.url)
    page.wait_for_function("stands(%s)" % [CHARTS, QUIET])
    page.context.close()
    return next((one for one in said if '"init"' in one), "")


async def _streamlit(running: Running, _: str) -> Ask:
    ids: dict[str, str] = {}
    finished = asyncio.Event()

    def drawn(delta: Any) -> None:
        select = delta.new_element.multiselect
        if select.label:
            ids[select.label] = select.id

    visitor = Visitor(running.url, drawn, finished.set)
    await visitor.open()
    chosen: dict[str, str] = {}

    async def ask(gemeente: str, theme: str) -> None:
        for label, value in (("Gemeente", gemeente), ("Thema", theme)):
            if chosen.get(label) == value:
                continue
            chosen[label] = value
            visitor.hold(ids[label], [value])
        finished.clear()
        named = {"gemeente": gemeente, "thema": theme} if running.kind.is_ours else {}
        await visitor.ask(urlencode(named))
        await finished.wait()
        if visitor.errors:
            raise RuntimeError(visitor.errors[0])

    return ask


async def _dash(running: Running, _: str) -> Ask:
    client = httpx.AsyncClient(base_url=running.url, timeout=PATIENCE)
    [described] = (await client.get("/_dash-dependencies")).json()
    outputs = [
        dict(zip(("id", "property"), one.rsplit(".", 1), strict=True))
        for one in described["output"].strip(".").split("...")
    ]

    async def ask(gemeente: str, theme: str) -> None:
        given = {"gemeente": [gemeente], "thema": [theme], "status": []}
        asked = {
            "output": described["output"],
            "outputs": outputs,
            "inputs": [{**one, "value": given[one["id"]]} for one in described["inputs"]],
            "changedPropIds": ["gemeente.value"],
        }
        answer = await client.post("/_dash-update-component", json=asked)
        answer.raise_for_status()

    return ask


async def _shiny(running: Running, first: str) -> Ask:
    socket = await connect(f"ws://{urlsplit(running.url).netloc}/websocket/", max_size=None)

    async def until_sent() -> None:
        """Until the key figures of this run came: all of a run is sent together at its end."""
        async for frame in socket:
            with suppress(ValueError, TypeError):
                said = json.loads(frame)
                if said.get("errors"):
                    raise RuntimeError(said["errors"])
                if "figure_0" in said.get("values", {}):
                    return

    await socket.send(first)
    await asyncio.wait_for(until_sent(), PATIENCE)

    async def ask(gemeente: str, theme: str) -> None:
        given = {"gemeente": [gemeente], "thema": [theme]}
        await socket.send(json.dumps({"method": "update", "data": given}))
        await until_sent()

    return ask


PROTOCOLS: dict[str, Callable[[Running, str], Awaitable[Ask]]] = {
    "streamlit": _streamlit,
    "dash": _dash,
    "shiny": _shiny,
}
