"""What the table advises, why, and how sure that is."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from core.certainty import Certainty, effects
from core.charts.profile import profile_dots
from core.charts.tornado import tornado_bars
from core.charts.totals import part_bars
from core.consideration_table import ConsiderationTable, shown_points
from core.criteria import GROUPS
from core.decision import Cell
from core.filters import Filters
from core.verdict import Scores, Verdict, in_the_running, rank
from core.verdict_wording import (
    band_in_words,
    band_of,
    between,
    finding,
    first_to_solve,
    ranking,
    strong_and_weak,
    to_answer,
    total_in_words,
)
from core.wording import enumerated, number, plain
from pages.parts import consideration_certainty
from pages.parts import consideration_state as state
from pages.shared import by_name, charts, rows

# As the charts call it.
WHOLE = "Totaal"
MOST_EFFECTS = 10
CALCULATION = """
**Totaal** = som over de criteria van punten × (score − 1) ÷ 4. Elke score telt op een vaste schaal,
dus een optie erbij verandert niets aan de andere. Een score die nog open staat is geen gemiddelde,
maar alles tussen 1 en 5: daarom is een totaal dan een bereik.

**Randvoorwaarden** staan los van het totaal: een score onder 3 betekent *eerst oplossen*, hoe hoog
het totaal ook is.

**In woorden**: vanaf 75 van 100 (gemiddeld een 4) *sterk*, vanaf 50 (een 3) *bespreken*, daaronder
*zorg*.

**Hoe zeker?** Met 10.000 denkbare wegingen (SMAA-2, Lahdelma & Salminen 2001): *rond de weging* mag
elk criterium tot de helft meer of minder wegen dan afgesproken, bij *elke weging* is elke verdeling
van de 100 punten even aannemelijk. Scores die open staan krijgen elke waarde even vaak. Opties die
eerst een randvoorwaarde moeten oplossen doen niet mee.

