"""What is set for a partner and not saved yet; it survives what somebody else saves meanwhile."""

from typing import Any

import streamlit as st
from pydantic import ValidationError

from core.filters import today
from core.forces import SCALES, TEXTS, Assessment
from data.errors import InputRefused

Row = dict[str, Any]
USUAL: dict[str, Any] = {**dict.fromkeys(SCALES, 3), "stance": 0, **dict.fromkeys(TEXTS, "")}
# Whose form was drawn last, and the day and who it was of the last one that was saved: those are
# often the same for several partners.
LAST, DAY, BY = "kracht_bij", "kracht_dag", "kracht_door"


def key(partner: int, field: str) -> str:
    """The key of a field of the form of a partner."""
    return f"kracht_{partner}_{field}"


def follow(partner: int, held: list[Row]) -> Row | None:
    """Have the form of a partner say what was saved last, as long as nothing else is set in it.

    `held` are its assessments, newest first. Who comes from another partner finds the newest, also
    where an earlier one stood here. Returns the one that somebody else saved while something was
    set here, for a choice between the two.
    """
    versions = {one["id"]: one["version"] for one in held}
    begun = st.session_state.get(_begun(partner))
    came = st.session_state.get(LAST) != partner
    st.session_state[LAST] = partner
    if not begun or (not is_changed(partner) and (came or begun["versions"] != versions)):
        begin(partner, held[0] if held else None, versions)
        return None
    if begun["versions"] == versions:
        return None
    other = next((one for one in held if begun["versions"].get(one["id"]) != one["version"]), None)
    if other is None:  # nothing new, only something less
        keep_mine(partner, versions)
    return other


def begin(
    partner: int, row: Row | None, versions: dict[int, int], *, in_place: bool = False
) -> None:
    """Fill the form from an assessment, or with what is usual; `versions` are those in sight.

    `in_place`: with its day and who it was, so that saving changes that one; else for a new one.
    """
    content = row["content"] if row else None
    values = {field: getattr(content, field, usual) for field, usual in USUAL.items()}
    values |= {
        "day": content.day if content and in_place else st.session_state.get(DAY) or today(),
        "by": content.by if content and in_place else st.session_state.get(BY, ""),
    }
    begun = {
        "versions": versions,
        "values": values,
        "in_place": row["id"] if row and in_place else None,
    }
    st.session_state[_begun(partner)] = begun
    for field, value in values.items():
        st.session_state[key(partner, field)] = value


def keep_mine(partner: int, versions: dict[int, int]) -> None:
    """Go on with what is set, knowing what there is now; for a callback."""
    st.session_state[_begun(partner)]["versions"] = versions


def leave() -> None:
    """No partner is chosen any more."""
    st.session_state.pop(LAST, None)


def forget(partner: int) -> None:
    """Begin again from what is saved; for a callback."""
    st.session_state.pop(_begun(partner), None)


def saved(draft: Assessment) -> None:
    """Begin again after it was saved; the next partner begins with the same day and people."""
    begun = st.session_state.pop(_begun(draft.partner), None)
    if begun and not begun["in_place"]:
        # Today stays today when the page is open overnight.
        st.session_state[DAY] = None if draft.day == today() else draft.day
        st.session_state[BY] = draft.by


def is_changed(partner: int) -> bool:
    """Whether something is set that was not there at the beginning."""
    begun: dict[str, Any] = st.session_state[_begun(partner)]["values"]
    return any(
        st.session_state.get(key(partner, field), value) != value for field, value in begun.items()
    )


def is_the_newest(partner: int) -> bool:
    """Whether the form says what it said when the partner was chosen."""
    return not (is_changed(partner) or st.session_state[_begun(partner)]["in_place"])


def in_place(partner: int) -> int | None:
    """The assessment (id) that saving changes, whatever day is set; None where it makes one."""
    begun: dict[str, Any] = st.session_state.get(_begun(partner)) or {"in_place": None}
    found: int | None = begun["in_place"]
    return found


def version(partner: int, id: int) -> int | None:
    """The version of an assessment that was in sight when something was set."""
    # A second click can come before the form of the first has begun again.
    begun: dict[str, Any] = st.session_state.get(_begun(partner)) or {"versions": {}}
    found: int | None = begun["versions"].get(id)
    return found


def drafted(partner: int) -> Assessment:
    """What the form says. Raises InputRefused where it cannot be an assessment."""
    values = {
        field: st.session_state.get(key(partner, field), usual) for field, usual in USUAL.items()
    }
    day = st.session_state.get(key(partner, "day")) or today()
    by = str(st.session_state.get(key(partner, "by")) or "").strip()
    try:
        return Assessment(partner=partner, day=day, by=by, **values)
    except ValidationError:
        raise InputRefused(
            "Deze inschatting kan zo niet", "Kijk na of elk veld een waarde heeft die er past."
        ) from None


def _begun(partner: int) -> str:
    return key(partner, "van")
