"""Rapport: choosing, the preview, making it, and what is kept of it."""

import io
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.report import ReportAsked
from data.report.kept import kept_reports
from data.report.made import Made, make_report
from data.store import Reader
from pages.parts import report_made
from pages.shared import making, opened
from tests.pages.conftest import Fill, texts, visit
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio, goals, steps
from tests.typeset import bare, text_of
from tests.typeset import opened as read

TODAY = "2026-11-22"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test does not look again and again: it waits for the report."""
    monkeypatch.setattr(making, "GRACE", 60.0)


def portfolio(made: Portfolio) -> None:
    made.library("Bibliotheek Aa", ZAANSTAD, ALKMAAR)
    school = made.partner("OBS De Ster", "basisschool", ZAANSTAD)
    made.partnership(
        "Voorlezen",
        partners=[school],
        gemeenten=[ZAANSTAD],
        hours=40.0,
        contributions=goals(SD1=3),
        history=steps(("actief", date(2020, 1, 1))),
    )
    made.partnership(
        "Nieuw",
        partners=[school],
        gemeenten=[ALKMAAR],
        history=steps(("actief", date(2026, 5, 1))),
    )


def button(at: AppTest, label: str) -> Any:
    [found] = [one for one in at.button if one.label == label]
    return found


def downloads(at: AppTest) -> list[str]:
    return [one.proto.label.partition(" (")[0] for one in at.get("download_button")]


def make(at: AppTest) -> AppTest:
    return button(at, "Maak het rapport").click().run()


def test_the_preview_says_what_the_report_will_say(filled: Callable[[Fill], None]) -> None:
    filled(portfolio)
    at = visit("portfolio_report", peildatum=TODAY)
    said = texts(at)
    assert "Sinds 22 november 2025 is **1 samenwerking** begonnen" in said
    assert "**2 samenwerkingen lopen** met 1 partner" in said
    assert "Vergeleken met 22 november 2025" in said
    links = {one.proto.label for one in at.page_link}
    assert {"Naar Overzicht", "Naar Dekking", "Naar Doelen", "Naar Afhankelijkheid"} <= links
    [figures] = [one.value for one in at.dataframe if "Kerncijfer" in one.value.columns]
    line = figures.set_index("Kerncijfer").loc["Lopende samenwerkingen"]
    assert list(line) == ["1", "2", "+1"]
    [changed] = [one.value for one in at.dataframe if "Wat er veranderde" in one.value.columns]
    assert list(changed["Samenwerking"]) == ["Nieuw"]


def test_making_it_gives_both_files_and_keeps_the_figures(filled: Callable[[Fill], None]) -> None:
    filled(portfolio)
    at = make(visit("portfolio_report", peildatum=TODAY))
    assert "Het rapport is klaar." in texts(at)
    assert {"PDF", "Excel"} <= set(downloads(at))
    [kept] = kept_reports(opened.whole_store())
    assert kept["content"].figures.partnerships == 2
    assert "1 rapport om mee te vergelijken" in texts(visit("portfolio_report", peildatum=TODAY))


def test_two_clicks_make_one_report(
    filled: Callable[[Fill], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And another visitor who asks the same gets the same file."""
    filled(portfolio)
    made: list[ReportAsked] = []

    def counting(store: Reader, asked: ReportAsked, step: making.Step) -> Made:
        made.append(asked)
        return make_report(store, asked, step)

    monkeypatch.setattr(report_made, "make_report", counting)
    monkeypatch.setattr(making, "GRACE", 0.01)
    at = make(visit("portfolio_report", peildatum=TODAY))
    assert [one.disabled for one in at.button if one.label == "Maak het rapport"] == [True]
    at.session_state[report_made.KEY].answer.result(timeout=60)
    assert "Het rapport is klaar." in texts(at.run())
    monkeypatch.setattr(making, "GRACE", 60.0)
    assert "Het rapport is klaar." in texts(make(visit("portfolio_report", peildatum=TODAY)))
    assert len(made) == 1
    assert len(kept_reports(opened.whole_store())) == 1


def test_another_choice_is_another_report(filled: Callable[[Fill], None]) -> None:
    filled(portfolio)
    at = make(visit("portfolio_report", peildatum=TODAY))
    at.multiselect(key="onderdelen").set_value(["goals"]).run()
    assert button(at, "Maak het rapport")
    said = texts(at)
    assert "Het rapport is klaar" not in said
    assert "2 samenwerkingen lopen" not in said


@pytest.mark.parametrize("after", [0, 0.5], ids=["at once", "while the page waits for it"])
def test_it_can_be_cancelled(
    filled: Callable[[Fill], None], monkeypatch: pytest.MonkeyPatch, after: float
) -> None:
    filled(portfolio)

    def cancelled(_store: Any, _asked: Any, step: making.Step) -> None:
        step("Bezig", 0.5)
        time.sleep(after)
        raise making.Stopped

    monkeypatch.setattr(report_made, "make_report", cancelled)
    at = make(visit("portfolio_report", peildatum=TODAY))
    assert any("Gestopt" in one.value for one in at.info)
    assert downloads(at).count("PDF") == 0
    assert kept_reports(opened.whole_store()) == []
    # And made after all.
    monkeypatch.undo()
    monkeypatch.setattr(making, "GRACE", 60.0)
    assert "Het rapport is klaar." in texts(make(at))


def test_a_later_report_compares_with_the_one_before(filled: Callable[[Fill], None]) -> None:
    filled(portfolio)
    make(visit("portfolio_report", peildatum="2025-12-31"))
    at = visit("portfolio_report", peildatum=TODAY)
    assert "Vergeleken met het rapport van" in texts(at)
    assert "Sinds 31 december 2025" in texts(at)
    [figures] = [one.value for one in at.dataframe if "Kerncijfer" in one.value.columns]
    assert list(figures.set_index("Kerncijfer").loc["Uren per jaar"]) == ["40", "40", "gelijk"]
    at.selectbox(key="vorig").set_value("jaar").run()
    assert "Vergeleken met 22 november 2025" in texts(at)


@pytest.mark.usefixtures("by_hand")
def test_a_kept_report_is_removed_and_brought_back(filled: Callable[[Fill], None]) -> None:
    filled(portfolio)
    make(visit("portfolio_report", peildatum=TODAY))
    at = visit("portfolio_report", peildatum=TODAY)
    row = kept_reports(opened.whole_store())[0]
    report_made._remove(row["id"], row["version"])
    assert kept_reports(opened.whole_store()) == []
    assert "Gemaakte rapporten" not in [one.value for one in at.run().subheader]


def test_the_example_has_a_report_to_compare_with(example: Path) -> None:
    at = visit("portfolio_report")
    assert "Vergeleken met het rapport van 31 december" in texts(at)


def test_the_pdf_is_of_what_was_chosen(filled: Callable[[Fill], None]) -> None:
    filled(portfolio)
    at = visit("portfolio_report", peildatum=TODAY, gemeente="Alkmaar", onderdelen="coverage")
    make(at)
    made = at.session_state[report_made.KEY].answer.result()
    text = text_of(read(made.pdf))
    assert "Alkmaar" in text
    assert bare("1Dekking") in text
    assert bare("Afhankelijkheid..") not in text
    assert io.BytesIO(made.workbook).read(2) == b"PK"
