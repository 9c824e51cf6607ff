"""What a scenario would do: figures before and after, goals, coverage, and sentences."""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import streamlit as st

from core.alignment import REACH
from core.charts.changes import SERIES, before_after
from core.coverage import in_words
from core.filters import Filters
from core.scenario import Scenario
from core.what_if import Picture, differences, figures, what_if_finding
from core.wording import amount, counted, euro, number, plain
from data import what_if
from pages.shared import charts, rows
from pages.shared.opened import result

NOW = "Nu"
CALCULATION = f"""
- {REACH}
- **Stopt** een samenwerking, dan is zij vanaf de peildatum beëindigd. Wat daarna overblijft, wordt
  met dezelfde regels berekend als op Dekking en Doelen.
- Een **denkbeeldige** samenwerking is vanaf de peildatum actief. Zij bereikt zoveel locaties als u
  opgeeft, en alleen locaties die nog niemand bereikt.
- **Dekking** is hier die van *Contact*: locaties met een lopende samenwerking, in welke vorm ook.
- Uren en budget die niet zijn ingevuld, tellen als nul.
"""


@dataclass(frozen=True)
class Named:
    """A picture with what it is called."""

    name: str
    picture: Picture


def pictures(filters: Filters, row: dict[str, Any], other: dict[str, Any] | None) -> list[Named]:
    """The portfolio now, under the scenario, and under the one that it is compared with."""
    chosen = [row, *([other] if other else [])]
    with st.spinner("Het scenario wordt doorgerekend …"):
        return [
            Named(NOW, result(what_if.picture, filters)),
            *(
                Named(one["name"], result(what_if.picture, filters, one["content"]))
                for one in chosen
            ),
        ]


def headline(content: Scenario, shown: list[Named]) -> None:
    """The finding, and the four figures that matter of each scenario."""
    now, then = shown[0].picture, shown[1].picture
    if content.is_empty:
        st.markdown(
            f"**{plain(shown[1].name)}** verandert nog niets. Kies hieronder wat stopt, verschuift "
            "of erbij komt."
        )
    else:
        st.markdown(what_if_finding(shown[1].name, now, then))
    for one in shown[1:]:
        if len(shown) > 2:
            st.markdown(f"**{plain(one.name)}**")
        _figures(now, one.picture)
        _remarks(one.picture)


def _figures(now: Picture, then: Picture) -> None:
    with st.grid(4, min_column_width=150, gap="small"):
        for label, before, after, worded in (
            ("Doelbereik", now.reach, then.reach, lambda value: number(value, 1)),
            ("Uren per jaar", now.hours, then.hours, amount),
            ("Budget per jaar", now.budget, then.budget, euro),
            ("Samenwerkingen", now.partnerships, then.partnerships, number),
        ):
            change = _change(before, after)
            st.metric(
                label,
                worded(after),
                change,
                delta_color="normal" if label == "Doelbereik" else "off",
                delta_description=None if change is None else "t.o.v. nu",
                border=True,
                height="stretch",
            )


def _change(before: float | None, after: float | None) -> str | int | None:
    """`+12,5`; None where one of the two is unknown."""
    if before is None or after is None:
        return None
    change = round(after - before, 1)
    return f"{'+' if change > 0 else '-'}{amount(abs(change))}" if change else 0


def _remarks(then: Picture) -> None:
    """What of the scenario does not show in these figures, and why."""
    if then.reach is None:
        st.caption(
            "Het doelbereik is onbekend: van deze bibliotheek is geen werkgebied vastgelegd. Dat "
            "kan op Gegevens, bij Bibliotheken."
        )
    if then.gone:
        st.caption(
            f"{counted(then.gone, 'wijziging', 'wijzigingen')} van dit scenario "
            f"{'gaat' if then.gone == 1 else 'gaan'} over iets wat niet meer bestaat, en "
            f"{'telt' if then.gone == 1 else 'tellen'} niet mee."
        )
    if then.outside:
        st.caption(
            f"{counted(then.outside, 'wijziging', 'wijzigingen')} van dit scenario "
            f"{'valt' if then.outside == 1 else 'vallen'} buiten de filters, of "
            f"{'gaat' if then.outside == 1 else 'gaan'} over een samenwerking die op de peildatum "
            "niet loopt."
        )
    for name, reached in then.short:
        st.caption(
            f"{plain(name)} vindt {counted(reached, 'locatie', 'locaties')} die nog niemand "
            "bereikt; meer zijn er in deze gemeenten niet."
        )


