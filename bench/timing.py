"""How a thing is timed and how its figures are shown."""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

ROUNDS = 9
THREADS = 2


@dataclass(frozen=True)
class Figure:
    """One line of the table: what was measured, and what it should be at most."""

    what: str
    measured: float
    target: float | None = None
    unit: str = "ms"
    note: str = ""

    def line(self) -> str:
        """The figure in fixed columns."""
        target = "" if self.target is None else f"{self.target:,.0f} {self.unit}"
        met = "" if self.target is None else ("yes" if self.measured < self.target else "NO")
        measured = f"{self.measured:,.1f} {self.unit}"
        return f"  {self.what:<46}{measured:>14}{target:>14}  {met:<4}{self.note}".rstrip()


def median_ms(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """The median duration in milliseconds, after one round that does not count."""
    work()
    return statistics.median(once_ms(work) for _ in range(rounds))


def once_ms(work: Callable[[], Any]) -> float:
    """The duration of one round in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def show(title: str, figures: list[Figure]) -> None:
    """Print a table with a heading, and how busy the machine was when it was made."""
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(f"\n{title}   (load {busy:.1f} on {os.cpu_count()} cores)")
    print(f"  {'':<46}{'median':>14}{'target':>14}  met")
    for figure in figures:
        print(figure.line(), flush=True)
