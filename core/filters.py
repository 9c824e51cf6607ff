"""What a page, an export or a link shows: the shared filters."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict


def today() -> date:
    """Today in the Netherlands, wherever this runs."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def day_number(on: date) -> int:
    """A day as the store compares it: 22 November 2026 is 20261122."""
    return on.year * 10_000 + on.month * 100 + on.day


class Filters(BaseModel):
    """The shared filters. An empty tuple means: no restriction.

    `libraries` are library ids, `regions` region codes, `gemeenten` GM codes, `themes` theme
    codes, `statuses` status codes; `measure_date` is the day for which every figure holds.
    """

    model_config = ConfigDict(frozen=True)

    measure_date: date
    libraries: tuple[int, ...] = ()
    regions: tuple[str, ...] = ()
    gemeenten: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()

    def parameters(self) -> dict[str, object]:
        """The query parameters: a list, or None where there is no restriction.

        `day` is the measure date as a number: 20261122.
        """
        on = self.measure_date
        return {
            "libraries": list(self.libraries) or None,
            "regions": list(self.regions) or None,
            "gemeenten": list(self.gemeenten) or None,
            "themes": list(self.themes) or None,
            "statuses": list(self.statuses) or None,
            "measure_date": on,
            "day": day_number(on),
        }
