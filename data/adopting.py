"""Carrying a scenario out for real, once somebody decides so."""

from dataclasses import dataclass
from datetime import date

from core.names import name_key
from core.scenario import Imagined, Scenario
from core.wording import counted, short_date
from data import choices, documents, scenarios
from data.errors import ChangedMeanwhile, InputRefused
from data.ingest.plan import known_partnerships
from data.scenario_steps import as_stored, effect_of, partners_of, stop_and_shift, write
from data.store import Change, Reader, Row, Store

THOUGHT_OF = "verkenning"


@dataclass(frozen=True)
class Adoption:
    """What carrying a scenario out would do: the names of what ends, shifts and begins."""

    ends: list[str]
    shifts: list[str]
    begins: list[str]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing (left) to do."""
        return not (self.ends or self.shifts or self.begins)


def adoption(store: Reader, scenario: Scenario, on: date) -> Adoption:
    """What carrying it out from a day on would do, whatever filters it was looked at under."""
    effect = effect_of(store, scenario, on)
    there = {row["id"] for row in choices.libraries(store)}
    return Adoption(
        [row["name"] for row in effect.ends],
        [row["name"] for row in effect.shifts],
        [one.name for one in scenario.imagined if one.library in there],
    )


def adopt_scenario(store: Store, id: int, version: int, on: date, who: str) -> int:
    """Carry the scenario out from a day on, and take it off the list; return the batch.

    What stops is ended on that day, efforts are changed now, and what was imagined becomes a
    partnership under exploration, without locations: those are for people to find. Raises
    ChangedMeanwhile when the scenario was changed since `version`, and InputRefused when there is
    nothing to do, when something would end before it began, or when an imagined partnership has
    the name of one that is there.
    """
    found = scenarios.scenarios(store, id)
    if not found or found[0]["version"] != version:
        raise ChangedMeanwhile
    scenario: Scenario = found[0]["content"]
    store.before_much()
    with store.change(who, f"scenario {found[0]['name']} doorgevoerd") as change:
        _refuse(change, scenario, on)
        stop_and_shift(change, scenario, effect_of(change, scenario, on), on, log=True)
        for one in scenario.imagined:
            write(change, [_explored(change, one, found[0]["name"], on)], log=True)
        documents.delete(change, scenarios.KIND, id, version)
        return change.batch


def _explored(change: Change, one: Imagined, scenario: str, on: date) -> Row:
    partners, made = partners_of(change, one)
    change.run("log_partner_after", ids=made)
    meant = ""
    if one.locations:
        meant = f" Beoogd bereik: {counted(one.locations, 'locatie', 'locaties')}."
    return as_stored(one) | {
        "partners": [row["id"] for row in partners],
        "status": THOUGHT_OF,
        "history": [{"status": THOUGHT_OF, "since": on}],
        "note": f"Uit het scenario {scenario}.{meant}",
    }


def _refuse(change: Change, scenario: Scenario, on: date) -> None:
    if adoption(change, scenario, on).is_empty:
        raise InputRefused("Dit scenario verandert niets", "Er is niets (meer) door te voeren.")
    for row in effect_of(change, scenario, on).ends:
        known = [step["since"] for step in row["history"] if step["since"]]
        first = max([row["start_date"] or date.min, *known[:1]])
        if on < first:
            raise InputRefused(
                f"{row['name']} begon pas op {short_date(first)}",
                "Kies een dag daarna om haar te beëindigen.",
            )
    there = {row["id"] for row in choices.libraries(change)}
    for one in scenario.imagined:
        if one.library not in there:
            raise InputRefused(
                f"De bibliotheek van {one.name} bestaat niet meer",
                "Haal deze denkbeeldige samenwerking uit het scenario.",
            )
        if known_partnerships(change.rows, [one.library], [name_key(one.name)]):
            raise InputRefused(
                f"Er is al een samenwerking met de naam {one.name}",
                "Geef de denkbeeldige samenwerking een andere naam.",
            )
