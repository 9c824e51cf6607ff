"""People who look at a page and change a filter now and then, as a browser would ask for it."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from itertools import chain
from urllib.parse import urlencode

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.Delta_pb2 import Delta

from bench.visitor import Visitor
from core.wording import as_typed

# The filters that people change, by title and by name in the address.
FILTERS = {"Gemeente": "gemeente", "Thema": "thema", "Status": "status"}
# How often a change is that a filter is emptied.
EMPTIED = 0.25
# Who got no page by then has none.
PATIENCE = 30.0


@dataclass(frozen=True)
class Rerun:
    """One change of a filter: how long until the whole page was sent, or why it was not."""

    at: float
    ms: float
    failed: str = ""


@dataclass
class Person:
    """Somebody with the page open."""

    address: str
    random: random.Random
    opening: float = 0.0
    reruns: list[Rerun] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.visitor = Visitor(self.address, self._drawn, self._finished)
        self.said = ""  # the sentence of the page about its filters
        self.title = ""  # of the page that was drawn last
        self._came_for = ""
        self._options: dict[str, tuple[str, list[str]]] = {}
        self._chosen: dict[str, list[str]] = {}
        self._ended = asyncio.Event()
        self._told: list[str] = []

    async def come(self, wait: float = 0.0) -> None:
        """Open the page after so many seconds; raises where it does not come, or says an error."""
        await asyncio.sleep(wait)
        start = time.perf_counter()
        await asyncio.wait_for(self.visitor.open(), PATIENCE)
        self.opening = (time.perf_counter() - start) * 1000
        self._came_for = self.title
        if wrong := self._wrong():
            raise RuntimeError(wrong)

    async def look(self, pause: float, until: float) -> None:
        """Change a filter about every `pause` seconds, never before the page is there again."""
        due = time.perf_counter() + self.random.uniform(0, pause)
        while due < until:
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            due = time.perf_counter() + self.random.uniform(0.5, 1.5) * pause
            await self._change()

    async def leave(self) -> None:
        """Close the page, if there is one."""
        if self.visitor.opened.is_set():
            await self.visitor.close()

    async def _change(self) -> None:
        title = self.random.choice([one for one in FILTERS if one in self._options])
        id_, options = self._options[title]
        emptied = self._chosen.get(title) and self.random.random() < EMPTIED
        self._chosen[title] = [] if emptied else [self.random.choice(options)]
        asked = {FILTERS[one]: held for one, held in self._chosen.items() if held}
        self._ended.clear()
        self.said = ""
        start = time.perf_counter()
        self.visitor.hold(id_, self._chosen[title])
        await self.visitor.ask(urlencode(asked, doseq=True))
        failed = ""
        try:
            await asyncio.wait_for(self._ended.wait(), PATIENCE)
        except TimeoutError:
            failed = f"no page within {PATIENCE:.0f} s"
        spent = (time.perf_counter() - start) * 1000
        self.reruns.append(Rerun(start, spent, failed or self._wrong()))

    def _wrong(self) -> str:
        told = [*self.visitor.errors, *self._told]
        self.visitor.errors.clear()
        self._told.clear()
        if not all(one in as_typed(self.said) for one in chain(*self._chosen.values())):
            told.append(f"the filter was not taken: {self.said}")
        if self.title != self._came_for:
            told.append(f"another page: {self.title}")
        return "; ".join(told)

    def _drawn(self, delta: Delta) -> None:
        drawn = delta.new_element
        if drawn.HasField("multiselect") and drawn.multiselect.label in FILTERS:
            select = drawn.multiselect
            self._options[select.label] = (select.id, list(select.options))
        elif drawn.HasField("heading") and drawn.heading.tag == "h1":
            self.title = drawn.heading.body
        elif drawn.HasField("alert") and drawn.alert.format == Alert.ERROR:
            self._told.append(drawn.alert.body)
        elif drawn.HasField("markdown") and drawn.markdown.body.startswith("U ziet"):
            self.said = drawn.markdown.body

    def _finished(self) -> None:
        if self.visitor.ended_whole:
            self._ended.set()
