"""A force field: what drives a change and what restrains it (Lewin 1951)."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from core.scenario import Name


class Force(BaseModel):
    """One force: what it is, which way it works, how strongly (1-5)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: Name
    drives: bool
    strength: Annotated[int, Field(ge=1, le=5)]


class ForceField(BaseModel):
    """The forces around one change; its name says which."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    form: Literal[1] = 1
    forces: Annotated[tuple[Force, ...], Field(max_length=30)] = ()

    @property
    def balance(self) -> int:
        """The strengths that drive minus those that restrain."""
        return sum(one.strength if one.drives else -one.strength for one in self.forces)


def balance_in_words(field: ForceField) -> str:
    """Which way it leans."""
    if not field.forces:
        return "Er staan nog geen krachten bij deze verandering."
    drive = sum(one.strength for one in field.forces if one.drives)
    said = f"De drijvende krachten tellen op tot {drive}, de remmende tot {drive - field.balance}: "
    if not field.balance:
        return said + "zij houden elkaar in evenwicht."
    return said + (
        "de verandering heeft de wind mee."
        if field.balance > 0
        else "zij komt zo niet los. Een rem wegnemen helpt vaak meer dan harder duwen."
    )
