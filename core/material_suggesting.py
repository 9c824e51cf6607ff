"""Which materials may help with a partnership, or at a white spot, and why.

A material fits by what it is said to be about. A programme in common says most, then a theme, then
the form, then the phase: 8, 4, 2 and 1 points, so that what says more is never outdone by all that
says less. One that names themes, and none of these, is about something else, and so is one that is
for other phases or forms only. One that names no theme is about all of them, and needs its form or
phase to fit.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from core.material import PHASES, THEMES, Material, Shelved
from core.wording import enumerated


@dataclass(frozen=True)
class About:
    """What is asked for: codes of themes, the phase (status), the form, the programmes."""

    themes: Collection[str]
    phase: str | None = None
    form: str | None = None
    programmes: Collection[str] = ()


@dataclass(frozen=True)
class Suggestion:
    """A material, its points, and in words why it is suggested."""

    shelved: Shelved
    points: int
    why: str


def suggestions(
    materials: Iterable[Shelved], about: About, most: int | None = None
) -> list[Suggestion]:
    """The materials that fit, those that fit best first; those that are hidden are left out."""
    found = [
        made for one in materials if one.hidden_by is None and (made := _suggested(one, about))
    ]
    found.sort(key=_order)
    return found[:most]


def _order(one: Suggestion) -> tuple[int, bool, str]:
    """The best first; of those that fit alike a guide, then by title."""
    content = one.shelved.content
    return -one.points, content.kind != "guide", content.title.casefold()


def _suggested(shelved: Shelved, about: About) -> Suggestion | None:
    content = shelved.content
    programmes = [one for one in content.programmes if one in about.programmes]
    themes = [one for one in content.themes if one in about.themes]
    if (content.themes and not (themes or programmes)) or _is_of_another(content, about):
        return None
    form = about.form is not None and about.form in content.forms
    phase = about.phase is not None and about.phase in content.phases
    count = 8 * bool(programmes) + 4 * bool(themes) + 2 * form + phase
    if not count:
        return None
    why = _why("programma", "programma’s", programmes)
    why += _why("thema", "thema’s", [THEMES[one] for one in themes])
    why += [f"de vorm {about.form}"] if form else []
    why += [f"de fase {PHASES[about.phase].lower()}"] if phase and about.phase else []
    return Suggestion(shelved, count, f"past bij {enumerated(why)}")


def _is_of_another(content: Material, about: About) -> bool:
    """Whether it is for other phases only, or for other forms only, than what is asked for."""
    phases = about.phase is not None and content.phases and about.phase not in content.phases
    forms = about.form is not None and content.forms and about.form not in content.forms
    return bool(phases or forms)


def _why(one: str, many: str, names: Sequence[str]) -> list[str]:
    if not names:
        return []
    if len(names) == 1:
        return [f"het {one} {names[0]}"]
    return [f"de {many} {enumerated(names)}"]
