"""Partnership by goal: the contributions at a glance, in groups where they are many."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import streamlit as st

from core.alignment import contribution
from core.filters import Filters
from core.wording import counted, number
from data import alignment
from pages.parts import goals_cells, goals_groups, goals_judging
from pages.parts.goals_groups import GROUPINGS, Grouping
from pages.shared import charts, rows
from pages.shared.opened import listed, result

KEY = "doelenmatrix"
SEARCH, GROUPED, CHOSEN = "doelenzoek", "groeperen", "groeperen_gekozen"
APART = "Niets"
# So many can be read one by one; more come in groups, unless somebody chose otherwise.
FEW = 40
ORDERS = {
    "Aansluiting": "alignment",
    "Sterkste doel": "goal",
    "Thema": "theme",
    "Bibliotheek": "library",
    "Partner": "partner",
}
CALCULATION = """
- Een **bijdrage** is 0 geen, 1 indirect, 2 direct of 3 kern. Gestippeld is *niet beoordeeld*: dat
  is iets anders dan 0. Waar een bibliotheek een doel niet heeft, staat geen cel.
- **Aansluiting**: het gemiddelde van de bijdragen van een samenwerking, gewogen met de doelen, van
  0 tot 100. Een doel dat niet is beoordeeld voegt niets toe: het is het laagste dat het kan zijn.
- In een **groep** staat per doel het gemiddelde van de bijdragen die zijn beoordeeld, en rechts de
  gemiddelde aansluiting van de samenwerkingen waarvan iets is beoordeeld. Een samenwerking met
  meer thema’s of partners telt in elk daarvan mee, en in *Alle samenwerkingen* één keer.
- **Sterkste doel**: dat met de hoogste bijdrage; bij gelijke bijdrage het doel dat het zwaarst
  weegt.
- De rij bovenaan gaat over alles wat aan de keuze voldoet, ook wat niet is getekend.
"""
TOTAL, ALIGNMENT = "Som van de bijdragen", "Aansluiting"
COLUMNS = {
    "name": "Samenwerking",
    "library": "Bibliotheek",
    "alignment": "Aansluiting (0-100)",
    "at_most": "Ten hoogste",
    "judged": "Beoordeelde doelen",
    "hours": "Uren per jaar",
    "budget": "Budget per jaar (€)",
}


def asked(filters: Filters) -> tuple[tuple[Any, ...], ...]:
    """What is asked before anything is drawn, under the last choice of words and grouping."""
    words = st.session_state.get(SEARCH) or ""
    grouping = GROUPINGS.get(st.session_state.get(CHOSEN, "Thema"))
    return (goals_groups.asked(filters, words, grouping),)


def show(filters: Filters) -> None:
    """The words, the grouping, and the matrix of groups or of partnerships."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader("Samenwerkingen en doelen", anchor=False, width="content")
        with st.popover(
            "Hoe is dit berekend?",
            icon=":material/calculate:",
            type="tertiary",
            key="uitleg_matrix",
        ):
            st.markdown(CALCULATION)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = st.container(width="content")
        words = (
            st.text_input(
                "Zoek", key=SEARCH, placeholder="Naam of bibliotheek", width=220, max_chars=100
            )
            or ""
        )
    [asking] = asked(filters)
    found = listed(*asking)
    with place:
        grouping = _grouping(found[0]["partnerships"] if found else 0)
    if not found:
        st.caption("Geen enkele samenwerking heeft deze woorden in haar naam of bibliotheek.")
        return
    together, *groups = found
    group = goals_groups.opened(groups, grouping) if grouping else None
    if grouping and not group:
        goals_groups.show(filters, words, grouping, together, groups)
    else:
        _partnerships(filters, words, grouping, group or together)


def _grouping(partnerships: int) -> Grouping | None:
    """What the rows are grouped by: as chosen, or what suits so many partnerships."""
    usual = APART if partnerships <= FEW else "Thema"
    st.session_state[GROUPED] = st.session_state.get(CHOSEN, usual)
    picked = st.segmented_control(
        "Groeperen op",
        [APART, *GROUPINGS],
        key=GROUPED,
        required=True,
        wrap=True,
        on_change=lambda: st.session_state.update({CHOSEN: st.session_state[GROUPED]}),
    )
    return GROUPINGS.get(str(picked))