def details(shown: list[Named], filters: Filters) -> None:
    """Goals and coverage side by side, what differs in sentences, and the table of it all."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader("Wat er verandert", anchor=False, width="content")
        with st.popover("Hoe is dit berekend?", icon=":material/calculate:", type="tertiary"):
            st.markdown(CALCULATION)
    with st.grid(len(shown) - 1, min_column_width=340, gap="medium") as places:
        for one in shown[1:]:
            with places.cell():
                _sentences(shown[0].picture, one, alone=len(shown) == 2)
    st.caption(_legend(shown))
    with st.grid(2, min_column_width=380, gap="medium") as places:
        with places.cell():
            st.markdown("**Doelen: hoe ver elk is bereikt**")
            _draw(
                _of_goals(shown), "Per doel hoe ver het is bereikt, nu en in het scenario", "doel"
            )
        with places.cell():
            st.markdown("**Dekking per thema**")
            _draw(_of_themes(shown), "Dekking per thema, nu en in het scenario", "thema")
    rows.twin(
        _side_by_side(shown),
        {"what": "Wat", "p0": NOW}
        | {f"p{at}": f"Scenario {at}: {one.name}" for at, one in enumerate(shown[1:], 1)},
        what="Scenario naast nu",
        filters=filters,
        key="scenario_rijen",
    )


def _legend(shown: list[Named]) -> str:
    signs = ["●", "▲"]
    names = [f"{sign} {plain(one.name)}" for sign, one in zip(signs, shown[1:], strict=False)]
    return " · ".join(["○ nu", *names])


def _sentences(now: Picture, one: Named, *, alone: bool) -> None:
    if not alone:
        st.markdown(f"**{plain(one.name)}**")
    said = differences(now, one.picture)
    if not said:
        st.caption("Aan de doelen en de dekking verandert niets.")
        return
    st.markdown("\n".join(f"- {one}" for one in said[:8]))
    if len(said) > 8:
        with st.expander(f"Nog {counted(len(said) - 8, 'verschil', 'verschillen')}"):
            st.markdown("\n".join(f"- {one}" for one in said[8:]))


def _draw(drawn: list[dict[str, Any]], alt: str, key: str) -> None:
    if not drawn:
        st.caption("Hiervan is niets bekend.")
        return
    charts.draw(before_after, pa.Table.from_pylist(drawn), alt_text=alt, key=f"voor_en_na_{key}")


def _of_goals(shown: list[Named]) -> list[dict[str, Any]]:
    """The goals of which it is known how far they are reached."""
    labels = {
        row["goal"]: row["label"]
        for one in shown
        for row in one.picture.goals
        if row["reach_share"] is not None
    }
    reached = [{row["goal"]: row["reach_share"] or 0 for row in one.picture.goals} for one in shown]
    points = []
    for goal, label in labels.items():
        # Where everything of a library stops it has no row for its goals: nothing is reached.
        shares = [of.get(goal, 0) for of in reached]
        texts = [f"{number(100 * share, 1)}%" for share in shares]
        points += _points(f"{goal} {label}", shown, shares, texts, _moving(texts))
    return points


def _of_themes(shown: list[Named]) -> list[dict[str, Any]]:
    """Themes whose population is known, those that differ first."""
    known = [row["theme"] for row in shown[0].picture.coverage if row["denominator"]]
    of = [{row["theme"]: row for row in one.picture.coverage} for one in shown]
    known.sort(key=lambda theme: len({one[theme]["numerator"] for one in of}) == 1)
    points = []
    for theme in known:
        figures_ = [one[theme] for one in of]
        counts = [number(row["numerator"]) for row in figures_]
        summary = f"{_moving(counts)} van {number(figures_[0]['denominator'])}"
        shares = [min(row["share"], 1.0) for row in figures_]
        texts = [in_words(row) for row in figures_]
        points += _points(figures_[0]["theme_label"], shown, shares, texts, summary)
    return points


def _moving(texts: list[str]) -> str:
    """`12 → 10`, or `12` where nothing moves."""
    return " → ".join(texts) if len(set(texts)) > 1 else texts[0]


def _points(
    label: str, shown: list[Named], shares: list[float], texts: list[str], summary: str
) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "series": series,
            "share": share,
            "name": one.name,
            "text": text,
            "summary": summary if series == SERIES[0] else "",
        }
        for series, one, share, text in zip(SERIES, shown, shares, texts, strict=False)
    ]


def _side_by_side(shown: list[Named]) -> pa.Table:
    of = [figures(one.picture) for one in shown]
    whats = dict.fromkeys(what for one in of for what in one)
    return pa.Table.from_pylist(
        [{"what": what} | {f"p{at}": one.get(what) for at, one in enumerate(of)} for what in whats],
        schema=pa.schema(
            [("what", pa.string()), *((f"p{at}", pa.float64()) for at in range(len(of)))]
        ),
    )
