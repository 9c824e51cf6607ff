"""A consideration as people state it: the question, the options, the criteria and their weights.

What is scored is kept apart (core.verdict): this is what the scores are given on. The criteria
are a copy of those of a set at one version, so an old consideration keeps its own.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from core.criteria import Criteria, Criterion, Text
from core.names import name_key
from core.partnership import refuse
from core.scenario import Id, Name

WHOLE = 100.0
MOST_OPTIONS = 8
SHIPPED = "Standaardcriteria"
OPTION_CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Option(BaseModel):
    """What is weighed: an existing partnership (its id) or an idea; its letter stays its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, Field(pattern=r"^[A-Z]$")]
    name: Name
    partnership: Id | None = None
    note: Text = ""


def _options(typed: tuple[Option, ...]) -> tuple[Option, ...]:
    if len(typed) > MOST_OPTIONS:
        raise refuse(f"Weeg ten hoogste {MOST_OPTIONS} opties tegelijk.")
    keys = [name_key(one.name) for one in typed]
    if len(set(keys)) < len(keys) or len({one.code for one in typed}) < len(typed):
        raise refuse("Twee opties hebben dezelfde naam. Geef elke optie een eigen naam.")
    return typed


class ConsiderationTable(BaseModel):
    """The table without its scores. `points` by criterion code, together 100.

    `criteria_set` None and `criteria_version` 0: the criteria that are shipped.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    library: Id | None = None
    options: Annotated[tuple[Option, ...], AfterValidator(_options)] = ()
    criteria: Criteria
    criteria_set: Id | None = None
    criteria_name: str = SHIPPED
    criteria_version: Annotated[int, Field(ge=0)] = 0
    points: dict[str, Annotated[float, Field(ge=0, le=WHOLE, allow_inf_nan=False)]] = {}
    used_letters: str = ""
    review_on: date | None = None

    @model_validator(mode="before")
    @classmethod
    def _equal_by_default(cls, typed: Any) -> Any:
        if isinstance(typed, dict) and not typed.get("points"):
            codes = [_code(one) for one in typed.get("criteria", ())]
            return {**typed, "points": {code: WHOLE / len(codes) for code in codes}}
        return typed

    @model_validator(mode="after")
    def _fits(self) -> "ConsiderationTable":
        if set(self.points) != {one.code for one in self.criteria}:
            raise refuse("De weging past niet bij de criteria.")
        if abs(sum(self.points.values()) - WHOLE) > 1e-6:
            raise refuse("De punten tellen samen niet op tot 100.")
        return self

    @property
    def codes(self) -> list[str]:
        """The codes of the criteria, in their order."""
        return [one.code for one in self.criteria]

    def named(self, option: str) -> str:
        """What the option with this letter is called."""
        return next(one.name for one in self.options if one.code == option)

    def adding(
        self, name: str, partnership: int | None = None, note: str = ""
    ) -> "ConsiderationTable":
        """With one more option, under a letter that no option of this table ever had."""
        used = self._used()
        free = next((one for one in OPTION_CODES if one not in used), None)
        if free is None:
            raise refuse("Deze afweging heeft te veel opties gehad. Begin een nieuwe afweging.")
        option = Option(code=free, name=name, partnership=partnership, note=note)
        return self._changed(options=(*self.options, option), used_letters=used + free)

    def dropping(self, option: str) -> "ConsiderationTable":
        """Without the option of this letter; its scores stay stored."""
        left = tuple(one for one in self.options if one.code != option)
        return self._changed(options=left, used_letters=self._used())

    def renaming(self, option: str, name: str, note: str) -> "ConsiderationTable":
        """With other words for an option."""
        new = {"name": name, "note": note}
        # As values, not as options: those would be taken for checked.
        return self._changed(
            options=tuple(
                one.model_dump() | (new if one.code == option else {}) for one in self.options
            )
        )

    def weighing(self, points: Mapping[str, float]) -> "ConsiderationTable":
        """With other points, brought to a sum of 100."""
        return self._changed(points=_to_whole(points))

    def judging_by(
        self, criteria: Iterable[Criterion], set_id: int | None, name: str, version: int
    ) -> "ConsiderationTable":
        """With other criteria.

        New ones weigh what they would if all were equal; those that stay share the rest in
        proportion to their points. Where those have no points, the new ones weigh all, and without
        new ones all weigh the same.
        """
        chosen = tuple(criteria)
        kept = {code: self.points[code] for one in chosen if (code := one.code) in self.points}
        total, added = sum(kept.values()), len(chosen) - len(kept)
        # What stays has these points for each new one, so that a new one has its equal share.
        each = total / len(kept) if total else 1.0
        points = {one.code: kept.get(one.code, each) for one in chosen}
        return self._changed(
            criteria=chosen,
            points=_to_whole(points) if total or added else {},
            criteria_set=set_id,
            criteria_name=name,
            criteria_version=version,
        )

    def _used(self) -> str:
        """The letters that an option of this table has or had."""
        return "".join(sorted({*self.used_letters, *(one.code for one in self.options)}))

    def _changed(self, **changes: Any) -> "ConsiderationTable":
        """Raises ValidationError where the result cannot be; `reasons` says it in Dutch."""
        return ConsiderationTable.model_validate(self.model_dump() | changes)


def reasons(error: ValidationError) -> list[str]:
    """What is wrong with a table, in Dutch."""
    return list(
        dict.fromkeys(
            one["msg"] if one["type"] == "refused" else "Deze waarde kan niet worden gebruikt."
            for one in error.errors()
        )
    )


def shown_points(points: Mapping[str, float]) -> dict[str, float]:
    """The points with two decimals, such that what is shown is together exactly 100.

    With fewer, sixteen criteria that weigh the same (6.25) would not look so.
    """
    parts = {code: int(100 * value) for code, value in points.items()}
    short = round(100 * WHOLE) - sum(parts.values())
    by_rest = sorted(points, key=lambda code: (parts[code] - 100 * points[code], code))
    for code in by_rest[:short]:
        parts[code] += 1
    return {code: value / 100 for code, value in parts.items()}


def _to_whole(points: Mapping[str, float]) -> dict[str, float]:
    total = sum(points.values())
    if not total > 0:
        raise refuse("Geef ten minste één criterium punten.")
    # Rounding may bring what weighs all of it a hair above a hundred.
    return {code: min(WHOLE * value / total, WHOLE) for code, value in points.items()}


def _code(criterion: Any) -> str:
    return str(criterion["code"] if isinstance(criterion, dict) else criterion.code)
