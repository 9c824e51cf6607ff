"""Looking back on a decision: what was expected of each criterion, and what came of it."""

from typing import Any

import pyarrow as pa
import streamlit as st
from pydantic import ValidationError

from core.consideration_table import reasons
from core.decision import DECISION_LENGTH, Decision, Review, ReviewedScore
from core.filters import today
from core.wording import long_date, plain
from data import reviews
from data.errors import InputRefused
from pages.shared import done, rows
from pages.shared.opened import recorded, store

FORM = "terugblik"
CHOICES = (1, 2, 3, 4, 5)
Row = dict[str, Any]


def show(id_: int, decision: Decision) -> None:
    """The reviews that there are, and a form for another."""
    st.subheader("Terugkijken", anchor=False)
    for one in recorded(reviews.reviews, id_):
        _held(decision, one["content"])
    if decision.review_on and decision.review_on > today():
        st.caption(f"Afgesproken is terugkijken op {long_date(decision.review_on)}.")
    with st.expander("Nu terugkijken", on_change="rerun", key=f"terugkijken_{id_}") as folded:
        if folded.open:
            _form(id_, decision)


def _held(decision: Decision, review: Review) -> None:
    labels = {one.code: one.label for one in decision.criteria}
    name = next((one.name for one in decision.options if one.code == review.option), "")
    st.markdown(
        f"**{long_date(review.reviewed_on)} · {plain(name)}**"
        + (f" · {plain(review.by)}" if review.by else "")
    )
    for paragraph in review.conclusion.splitlines():
        if paragraph.strip():
            st.markdown(plain(paragraph))
    shown = [
        {
            "criterion": labels.get(one.criterion, one.criterion),
            "expected": expected,
            "actual": one.actual,
            "difference": expected - one.actual if expected else None,
        }
        for one in review.scores
        if one.actual
        for expected in [decision.cell(review.option, one.criterion).score]
    ]
    rows.table(
        pa.Table.from_pylist(shown),
        {
            "criterion": "Criterium",
            "expected": "Verwacht",
            "actual": "Gebleken",
            "difference": "Te hoopvol",
        },
        alt="Verwachte en gebleken scores",
    )


def _form(id_: int, decision: Decision) -> None:
    names = {one.code: one.name for one in decision.options}
    first = next(iter(decision.chosen), next(iter(names)))
    key = f"{FORM}_{id_}"
    st.session_state.setdefault(f"{key}_optie", first if first in names else next(iter(names)))
    option = st.selectbox(
        "Optie",
        list(names),
        key=f"{key}_optie",
        format_func=lambda code: names.get(code, ""),
    )
    if option not in names:
        return
    with st.form(f"terugkijken_{id_}_{option}", border=False):
        for criterion in decision.criteria:
            expected = decision.cell(option, criterion.code).score
            st.segmented_control(
                f"{plain(criterion.label)} — verwacht: {expected or 'weet niet'}",
                CHOICES,
                key=f"{key}_{option}_{criterion.code}",
                help=" · ".join(
                    f"{score}: {plain(text)}" for score, text in criterion.anchors.items() if text
                )
                or None,
            )
        st.text_area("Conclusie (mag leeg)", key=f"{key}_slot", max_chars=DECISION_LENGTH)
        st.text_input("Door wie (mag leeg)", key=f"{key}_door", max_chars=200)
        st.form_submit_button(
            "Terugblik vastleggen", type="primary", on_click=_review, args=(id_, decision, key)
        )


def _review(id_: int, decision: Decision, key: str) -> None:
    made = done.doing(lambda: _reviewed(id_, decision, key))
    if made:
        # Emptied by name: what is only forgotten here stays on the screen.
        option = st.session_state[f"{key}_optie"]
        for criterion in decision.criteria:
            st.session_state[f"{key}_{option}_{criterion.code}"] = None
        st.session_state[f"{key}_slot"] = ""
        done.remember("De terugblik is vastgelegd.", made[1])


def _reviewed(id_: int, decision: Decision, key: str) -> tuple[int, int | None]:
    option = str(st.session_state.get(f"{key}_optie") or "")
    given = {
        one.code: st.session_state.get(f"{key}_{option}_{one.code}") for one in decision.criteria
    }
    if not any(given.values()):
        raise InputRefused("Er is nog niets ingevuld", "Geef ten minste één gebleken score.")
    try:
        review = Review(
            decision=id_,
            option=option,
            reviewed_on=today(),
            by=str(st.session_state.get(f"{key}_door") or "").strip(),
            scores=tuple(
                ReviewedScore(criterion=code, actual=actual) for code, actual in given.items()
            ),
            conclusion=str(st.session_state.get(f"{key}_slot") or "").strip(),
        )
    except ValidationError as error:
        raise InputRefused("De terugblik kan zo niet", " ".join(reasons(error))) from None
    for row in reviews.reviews(store(), id_):
        if row["content"] == review:  # a second click
            return row["id"], None
    return reviews.add_review(store(), review, "app")
