"""Samenwerkingsstrategie: in a few steps to a strategy on one page, built on what is known."""

import streamlit as st

from core.strategy import PARTS, strategy_finding
from data import strategies
from pages.parts import record_editing, strategy_chosen, strategy_shown, strategy_steps
from pages.shared import done, linked
from pages.shared.filters import current
from pages.shared.opened import recorded

filters = current()

st.title("Strategie", anchor=False)
done.say()
there = recorded(strategies.strategies, filters.libraries)
st.markdown(strategy_finding([row["content"] for row in there]))
row = strategy_chosen.choose(there, filters)
if row is None:
    st.stop()
record_editing.follow(f"strategie {row['id']}", strategy_steps.FORMS)
part = linked.choice(
    "Stap", [*PARTS, strategy_steps.RESULT], key=strategy_steps.STEP, hide_title=True
)
if part == strategy_steps.RESULT:
    strategy_shown.show(row, filters)
else:
    record_editing.say_unsaved(strategy_steps.FORMS, part)
    strategy_steps.show(part, row, filters)
