"""The criteria by which options are weighed, as a person states them.

A criterion has a question and what scores of 1, 3 and 5 mean. A precondition is never made good by
the total: below 3 it must be solved first. Codes stay the same while words change, so that scores
given before still belong to their criterion.
"""

import secrets
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from core.names import name_key
from core.partnership import refuse

Group = Literal["passendheid", "toegevoegde waarde", "realiseerbaarheid"]
GROUPS: tuple[Group, ...] = ("passendheid", "toegevoegde waarde", "realiseerbaarheid")
LABEL_LENGTH, TEXT_LENGTH = 80, 300
MOST = 40
ANCHORED = (1, 3, 5)
_FIELDS = {
    "label": "Naam",
    "group": "Groep",
    "question": "Vraag",
    "anchor_1": "Wat 1 betekent",
    "anchor_3": "Wat 3 betekent",
    "anchor_5": "Wat 5 betekent",
    "literature": "Literatuur",
}


def _line(typed: str) -> str:
    return " ".join(typed.split())


def _label(typed: str) -> str:
    label = _line(typed)
    if not name_key(label) or len(label) > LABEL_LENGTH:
        raise refuse(
            f"Geef het criterium een naam van 1 tot {LABEL_LENGTH} tekens, met letters of cijfers."
        )
    return label


def _text(typed: str) -> str:
    text = _line(typed)
    if len(text) > TEXT_LENGTH:
        raise refuse(f"Kort deze tekst in tot ten hoogste {TEXT_LENGTH} tekens.")
    return text


def _asked(typed: str) -> str:
    text = _text(typed)
    if not text:
        raise refuse("Schrijf op wat met dit criterium wordt gevraagd.")
    return text


Code = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{0,11}$")]
Text = Annotated[str, AfterValidator(_text)]


class Criterion(BaseModel):
    """One criterion; an anchor says what a score of 1, 3 or 5 means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Code
    label: Annotated[str, AfterValidator(_label)]
    group: Group
    question: Annotated[str, AfterValidator(_asked)]
    precondition: bool = False
    anchor_1: Text = ""
    anchor_3: Text = ""
    anchor_5: Text = ""
    literature: Text = ""

    @property
    def anchors(self) -> dict[int, str]:
        """What the scores 1, 3 and 5 mean."""
        return dict(zip(ANCHORED, (self.anchor_1, self.anchor_3, self.anchor_5), strict=True))


def _usable(typed: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    if not 1 <= len(typed) <= MOST:
        raise refuse(f"Een afwegingstabel heeft 1 tot {MOST} criteria.")
    codes = [one.code for one in typed]
    labels = [name_key(one.label) for one in typed]
    if len(set(codes)) < len(codes) or len(set(labels)) < len(labels):
        raise refuse("Twee criteria hebben dezelfde naam. Geef elk een eigen naam.")
    return tuple(sorted(typed, key=lambda one: GROUPS.index(one.group)))


Criteria = Annotated[tuple[Criterion, ...], AfterValidator(_usable)]


class CriteriaSet(BaseModel):
    """Criteria in the order of their groups, and in a group in that of the set.

    `library` is the id of the library whose set it is; None: for every library.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    library: int | None = None
    criteria: Criteria


def read_criterion(typed: dict[str, Any]) -> tuple[Criterion | None, list[str]]:
    """The criterion that these values make, or what is wrong with them in Dutch."""
    try:
        return Criterion.model_validate(typed), []
    except ValidationError as error:
        return None, list(dict.fromkeys(_reason(one) for one in error.errors()))


def new_code(group: Group) -> str:
    """A code that no criterion has: scores of one that was dropped never turn up at another."""
    return f"{group[0].upper()}{secrets.token_hex(4).upper()}"


def _reason(error: Any) -> str:
    name = _FIELDS.get(str(error["loc"][0]) if error["loc"] else "", "Criterium")
    return f"{name}: {error['msg'] if error['type'] == 'refused' else 'kan zo niet.'}"
