"""A live session on the real app: thirty people score on their phones, the leader looks on.

Each has a websocket connection of its own and does what a phone does: an edit about every two
seconds, sent again until the server has it, and the page's own polling in between. Afterwards the
store is read: what was given must be in it.
"""

import asyncio
import json
import random
import re
import secrets
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.Delta_pb2 import Delta

from bench.timing import Figure, show
from bench.visitor import Visitor
from bench.watched import memory, own_processor, processor
from core.consideration_table import ConsiderationTable
from data import sessions
from data.considerations import make_consideration
from data.criteria_sets import shipped_criteria
from data.store import Store
from tests.e2e.app_process import RunningApp, free_address, serve, stop

PEOPLE, OPTIONS = 30, 3
# Two seconds on average between the edits of one person; they come in during the arrival.
SOONEST, LATEST = 1.0, 3.0
ARRIVAL = 10.0
QUICK_CELLS, QUICK_ARRIVAL = 10, 4.0
# What the outbox of the component waits before it sends again.
LATE, SLOWER, SLOWEST = 4.0, 1.5, 20.0
PATIENCE = 30.0
EDIT_TARGET, SCREEN_TARGET = 1_000.0, 3_000.0
# "Deelnemer 07 · 12 van 48", in words or in the data of a component.
GIVEN = re.compile(r"(Deelnemer \d\d)[^0-9]+(\d+) van")


@dataclass
class Sent:
    """One edit on its way: what it says, and when what happened to it."""

    payload: dict[str, Any]
    at: float
    drawn: bool = False
    finished: float | None = None
    on_screen: float | None = None


@dataclass
class Person:
    """A participant: what the store knows of them, and what they gave."""

    row: dict[str, Any]
    address: str
    sent: list[Sent] = field(default_factory=list)
    again: int = 0
    widget: str = ""
    fragment: str = ""

    def __post_init__(self) -> None:
        self.client = secrets.token_hex(8)
        self.visitor = Visitor(self.address, self._drawn, self._finished)
        self.opening = 0.0
        self._tries = 0
        self._resend_at = 0.0

    async def take_part(self, wait: float, cells: Sequence[tuple[str, str]]) -> None:
        """Come in, score, and stay until all of it has come back."""
        await asyncio.sleep(wait)
        start = time.perf_counter()
        await self.visitor.open()
        self.opening = time.perf_counter() - start
        sending_again = asyncio.create_task(self._send_again())
        for number, (option, criterion) in enumerate(cells, 1):
            await asyncio.sleep(random.uniform(SOONEST, LATEST))
            payload = {
                "id": f"{self.client}-{number}",
                "option": option,
                "criterion": criterion,
                "field": "score",
                "value": random.choice("12345?"),
                "base": 0,
            }
            self.sent.append(Sent(payload, time.perf_counter()))
            await self._send()
        deadline = time.perf_counter() + PATIENCE
        while self.pending and time.perf_counter() < deadline:
            await asyncio.sleep(0.1)
        sending_again.cancel()

    @property
    def pending(self) -> list[Sent]:
        """What the server has not confirmed yet."""
        return [one for one in self.sent if not one.drawn]

    async def _send(self) -> None:
        self._tries += 1
        self._resend_at = time.perf_counter() + min(LATE * SLOWER ** (self._tries - 1), SLOWEST)
        edits = [{**one.payload, "attempt": self._tries} for one in self.pending]
        await self.visitor.set_state(self.widget, self.fragment, {"edits": edits})

    async def _send_again(self) -> None:
        while True:
            await asyncio.sleep(1)
            now = time.perf_counter()
            if now >= self._resend_at and any(now - one.at >= LATE for one in self.pending):
                self.again += 1
                await self._send()

    def _drawn(self, delta: Delta) -> None:
        component = delta.new_element.bidi_component
        if not component.component_name.endswith("score_table"):
            return
        self.widget, self.fragment = component.id, delta.fragment_id
        handled = set(json.loads(component.json or component.mixed.json)["handled"])
        for one in self.pending:
            if one.payload["id"] in handled:
                one.drawn = True
                self._tries = 0

    def _finished(self) -> None:
        for one in self.sent:
            if one.drawn and one.finished is None:
                one.finished = time.perf_counter()


class Screen:
    """The leader's page: when each count came to stand on it."""

    def __init__(self, address: str, people: Sequence[Person]) -> None:
        self.people = {person.row["name"]: person for person in people}
        self.visitor = Visitor(address, self._drawn)

    def _drawn(self, delta: Delta) -> None:
        drawn = delta.new_element
        said = drawn.markdown.body + drawn.bidi_component.json + drawn.bidi_component.mixed.json
        for name, given in GIVEN.findall(said):
            for one in self.people[name].sent[: int(given)]:
                one.on_screen = one.on_screen or time.perf_counter()


