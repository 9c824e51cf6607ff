"""A partner as a person types it, and what is written down about two that look alike."""

from pydantic import BaseModel, ConfigDict, ValidationError

from core.partnership import Name, Word

# Many schools and childcare locations share a name; for these the gemeente tells them apart.
BY_GEMEENTE = frozenset({"basisschool", "vo-school", "kinderopvang"})


class TypedPartner(BaseModel):
    """Name, type (a label of the list) and gemeente (a code) of a partner; empty: not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    type: Word = None
    gemeente: Word = None


class Distinct(BaseModel):
    """What a person decided: these partners (ids) look alike but are not the same."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    partners: tuple[int, ...]


class Alias(BaseModel):
    """Another name under which a partner (id) is found, in the gemeente that went with it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    partner: int
    gemeente: str | None = None


def read_partner(
    name: str, type: str | None, gemeente: str | None
) -> tuple[TypedPartner | None, str]:
    """The partner that is typed, or why it cannot be one, in Dutch."""
    try:
        return TypedPartner.model_validate({"name": name, "type": type, "gemeente": gemeente}), ""
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        if not name.strip():
            return None, "Vul een naam in."
        return None, " ".join(
            str(one["msg"]) if one["type"] == "refused" else "Deze naam kan niet worden gelezen."
            for one in found
        )
