"""Contributions and alignment in words."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from core.wording import counted, enumerated, number, percent, plain

Row = dict[str, Any]

# A share is clearly another than the weight from this part of the weight on.
CLEARLY = 0.25
# What is gained for the goals, for people; the query gains computes it.
REACH = (
    "**Doelbereik** loopt van 0 tot 100. Elk doel telt mee met zijn gewicht, in elke gemeente van "
    "het werkgebied even zwaar (een gemeente van twee bibliotheken voor elk). Daar telt de "
    "**sterkste** bijdrage van een lopende samenwerking: kern geeft alle punten van dat doel, "
    "direct twee derde, indirect een derde. Een samenwerking zonder gemeente telt in elke gemeente "
    "van het werkgebied."
)
CONTRIBUTIONS = {0: "geen", 1: "indirect", 2: "direct", 3: "kern"}


NOT_JUDGED = "niet beoordeeld"


def contribution(value: int | None) -> str:
    """A contribution in words: null is not nought, it was not judged."""
    return NOT_JUDGED if value is None else f"{value} ({CONTRIBUTIONS[value]})"


def effort(row: Row, share: str = "hours_share", what: str = "de uren") -> str:
    """What a goal gets; `row` as the query goals gives it, `share` its hours_share or budget's.

    A board knows no contributions: 2 (direct) and 3 (kern) are called rechtstreeks.
    """
    serving = counted(row["partnerships"], "samenwerking", "samenwerkingen")
    said = f"{serving}, waarvan {number(row['direct_or_core'])} rechtstreeks"
    return said if row[share] is None else f"{said} · {percent(row[share])} van {what}"


# What can be judged, in words.
JUDGEMENTS: dict[str, int] = {contribution(value): value for value in CONTRIBUTIONS}


def hanging(goals: Sequence[Row], dependencies: Sequence[Row], serving: Sequence[Row]) -> list[Row]:
    """Per goal in how many gemeenten it hangs on one partner, the most dependent first.

    Rows of the queries goals, dependencies and serving. Each answer has `served` (gemeenten in
    which anyone serves it directly), `hangs` (of those, where one partner is in all that do),
    `partner` (with whom most would be lost, None where nothing hangs) and `partner_hangs` (how
    many of them).
    """
    found = []
    for goal in goals:
        own = [row for row in dependencies if row["goal"] == goal["goal"]]
        partners = Counter((row["partner"], row["partner_name"]) for row in own)
        [((_, partner), most)] = partners.most_common(1) or [((None, None), 0)]
        served = sum(1 for row in serving if row["goal"] == goal["goal"] and row["partnerships"])
        found.append(
            {
                "goal": goal["goal"],
                "label": goal["label"],
                "served": served,
                "hangs": len({row["gemeente"] for row in own}),
                "partner": partner,
                "partner_hangs": most,
            }
        )
    return sorted(found, key=lambda row: (-row["hangs"] / max(row["served"], 1), -row["hangs"]))


def loss(lost: Sequence[Row]) -> str:
    """What is lost when a partner stops, as Markdown: the rows of dependencies of that partner."""
    places = list(dict.fromkeys(plain(row["gemeente_name"]) for row in lost))
    goals = list(dict.fromkeys(plain(row["label"]) for row in lost))
    where = places[0] if len(places) == 1 else f"{number(len(places))} gemeenten"
    verb = "verliest" if len(places) == 1 else "verliezen"
    said = f"Stopt **{plain(lost[0]['partner_name'])}**, dan {verb} {where} {enumerated(goals, 3)}"
    return f"{said} ({enumerated(places, 4)})." if len(places) > 1 else f"{said}."


def effort_bar(row: Row, share: str, what: str) -> Row:
    """What the chart goal_bars draws of a goal; `share` and `what` as in `effort`."""
    return {
        "label": f"{row['goal']} {row['label']}",
        "share": row[share] or 0.0,
        "weight": row["weight"] / 100,
        "text": effort(row, share, what),
        "text_short": percent(row[share]) if row[share] is not None else "",
        "text_weight": f"{percent(row['weight'] / 100)} van de punten",
    }


def balance(goals: Sequence[Row], share: str, what: str) -> str:
    """Which goals get clearly more or less than they weigh, and which nobody serves directly.

    `share` is hours_share or budget_share, `what` its name in a sentence. Clearly is a quarter
    of the weight. Empty where there is nothing to say.
    """
    if not any(row["partnerships"] for row in goals):
        return ""
    known = [row for row in goals if row[share] is not None and row["weight"]]
    ratio = {row["goal"]: row[share] / (row["weight"] / 100) for row in known}
    known.sort(key=lambda row: -ratio[row["goal"]])
    more = [_beside(row, share) for row in known if ratio[row["goal"]] > 1 + CLEARLY]
    less = [_beside(row, share) for row in reversed(known) if ratio[row["goal"]] < 1 - CLEARLY]
    unserved = [plain(row["label"]) for row in goals if not row["direct_or_core"]]
    said = []
    if more:
        said.append(f"Duidelijk meer {what} dan het doel weegt: {enumerated(more, 9)}.")
    if less:
        said.append(f"Duidelijk minder: {enumerated(less, 9)}.")
    rest = 1 - sum(row[share] or 0 for row in goals)
    if known and rest >= 0.005:
        said.append(
            f"De andere {percent(rest)} ({what}) gaat naar samenwerkingen die aan geen doel "
            "bijdragen of nog niet zijn beoordeeld."
        )
    if unserved:
        said.append(f"Zonder rechtstreekse bijdrage: {enumerated(unserved, 9)}.")
    return " ".join(said)


def _beside(row: Row, share: str) -> str:
    weight = percent(row["weight"] / 100)
    return f"**{plain(row['goal'])}** ({percent(row[share])} bij een gewicht van {weight})"


def goals_finding(goals: Sequence[Row], summary: Row, *, on_paper: bool = False) -> str:
    """The weakest goal and on whom it hangs, and what goes to no goal at all.

    Rows as the queries goals and alignment_summary give them. The weakest goal is the one that is
    reached least; where that is unknown, the one with least strength for its weight. Not
    `on_paper` is what to do on the page.
    """
    if not summary["partnerships"]:
        return "Binnen deze keuze loopt op de peildatum geen enkele samenwerking."
    if not any(row["judged"] for row in goals):
        unknown = (
            "Van geen enkele lopende samenwerking is beoordeeld wat zij aan de doelen bijdraagt."
        )
        advice = (
            " Kies bij Per samenwerking een cel en vul de bijdrage in, of laad een bestand met "
            "een kolom per doel, bijvoorbeeld SD1."
        )
        return unknown if on_paper else unknown + advice
    weighing = [row for row in goals if row["weight"]]
    unserved = [_named(row) for row in weighing if not row["strength"]]
    if unserved:
        lead = f"Aan {enumerated(unserved, 3)} draagt geen enkele samenwerking bij."
    else:
        weakest = min(weighing, key=_reached)
        lead = f"Het zwakst staat {_weak(weakest)}.{_leaning(weakest)}"
    return f"{lead}{_idle(summary)}"


def _reached(goal: Row) -> tuple[float, float]:
    """How far a goal is reached, and where that is unknown what serves it for its weight."""
    known = goal["reach_share"]
    return (1.0 if known is None else known, goal["strength"] / goal["weight"])


def _named(goal: Row) -> str:
    return f"**{plain(goal['label'])}** ({plain(goal['goal'])})"


def _weak(goal: Row) -> str:
    reach = goal["reach_share"]
    far = "" if reach is None else f"voor {percent(reach)} bereikt, met "
    return (
        f"{_named(goal)}: {far}{effort(goal)}, bij een gewicht van {percent(goal['weight'] / 100)}"
    )


def _leaning(goal: Row) -> str:
    if goal["largest_partner"] is None:
        return ""
    return (
        f" De grootste partner daarin is {plain(goal['largest_partner'])}, met "
        f"{percent(goal['largest_partner_share'])} van de bijdragen."
    )


def _idle(summary: Row) -> str:
    """Those that were judged and serve no goal, and those that were not judged."""
    said = ""
    if summary["idle"]:
        serve = counted(summary["idle"], "samenwerking draagt", "samenwerkingen dragen")
        hours = number(round(summary["idle_hours"]))
        said += f" **{serve}** aan geen doel bij ({hours} uur per jaar)."
    if summary["unjudged"]:
        are = counted(summary["unjudged"], "samenwerking is", "samenwerkingen zijn")
        said += f" {are} nog niet beoordeeld."
    return said