def run(_: Iterable[int], rounds: int) -> None:
    """Print what a session of thirty people costs; in one round only, a short one."""
    quick = rounds == 1
    with tempfile.TemporaryDirectory(prefix="samenwerking-live-") as folder:
        app = RunningApp(free_address(), Path(folder) / "live.duckdb", Path(folder) / "app.log")
        screen_address, people, cells = _prepared(app)
        cells = cells[:QUICK_CELLS] if quick else cells
        process = serve("server.py", app)
        try:
            used = asyncio.run(_session(process, screen_address, people, cells, quick))
        finally:
            stop(process)
        figures = [*_waits(people), *used, *_kept(app.store, people)]
        said = app.log.read_text(errors="replace")
    figures.append(Figure("errors in the app's log", said.count("Traceback"), unit=""))
    show(f"Live session of {PEOPLE} people on {len(cells)} cells", figures)


def _prepared(app: RunningApp) -> tuple[str, list[Person], list[tuple[str, str]]]:
    """A store with an open session and everybody in it; the addresses of all of them."""
    with Store.open(app.store) as store:
        table = ConsiderationTable(criteria=shipped_criteria(store))
        for number in range(OPTIONS):
            table = table.adding(f"Samenwerking {number + 1}")
        id_, _ = make_consideration(store, "Met wie gaan we verder?", table, "bench")
        session = sessions.open_session(store, id_, "bench")["id"]
        people = []
        for number in range(1, PEOPLE + 1):
            secret = sessions.join(store, session, f"Deelnemer {number:02}")["secret"]
            row = sessions.participant(store, session, secret)
            assert row is not None
            asked = urlencode({"sessie": session, "ik": secret})
            people.append(Person(row, f"{app.url}/deelnemen?{asked}"))
    asked = urlencode({"afweging": id_, "stap": "Samen scoren"})
    cells = [(option.code, code) for code in table.codes for option in table.options]
    return f"{app.url}/afweging?{asked}", people, cells


async def _session(
    process: subprocess.Popen[bytes],
    screen_address: str,
    people: Sequence[Person],
    cells: Sequence[tuple[str, str]],
    quick: bool,
) -> list[Figure]:
    """The session from beginning to end; what the server and we used."""
    screen = Screen(screen_address, people)
    await screen.visitor.open()
    start, server, ours = time.perf_counter(), processor(process.pid), own_processor()
    arrival = QUICK_ARRIVAL if quick else ARRIVAL
    await asyncio.gather(
        *(one.take_part(arrival * at / PEOPLE, cells) for at, one in enumerate(people))
    )
    took = time.perf_counter() - start
    server, ours = processor(process.pid) - server, own_processor() - ours
    await asyncio.sleep(2 * SCREEN_TARGET / 1000)
    visitors = [screen.visitor, *(one.visitor for one in people)]
    await asyncio.gather(*(one.close() for one in visitors))
    errors = [said for one in visitors for said in one.errors]
    runs = sum(one.runs for one in visitors)
    received = sum(one.visitor.received for one in people) / PEOPLE / took
    return [
        Figure("the server's processor", 100 * server / took, unit="%", note=f"of {took:.0f} s"),
        Figure("of one finished run", 1000 * server / runs, note=f"{runs:,} runs"),
        Figure("our own processor", 100 * ours / took, unit="%"),
        Figure("the server's memory at most", memory(process.pid, peak=True), unit="MB"),
        Figure("to each phone, a second", received / 1000, unit="kB"),
        Figure("errors on connections", len(errors), unit="", note="; ".join(set(errors))[:200]),
    ]


def _waits(people: Sequence[Person]) -> list[Figure]:
    every = [one for person in people for one in person.sent]
    finished = sorted(1000 * (one.finished - one.at) for one in every if one.finished)
    seen = sorted(1000 * (one.on_screen - one.at) for one in every if one.on_screen)
    opening = [1000 * one.opening for one in people]
    resent = sum(one.again for one in people)
    return [
        Figure("edits sent", len(every), unit="", note=f"{resent} times again"),
        Figure("edits that came back", len(finished), unit=""),
        Figure("edits on the leader's screen", len(seen), unit=""),
        Figure("opening the page", statistics.median(opening)),
        Figure("from edit to finished rerun", statistics.median(finished), EDIT_TARGET),
        Figure("  one in twenty longer than", finished[-len(finished) // 20]),
        Figure("from edit to the leader's screen", statistics.median(seen), SCREEN_TARGET),
        Figure("  one in twenty longer than", seen[-len(seen) // 20], SCREEN_TARGET),
    ]


def _kept(path: Path, people: Sequence[Person]) -> list[Figure]:
    """What of it is in the store, after the server has stopped."""
    lost = 0
    with Store.open(path) as store:
        for person in people:
            own = sessions.own_scores(store, person.row, 1)
            scores = {(one["option"], one["criterion"]): one["score"] for one in own}
            lost += sum(
                scores.get((one.payload["option"], one.payload["criterion"]))
                != one.payload["value"]
                for one in person.sent
            )
        kept = sum(row["given"] for row in sessions.roster(store, people[0].row["session"]))
    return [Figure("edits stored", kept, unit=""), Figure("edits lost", lost, unit="")]
