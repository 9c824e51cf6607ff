"""A step plan as it goes on paper or into a workbook: all that both of them say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.step_plan import Point
from core.wish import Compared


@dataclass(frozen=True)
class PrintedPlan:
    """The plan of a partnership of this name as it stands on a day.

    `phase` is the one that it is in; `parties` are the names of those who may wish (None: the own
    MT), in their order.
    """

    name: str
    library: str
    partners: tuple[str, ...]
    where: str
    phase: int
    points: tuple[Point, ...]
    wishes: tuple[Compared, ...]
    parties: Mapping[int | None, str]
    on: date

    def of(self, phase: int) -> list[Point]:
        """The checks of a phase."""
        return [one for one in self.points if one.check.phase == phase]
