"""What users type is shown letter by letter: no Markdown, HTML, icon, formula or image of it."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.wording import as_typed
from data.goal_sets import write_goals
from tests.data.ingest.files import HEADER, lines
from tests.pages.conftest import Fill, visit
from tests.portfolio import ZAANSTAD, Portfolio, goals

NASTY = "<b>x</b> **y** ![z](http://evil) :material/home: $q$ :red[r] `c`"
# What Markdown would make something of; escaped, there is a backslash in front of each.
INTERPRETED = re.compile(r"(?<!\\)(<b>|\*\*y|!\[z|\[z\]|http://evil|:material/home|\$q|:red\[|`c`)")
# Elements of which the text, or the label, is read as Markdown.
TEXTS = ("markdown", "caption", "title", "subheader", "info", "success", "warning", "error")
LABELLED = ("metric", "button", "expander", "selectbox", "multiselect", "download_button")


def interpreted(at: AppTest) -> Iterator[str]:
    shown = [str(getattr(one, "value", "")) for kind in TEXTS for one in at.get(kind)]
    shown += [
        str(one.proto.label)
        for kind in LABELLED
        for one in at.get(kind)
        if hasattr(one.proto, "label")
    ]
    yield from (text for text in shown if INTERPRETED.search(text))


def nasty(made: Portfolio) -> None:
    made.library(f"Bibliotheek {NASTY}", ZAANSTAD)
    partner = made.partner(f"Partner {NASTY}", "basisschool", ZAANSTAD)
    made.partnership(
        f"Samen {NASTY}",
        partners=[partner],
        owner=f"Eigenaar {NASTY}",
        end_date=date(2020, 1, 1),
        hours=1000.0,
    )


@pytest.mark.parametrize("page", ["overview", "coverage", "intake", "sources"])
def test_names_in_the_store(filled: Callable[[Fill], None], page: str) -> None:
    filled(nasty)
    at = visit(page, bibliotheek=f"Bibliotheek {NASTY}")
    assert not at.exception
    assert not at.warning
    assert list(interpreted(at)) == []
    [line] = [one.value for one in at.caption if one.value.startswith("U ziet ")]
    assert f"U ziet Bibliotheek {NASTY} ·" in as_typed(line)


@pytest.mark.parametrize("step", ["Bibliotheken", "Wijzigingen", "Koppelen", "Registers"])
def test_names_on_the_steps_of_gegevens(filled: Callable[[Fill], None], step: str) -> None:
    filled(nasty)
    at = visit("intake", stap=step)
    assert not at.exception
    assert list(interpreted(at)) == []


@pytest.mark.parametrize("part", ["", "Per samenwerking", "Afhankelijkheid", "Doelen en gewichten"])
def test_names_of_goals(filled: Callable[[Fill], None], part: str) -> None:
    def goals_too(made: Portfolio) -> None:
        nasty(made)
        # Not served, in use and about to be dropped, and replaced later.
        for since, weight in ((date(2020, 1, 1), 100), (date(2090, 1, 1), 99)):
            [(version,)] = made.ask("select version from library where id = ?", made.home)
            typed = [
                {"code": "A", "label": NASTY, "weight": weight},
                {"code": "B", "label": NASTY, "weight": 100 - weight},
            ]
            write_goals(made.store, made.home, version, typed, since, NASTY)
        made.partnership("Lezen", contributions=goals(A=0, B=2))

    filled(goals_too)
    at = visit("alignment", deel=part)
    assert not at.exception
    assert list(interpreted(at)) == []
    if part == "Doelen en gewichten":
        at.text_input[0].set_value(f"A {NASTY}").run()
        [save] = [one for one in at.button if one.label == "Opslaan"]
        save.click().run()
        assert at.error
        assert at.warning
        assert list(interpreted(at)) == []


def test_a_library_is_renamed_to_it(filled: Callable[[Fill], None]) -> None:
    filled(lambda made: made.library("Bibliotheek Aa", ZAANSTAD))
    at = visit("intake")
    at.session_state["stap"] = "Bibliotheken"
    at.run()
    at.text_input[0].set_value(NASTY)
    [save] = [one for one in at.button if one.label == "Opslaan"]
    save.click().run()
    assert not at.exception
    assert "is opgeslagen" in at.success[0].value
    assert list(interpreted(at)) == []


def test_in_a_link(empty: Path) -> None:
    at = visit(thema=NASTY, regio=NASTY, bibliotheek=NASTY, peildatum=NASTY)
    assert not at.exception
    assert at.warning
    assert list(interpreted(at)) == []


@pytest.mark.parametrize("good", [True, False])
def test_in_a_file(empty: Path, good: bool) -> None:
    """Names, headers, file name, wrong values: in the preview, and after loading."""
    theme = "PO" if good else NASTY
    header = f"{HEADER};{NASTY}"
    row = f"Samen {NASTY};Bieb {NASTY};Partner {NASTY};basisschool;{theme};Zaanstad;actief;x"
    at = visit("intake")
    at.file_uploader[0].upload(f"lijst {NASTY.replace('/', '')}.csv", lines(header, row))
    at.run()
    assert not at.exception
    assert list(interpreted(at)) == []
    for one in at.button:
        if one.label.startswith("Laad "):
            one.click().run()
            assert not at.exception
            assert "toegevoegd" in at.success[0].value
            assert list(interpreted(at)) == []
            return
    assert not good
