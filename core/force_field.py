"""A force field: what drives a change and what restrains it (Lewin 1951)."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from core.names import name_key
from core.scenario import Name

MOST = 30


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
    forces: Annotated[tuple[Force, ...], Field(max_length=MOST)] = ()

    @property
    def drive(self) -> int:
        """The strengths that drive, together."""
        return sum(one.strength for one in self.forces if one.drives)

    @property
    def restraint(self) -> int:
        """The strengths that restrain, together."""
        return sum(one.strength for one in self.forces if not one.drives)


def put(field: ForceField, force: Force, instead_of: str | None = None) -> ForceField:
    """The field with a force added, or in the place of the one that is called so.

    Raises PydanticCustomError (refused) where that one is gone, where there is another called so
    already, or where there would be more than MOST.
    """
    others = [one for one in field.forces if one.what != instead_of]
    if instead_of is not None and len(others) == len(field.forces):
        raise _gone()
    if name_key(force.what) in {name_key(one.what) for one in others}:
        raise PydanticCustomError("refused", "Deze kracht staat er al. Kies die om te wijzigen.")
    if instead_of is not None:
        forces = tuple(force if one.what == instead_of else one for one in field.forces)
    else:
        forces = (*field.forces, force)
    if len(forces) > MOST:
        raise PydanticCustomError(
            "refused", f"Er staan al {MOST} krachten. Neem er eerst een weg of voeg ze samen."
        )
    return ForceField(forces=forces)


def without(field: ForceField, what: str) -> ForceField:
    """The field without the force that is called so; raises as `put` does where it is gone."""
    others = tuple(one for one in field.forces if one.what != what)
    if len(others) == len(field.forces):
        raise _gone()
    return ForceField(forces=others)


def _gone() -> PydanticCustomError:
    return PydanticCustomError("refused", "Deze kracht is intussen gewijzigd of weggehaald.")


def in_order(field: ForceField) -> list[Force]:
    """What drives first, then what restrains, each the strongest first."""
    return sorted(field.forces, key=lambda one: (not one.drives, -one.strength))


def balance_in_words(field: ForceField) -> str:
    """Which way it leans, as Markdown."""
    if not field.forces:
        return (
            "Er staan nog geen krachten bij deze verandering. Schrijf op wat vooruithelpt, wat "
            "tegenhoudt, en hoe sterk."
        )
    said = (
        f"De drijvende krachten tellen op tot **{field.drive}**, de remmende tot "
        f"**{field.restraint}**: "
    )
    if field.drive == field.restraint:
        return said + "zij houden elkaar in evenwicht."
    return said + (
        "de verandering heeft de wind mee."
        if field.drive > field.restraint
        else "zij komt zo niet los. Een rem wegnemen helpt vaak meer dan harder duwen."
    )