De tabel adviseert; mensen besluiten.
"""
Row = dict[str, Any]


def show(row: Row, filters: Filters) -> None:
    """The advice, the totals, per option what stands out, and how sure it is."""
    now = state.state(row)
    st.markdown(f"**{plain(finding(now.found))}**")
    if not any(one.known for one in now.found):
        state.to_scoring(now)
        return
    outcome(now.table, now.scores, now.notes, state.sure(now), now.found, filters, str(now.id))


def outcome(
    table: ConsiderationTable,
    scores: Scores,
    notes: Mapping[Cell, str],
    sure: Certainty | None,
    found: Sequence[Verdict],
    filters: Filters,
    key: str,
) -> None:
    """All of it, of a consideration as it is or of a decision as it was."""
    _totals(table, found, filters, key)
    _per_option(table, scores, found)
    for sentence in ranking(table, scores, found):
        st.markdown(f"- {plain(sentence)}")
    if sure and len(sure.chances) > 1:
        consideration_certainty.show(table, sure, filters, key)
    elif len(found) > 1:
        st.caption(
            "Hoe zeker de volgorde is, staat hier zodra ten minste twee opties meedoen: met "
            "scores, en zonder randvoorwaarde die eerst moet worden opgelost."
        )
    _matters(table, scores, found, filters, key)
    _profile(table, scores, notes, filters, key)
    with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
        st.markdown(CALCULATION)


def _totals(
    table: ConsiderationTable, found: Sequence[Verdict], filters: Filters, key: str
) -> None:
    st.subheader("Totaal en groepen", anchor=False)
    drawn = [
        {
            "label": f"{one.code} {one.name}",
            "part": part,
            "low": low,
            "high": high,
            "text": between((low, high), "–") + (" · eerst oplossen" if is_blocked else ""),
            "blocked": is_blocked,
        }
        for one in found
        for part, (low, high) in {WHOLE: one.total, **one.groups}.items()
        for is_blocked in [one.is_blocked and part == WHOLE]
    ]
    charts.draw(
        part_bars,
        pa.Table.from_pylist(drawn),
        alt_text="Totaal per optie van 0 tot 100, en per groep: " + _spoken(found),
        key=f"totalen_{key}",
    )
    rows.twin(
        pa.Table.from_pylist(drawn),
        {"label": "Optie", "part": "Onderdeel", "low": "Laagste", "high": "Hoogste"},
        what="Totalen van de afweging",
        filters=filters,
        definition="punten van 0 tot 100; laagste en hoogste: wat open scores mogelijk laten",
        key=f"totalen_rijen_{key}",
    )


def _spoken(found: Sequence[Verdict]) -> str:
    return "; ".join(f"{one.name} {total_in_words(one)}" for one in found)


def _per_option(table: ConsiderationTable, scores: Scores, found: Sequence[Verdict]) -> None:
    for one in found:
        strong, weak = strong_and_weak(table, scores, one.code)
        place = f"**{rank(found, one)}. {plain(one.name)}**"
        said = [f"{place} — {total_in_words(one)}, {band_in_words(one)}."]
        groups = [
            f"{group} ({band_of(one.groups, group)})" for group in GROUPS if group in one.groups
        ]
        said.append(f"Per groep: {enumerated(groups)}.")
        if strong:
            said.append(f"Sterkst: {plain(enumerated(strong))}.")
        if weak:
            said.append(f"Zwakst: {plain(enumerated(weak))}.")
        st.markdown(" ".join(said))
        if solve := first_to_solve(table, one):
            st.warning(
                "**Eerst oplossen.** Dit is daarvoor ten minste nodig:\n"
                + "\n".join(f"- {plain(line)}" for line in solve),
                icon=":material/block:",
            )
        if answer := to_answer(table, one):
            st.caption(f"Nog te beantwoorden randvoorwaarden: {plain(enumerated(answer, 8))}.")


def _matters(
    table: ConsiderationTable,
    scores: Scores,
    found: Sequence[Verdict],
    filters: Filters,
    key: str,
) -> None:
    st.subheader("Wat maakt het meest uit?", anchor=False)
    names = {one.code: one.name for one in found}
    choice = f"tornado_{key}"
    st.session_state.setdefault(choice, found[0].code)
    option = by_name.choose("Optie", choice, names, width=420)
    if option is None:
        return
    st.caption(
        "Het totaal als één score een punt lager of hoger wordt; is een score open, dan van 1 tot "
        f"5. Bovenaan wat het meest uitmaakt, ten hoogste {MOST_EFFECTS} criteria; de tabel heeft "
        "ze alle."
    )
    labels = {one.code: one.label for one in table.criteria}
    base = next(one.middle for one in found if one.code == option)
    rival = max(
        (one.middle for one in in_the_running(list(found)) if one.code != option), default=None
    )
    drawn = [
        {
            "label": labels[code],
            "low": low,
            "high": high,
            "base": base,
            "rival": rival,
            "text": f"van {number(low, 1)} tot {number(high, 1)}",
        }
        for code, (low, high) in effects(table, scores, option).items()
    ]
    typed = pa.Table.from_pylist(drawn)
    at = typed.schema.get_field_index("rival")
    typed = typed.set_column(at, "rival", typed.column("rival").cast(pa.float64()))
    charts.draw(
        tornado_bars,
        typed.slice(0, MOST_EFFECTS),
        alt_text=f"Per criterium het laagste en hoogste totaal van {names[option]}",
        key=f"tornado_grafiek_{key}",
    )
    rows.twin(
        typed,
        {"label": "Criterium", "low": "Laagste totaal", "high": "Hoogste totaal"},
        what=f"Wat uitmaakt voor {names[option]}",
        filters=filters,
        key=f"tornado_rijen_{key}",
    )


def _profile(
    table: ConsiderationTable,
    scores: Scores,
    notes: Mapping[Cell, str],
    filters: Filters,
    key: str,
) -> None:
    st.subheader("Profiel van de opties", anchor=False)
    st.caption(" · ".join(f"**{one.code}** {plain(one.name)}" for one in table.options))
    points = shown_points(table.points)
    drawn = [
        {
            "label": criterion.label,
            "group": criterion.group,
            "option": option.code,
            "name": option.name,
            "score": scores.get((option.code, criterion.code)),
            "slot": slot,
            "weight": points[criterion.code],
            "text": notes.get((option.code, criterion.code), ""),
        }
        for criterion in table.criteria
        for slot, option in enumerate(table.options)
    ]
    charts.draw(
        profile_dots,
        pa.Table.from_pylist(
            drawn,
            schema=pa.schema(
                [
                    ("label", pa.string()),
                    ("group", pa.string()),
                    ("option", pa.string()),
                    ("name", pa.string()),
                    ("score", pa.int8()),
                    ("slot", pa.int8()),
                    ("weight", pa.float64()),
                    ("text", pa.string()),
                ]
            ),
        ),
        alt_text="Per criterium de score van elke optie, van 1 tot 5",
        key=f"profiel_{key}",
        many=len(table.options) > 4,
    )
    rows.twin(
        pa.Table.from_pylist(drawn),
        {
            "group": "Groep",
            "label": "Criterium",
            "weight": "Punten",
            "name": "Optie",
            "score": "Score",
            "text": "Notitie",
        },
        what="Profiel van de opties",
        filters=filters,
        key=f"profiel_rijen_{key}",
    )
