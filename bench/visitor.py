"""Visitors without a browser: a websocket connection that speaks Streamlit's protocol.

What a browser does between the server and the page is done here too: it keeps large messages so
that the server need not send them again, reruns a fragment as often as that asks, and sends back
what the widgets hold.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import StringArray
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

# As long as Streamlit lets a browser keep a message that is used no more, in runs.
KEPT_RUNS = 2


@dataclass
class _Kept:
    message: ForwardMsg
    fragment: str
    run: int


class Visitor:
    """One open page. `on_delta` gets what is drawn, `on_finished` is called when a run ends."""

    def __init__(
        self,
        address: str,
        on_delta: Callable[[Delta], None],
        on_finished: Callable[[], None] = lambda: None,
    ) -> None:
        self.address = address
        self.on_delta = on_delta
        self.on_finished = on_finished
        self.opened = asyncio.Event()
        self.errors: list[str] = []
        self.received = 0
        self.runs = 0
        # Whether the run that ended last was of the whole page, not of a fragment.
        self.ended_whole = False
        self._page = ""
        self._states: dict[str, WidgetState] = {}
        self._kept: dict[str, _Kept] = {}
        self._timers: dict[str, asyncio.Task[None]] = {}
        self._socket: ClientConnection
        self._reading: asyncio.Task[None]

    async def open(self) -> None:
        """Connect, ask for the page and wait until it stands."""
        self._socket = await connect(
            f"ws://{urlsplit(self.address).netloc}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            compression=None,
            max_size=None,
        )
        self._reading = asyncio.create_task(self._read())
        await self._rerun()
        await asyncio.wait_for(self.opened.wait(), 60)

    async def close(self) -> None:
        """Leave the page."""
        self._stop_timers()
        self._reading.cancel()
        with suppress(asyncio.CancelledError):
            await self._reading
        await self._socket.close()

    async def set_state(self, widget: str, fragment: str, value: dict[str, Any]) -> None:
        """What `setStateValue` does in a component."""
        self._states[widget] = WidgetState(id=widget, json_value=json.dumps(value))
        await self._rerun(fragment)

    def hold(self, widget: str, chosen: Sequence[str]) -> None:
        """Have these options of a multiselect chosen from the next rerun on."""
        held = StringArray(data=chosen)
        self._states[widget] = WidgetState(id=widget, string_array_value=held)

    async def ask(self, query: str) -> None:
        """Ask for the whole page; `query` is what the address says by now."""
        self.address = urlsplit(self.address)._replace(query=query).geturl()
        await self._rerun()

    async def _rerun(self, fragment: str = "", by_itself: bool = False) -> None:
        message, parts = BackMsg(), urlsplit(self.address)
        ask = message.rerun_script
        ask.query_string, ask.fragment_id, ask.is_auto_rerun = parts.query, fragment, by_itself
        ask.page_script_hash = self._page
        ask.page_name = "" if self._page else parts.path.strip("/")
        ask.context_info.url, ask.context_info.locale = self.address, "nl-NL"
        ask.context_info.timezone = "Europe/Amsterdam"
        ask.cached_message_hashes.extend(self._kept)
        ask.widget_states.widgets.extend(self._states.values())
        await self._socket.send(message.SerializeToString())

    async def _read(self) -> None:
        try:
            async for frame in self._socket:
                assert isinstance(frame, bytes)
                self.received += len(frame)
                self._take(ForwardMsg.FromString(frame))
            self.errors.append("the server closed the connection")
        except Exception as error:  # noqa: BLE001 - counted, and the others go on
            self.errors.append(repr(error))

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            kept = self._kept[message.ref_hash]
            kept.run, message = self.runs, kept.message
            kind = message.WhichOneof("type")
        elif message.metadata.cacheable:
            self._kept[message.hash] = _Kept(message, message.delta.fragment_id, self.runs)
        if kind == "new_session" and not message.metadata.run.fragment_ids:
            self._stop_timers()
        elif kind == "navigation":
            # The page that `app.py` chose: a run that names another hash shows the first page.
            self._page = message.navigation.page_script_hash
        elif kind == "delta":
            if message.delta.new_element.WhichOneof("type") == "exception":
                self.errors.append(message.delta.new_element.exception.message)
            self.on_delta(message.delta)
        elif kind == "auto_rerun":
            self._repeat(message.auto_rerun.fragment_id, message.auto_rerun.interval)
        elif kind == "script_finished":
            self._finish(message)

    def _finish(self, message: ForwardMsg) -> None:
        if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return
        if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            self.errors.append("the script did not compile")
        self.runs += 1
        fragments = set(message.metadata.run.fragment_ids)
        self.ended_whole = not fragments
        self._kept = {
            hash_: kept
            for hash_, kept in self._kept.items()
            if (fragments and kept.fragment not in fragments) or self.runs - kept.run <= KEPT_RUNS
        }
        self.opened.set()
        self.on_finished()

    def _repeat(self, fragment: str, seconds: float) -> None:
        async def again() -> None:
            while True:
                await asyncio.sleep(seconds)
                await self._rerun(fragment, by_itself=True)

        if fragment not in self._timers:
            self._timers[fragment] = asyncio.create_task(again())

    def _stop_timers(self) -> None:
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
