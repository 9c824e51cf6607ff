"""Bronnen: every source, published figure and word can be read, part by part."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.attention import REASONS
from data import sources
from pages.shared import opened
from tests.pages.conftest import visit


def texts(at: AppTest) -> str:
    """What can be read, without the signs that keep Markdown from reading it."""
    shown = [
        str(getattr(one, "value", ""))
        for kind in ("markdown", "caption")
        for one in at.main.get(kind)
    ]
    return "\n".join(shown).replace("\\", "")


def test_every_source_with_its_origin_and_date(empty: Path) -> None:
    at = visit("sources")
    said = texts(at)
    for row in sources.sources(opened.whole_store()).to_pylist():
        assert f"**{row['topic']}**" in said
        assert f"{row['origin']} · {row['date']}" in said
        assert row["url"] is None or f"](https://{row['url']})" in said


def test_every_published_figure_with_its_denominator(empty: Path) -> None:
    at = visit("sources", onderdeel="Landelijke cijfers")
    said = texts(at)
    assert "**89%** samenwerking (alle vormen)" in said
    assert "6.137 van 6.773" in said
    for row in sources.published_figures(opened.whole_store()).to_pylist():
        assert row["indicator"] in said
        assert f"noemer: {row['denominator_definition']}" in said


def test_every_word(empty: Path) -> None:
    at = visit("sources", onderdeel="Begrippen")
    said = texts(at)
    for reason in REASONS.values():
        assert reason.explanation in said
    for row in sources.theme_meanings(opened.whole_store()).to_pylist():
        assert f"**{row['label']}** (telt {row['population']})" in said
    for row in sources.status_meanings(opened.whole_store()).to_pylist():
        assert f"**{row['label']}** ({row['counts']})" in said
    for word in ("Randvoorwaarde", "Zekerheid (SMAA-2)", "Overeenstemming (Kendalls W)"):
        assert f"**{word}**: " in said
    assert "Hoe een afweging wordt berekend" in said


@pytest.mark.parametrize("part", ["Herkomst", "Landelijke cijfers", "Begrippen"])
def test_a_link_opens_a_part(empty: Path, part: str) -> None:
    at = visit("sources", onderdeel=part)
    assert not at.exception
    assert at.session_state["onderdeel"] == part
