"""Step plans for tests of what goes on paper."""

from datetime import date, timedelta
from typing import Any

from core.step_plan import Check, CheckProgress, Point
from core.step_plan_printed import PrintedPlan
from core.wish import Wish, compared
from data.step_plans import shipped

DAY = date(2026, 11, 22)
HOSTILE = '=1+1 #let $x$ *b* _i_ [a] "q" <script>alert(1)</script> // @a ~'
LONG = "Samenwerkingsovereenkomst met de gemeenschappelijke regeling jeugdgezondheidszorg " * 2


def a_point(number: int, text: str | None = None, **said: Any) -> Point:
    """A check as it stands; without words those of the product."""
    check = next(
        (one for one in shipped().checks() if one.number == number), Check(number=number, phase=0)
    )
    check = check.model_copy(update={"text": text})
    progress = CheckProgress(partnership=1, number=number, **said)
    return Point(check, shipped().wording(check), progress)


def a_plan(**fields: Any) -> PrintedPlan:
    """A plan in phase 3 with four states in it, and the wishes of two parties."""
    known: dict[int, dict[str, Any]] = {
        301: {"state": "done", "settled_on": DAY, "evidence": "Verslag van de rondgang"},
        302: {"state": "busy", "owner": "Anna", "due": DAY - timedelta(2)},
        303: {"state": "skipped", "reason": "Er is geen opslag"},
        304: {"due": DAY + timedelta(9), "link": "https://bibliotheek.nl/huisstijl"},
    }
    points = [a_point(one.number, **known.get(one.number, {})) for one in shipped().checks()]
    wishes = [
        Wish(partnership=1, subject="hours", weight=5, text="Zeven dagen open"),
        Wish(partnership=1, partner=7, subject="hours", weight=2, text="Vijf is genoeg"),
        Wish(partnership=1, partner=7, subject="money", weight=4),
    ]
    given: dict[str, Any] = {
        "name": "Samen onder één dak",
        "library": "Bibliotheek Aa",
        "partners": ("Buurthuis De Brink",),
        "where": "Zaanstad",
        "phase": 3,
        "points": tuple(points),
        "wishes": tuple(compared(wishes, [None, 7])),
        "parties": {None: "Eigen MT", 7: "Buurthuis De Brink"},
        "on": DAY,
    }
    return PrintedPlan(**{**given, **fields})


def a_hostile_plan(text: str) -> PrintedPlan:
    """A plan with one text everywhere."""
    said = {"owner": text, "evidence": text, "state": "skipped", "reason": text}
    wishes = [
        Wish(partnership=1, subject="other", other=text[:200], weight=5, text=text),
        Wish(partnership=1, partner=7, subject="hours", weight=2, text=text),
    ]
    return a_plan(
        name=text,
        library=text,
        partners=(text,) * 4,
        where=text,
        points=tuple(a_point(one.number, text[:300], **said) for one in shipped().checks()),
        wishes=tuple(compared(wishes, [None, 7])),
        parties={None: "Eigen MT", 7: text},
    )