def _partnerships(
    filters: Filters, words: str, grouping: Grouping | None, everything: dict[str, Any]
) -> None:
    """The matrix of the partnerships of a group, or of all, its table, and the chosen cell.

    `everything` is the row of alignment_groups for those partnerships together.
    """
    group = (grouping.code, everything["key"]) if grouping else (None, None)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        order = ORDERS.get(
            str(
                st.segmented_control(
                    "Volgorde",
                    list(ORDERS),
                    default="Aansluiting",
                    key="doelenvolgorde",
                    required=True,
                    wrap=True,
                )
            ),
            "alignment",
        )
        most = min(everything["partnerships"], goals_cells.most_rows(len(everything["cells"]) + 1))
        every = most > FEW and st.toggle(
            f"Toon er {number(most)}" if most < everything["partnerships"] else f"Alle {most}",
            key="alle_samenwerkingen",
        )
    found = listed(alignment.alignment, filters, words, *group, order, rows.SHOWN)
    shown = found[: most if every else FEW]
    goals = listed(alignment.goals, filters)
    goals_cells.draw(
        _drawn(shown, _names(found), everything, {row["goal"]: row["label"] for row in goals}),
        rows=len(shown),
        alt_text="Bijdrage van elke samenwerking aan elk doel",
        key=KEY,
        on_select=lambda: goals_judging.remember(charts.picked(KEY, "cel")),
    )
    differ = any(len(row["contributions"]) < len(everything["cells"]) for row in shown)
    st.caption(_said(len(shown), most, everything["partnerships"], differ=differ))
    goals_judging.show(found, goals, everything["partnerships"])
    rows.twin(
        lambda: result(alignment.alignment, filters, words, *group, order),
        COLUMNS,
        what="Aansluiting op de doelen",
        filters=filters,
        key="aansluiting_rijen",
        to_record=True,
    )


def _said(shown: int, most: int, matching: int, *, differ: bool) -> str:
    left_out = ""
    if shown == most < matching:
        left_out = " De andere vindt u door te zoeken, te filteren of te groeperen."
    return (
        f"{counted(shown, 'samenwerking', 'samenwerkingen')} van de {number(matching)}.{left_out} "
        "3 kern · 2 direct · 1 indirect · 0 geen · gestippeld: niet beoordeeld"
        f"{' · leeg: geen doel van die bibliotheek' if differ else ''}. De som bovenaan is die "
        f"van alle {number(matching)}. Klik op een cel om de bijdrage te lezen en te beoordelen."
    )


def _names(found: list[dict[str, Any]]) -> dict[int, str]:
    """What each partnership is called; namesakes with their library."""
    times = Counter(row["name"] for row in found)
    return {
        row["id"]: row["name"] if times[row["name"]] == 1 else f"{row['name']} ({row['library']})"
        for row in found
    }


def _drawn(
    shown: list[dict[str, Any]],
    names: dict[int, str],
    everything: dict[str, Any],
    labels: dict[str, str],
) -> Iterator[dict[str, Any]]:
    """The cells in drawing order: totals on top and at the right."""
    for one in everything["cells"]:
        goal, strength = labels.get(one["goal"], one["goal"]), number(one["strength"])
        judged = f"{number(one['judged'])} van {number(one['partnerships'])} beoordeeld"
        yield goals_cells.total(TOTAL, one["goal"], None, strength, f"{goal}: {strength}; {judged}")
    yield _alignment(TOTAL, None, "gemiddeld", everything["alignment"])
    for row in shown:
        label, key = names[row["id"]], str(row["id"])
        for one in row["contributions"]:
            value, goal = one["value"], labels.get(one["goal"], one["goal"])
            yield goals_cells.cell(
                label,
                one["goal"],
                key,
                value,
                "" if value is None else str(value),
                f"{goal}: {contribution(value)}",
            )
        yield _alignment(label, key, ALIGNMENT, row["alignment"])


def _alignment(label: str, key: str | None, what: str, value: float | None) -> dict[str, Any]:
    said = "–" if value is None else number(value)
    return goals_cells.total(label, ALIGNMENT, key, said, f"{what}: {said}")
