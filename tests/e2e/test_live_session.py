"""A session with a leader and phones: join, blind, reveal, again, decide; and what goes wrong."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.e2e.app_process import RunningApp
from tests.e2e.visit import PHONE, pixels_too_wide
from tests.e2e.weighing_room import (
    Room,
    alerts,
    app_with_considerations,
    cell,
    code,
    expect,
    give,
    names,
    open_session,
    press,
)

HOSTILE = "<img src=x onerror=\"alert('x')\">*Bas*"
FIRST = "1: van begin tot besluit"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    questions = (FIRST, "2: de ene", "3: de andere", "4: twee leiders", "5: opties")
    with app_with_considerations(tmp_path_factory.mktemp("app"), *questions) as running:
        yield running


@pytest.fixture
def room(browser: Browser, app_url: str) -> Iterator[Room]:
    made = Room(browser, app_url)
    yield made
    made.close()


def test_from_join_to_decision(room: Room, tmp_path: Path) -> None:
    leader = room.step(1, "Samen+scoren")
    leader.on("dialog", lambda _: pytest.fail("a name was run"))
    joining = open_session(leader)
    expect(leader.locator(".said")).to_contain_text("Nog niemand doet mee")
    expect(leader.get_by_role("button", name="Laat de scores zien")).to_be_disabled()
    anna, bas = room.phone(joining, "Anna"), room.phone(joining, HOSTILE)
    for phone in (anna, bas):
        expect(phone.get_by_test_id("stSidebar")).to_have_count(0)
        expect(phone.get_by_text("Voorbeeldgegevens")).to_have_count(0)
        expect(cell(phone, "AP1")).to_be_visible()
        assert pixels_too_wide(phone) == 0
    give(anna, {"AP1": "5", "AT1": "5", "AR1": "4", "BP1": "4", "BT1": "3"})
    expect(anna.get_by_text("Nog open: Leesclub (1)")).to_be_visible()
    give(bas, {"AP1": "1", "AT1": "5", "AR1": "4", "BP1": "4", "BT1": "3", "BR1": "?"})
    press(anna, "Ik ben klaar")
    expect(anna.get_by_text("U bent klaar")).to_be_visible()
    expect(leader.locator(".said")).to_have_text("1 van de 2 deelnemers is klaar.")
    assert names(leader) == ["✓ Anna klaar", f"… {HOSTILE} 6 van 6"]
    _shows_no_scores(leader)
    press(bas, "Ik ben klaar")
    expect(leader.locator(".said")).to_have_text("Iedereen is klaar.")

    press(leader, "Laat de scores zien")
    for phone in (anna, bas):
        expect(phone.get_by_text("Kijk nu samen op het grote scherm")).to_be_visible()
        expect(cell(phone, "AP1").locator("button")).to_have_count(0)
    dots = leader.get_by_role("img", name="Mediaan 3, van 1 tot 5")
    expect(dots).to_be_visible()
    expect(dots.locator("i")).to_have_count(2)
    expect(leader.get_by_text("Past · Taalhuis")).to_be_visible()
    _agree(leader, "4")
    expect(leader.get_by_text("Met de afgesproken scores")).to_contain_text("Taalhuis")
    leader.reload()
    expect(dots).to_be_visible()
    expect(_agreed(leader, "4")).to_have_attribute("aria-checked", "true")

    press(leader, "Ronde 2 beginnen")
    expect(leader.locator("h4")).to_have_text("Ronde 2: iedereen scoort zelf")
    _in_a_next_round(bas)
    expect(cell(bas, "AP1")).to_have_attribute("data-value", "1")
    give(bas, {"AP1": "4"})
    show_early(leader)
    shifted = "Past · Taalhuis: mediaan 3 → 4,5, van 1–5 naar 4–5"
    expect(leader.get_by_text(shifted)).to_be_visible()
    leader.get_by_role("button", name=re.compile("Neem de mediaan over")).click()
    expect(leader.get_by_role("button", name=re.compile("Neem de mediaan over"))).to_have_count(0)
    leader.get_by_role("button", name="Sessie sluiten").click()
    press(leader, "Ja, sluit de sessie")
    for phone in (anna, bas):
        expect(phone.get_by_role("heading", name="Bedankt")).to_be_visible()

    press(leader, "Naar het besluit")
    expect(leader.get_by_label("Wie deden mee?")).to_have_value(f"Anna\n{HOSTILE}")
    leader.get_by_label("Wat is besloten?").fill("We gaan een jaar door.")
    leader.get_by_label("Wat is besloten?").blur()
    press(leader, "Besluit vastleggen")
    expect(leader.get_by_text("Het besluit is vastgelegd")).to_be_visible()
    with leader.expect_download() as download:
        leader.get_by_test_id("stDownloadButton").filter(has_text="A4").get_by_role(
            "button"
        ).click()
    download.value.save_as(tmp_path / "besluit.pdf")
    assert (tmp_path / "besluit.pdf").read_bytes().startswith(b"%PDF")


def test_two_sessions_at_once_with_a_leaver_and_a_late_joiner(room: Room) -> None:
    one, other = room.step(2, "Samen+scoren"), room.step(3, "Samen+scoren")
    first, second = open_session(one), open_session(other)
    assert first != second
    anna, cas = room.phone(first, "Anna"), room.phone(second, "Anna")
    give(anna, {"AP1": "5"})
    give(cas, {"AP1": "2"})
    expect(one.locator(".people")).to_contain_text("1 van 6")
    expect(other.locator(".people")).to_contain_text("1 van 6")
    assert len(names(one)) == len(names(other)) == 1

    again = room.phone(first, " anna ")
    expect(alerts(again)).to_contain_text("Er doet al iemand mee met deze naam")
    again.get_by_label("Uw naam of een schuilnaam").fill("Anna B")
    press(again, "Meedoen")
    expect(cell(again, "AP1")).to_be_visible()

    press(anna, "Uit de sessie gaan")
    expect(anna.get_by_text("U bent uit de sessie gegaan")).to_be_visible()
    expect(one.locator(".people .gone")).to_have_text(re.compile("Anna"))
    press(anna, "Weer meedoen")
    expect(cell(anna, "AP1")).to_have_attribute("data-value", "5")
    expect(one.locator(".people .gone")).to_have_count(0)
    anna.reload()
    expect(cell(anna, "AP1")).to_have_attribute("data-value", "5")
    one.reload()
    assert code(one) == first

    show_early(one)
    expect(anna.get_by_text("Kijk nu samen")).to_be_visible()
    late = room.phone(first, "Late")
    expect(late.get_by_text("Kijk nu samen")).to_be_visible()
    expect(late.locator(".cell")).to_have_count(0)
    press(one, "Ronde 2 beginnen")
    expect(cell(late, "AP1")).to_be_visible()
    expect(cas.get_by_text("Kijk nu samen")).to_have_count(0)
    _shows_no_scores(other)


def test_two_leaders_and_what_comes_after_the_reveal(room: Room) -> None:
    leader, second = room.step(4, "Samen+scoren"), room.step(4, "Opties")
    anna = room.phone(open_session(leader), "Anna")
    give(anna, {"AP1": "3"})
    second.get_by_text("Samen scoren").click()
    expect(second.locator(".people li")).to_have_count(1)
    anna.context.set_offline(True)
    cell(anna, "AT1").locator('button[data-score="5"]').click()
    show_early(leader)
    expect(second.get_by_text("Ronde 1: de scores naast elkaar")).to_be_visible()
    expect(alerts(second)).to_have_count(0)
    anna.context.set_offline(False)
    expect(
        anna.get_by_text("Waarde, Taalhuis: 5 (ronde 1, de scores waren al getoond)")
    ).to_be_visible()
    press(second, "Ronde 2 beginnen")
    expect(leader.locator("h4")).to_have_text("Ronde 2: iedereen scoort zelf")
    _in_a_next_round(anna)
    expect(cell(anna, "AT1")).to_have_attribute("data-value", "")
    give(anna, {"AT1": "5"})
    expect(anna.get_by_text("Dit is niet overgenomen")).to_have_count(0)


def test_an_option_that_comes_in_the_middle_is_on_the_phones(room: Room) -> None:
    leader = room.step(5, "Samen+scoren")
    anna = room.phone(open_session(leader), "Anna")
    give(anna, {"AP1": "3"})
    expect(leader.locator(".people")).to_contain_text("1 van 6")
    second = room.step(5, "Opties")
    second.get_by_label("Naam van het idee").fill("Buurtkamer")
    second.get_by_test_id("stFormSubmitButton").get_by_role("button", name="Toevoegen").click()
    expect(anna.locator('[data-show="C"]')).to_be_visible()
    expect(cell(anna, "AP1")).to_have_attribute("data-value", "3")
    expect(leader.locator(".people")).to_contain_text("1 van 9")
    give(anna, {"CP1": "2"})


def test_a_wrong_code_is_said(room: Room) -> None:
    visitor = room.screen("deelnemen", PHONE)
    visitor.get_by_label("Code").fill("ZZZ ZZZ")
    visitor.get_by_label("Uw naam of een schuilnaam").fill("Anna")
    press(visitor, "Meedoen")
    expect(alerts(visitor)).to_contain_text("Deze code klopt niet")
    assert visitor.get_by_label("Uw naam of een schuilnaam").input_value() == "Anna"
    stranger = room.screen("deelnemen?sessie=1&ik=geraden", PHONE)
    expect(alerts(stranger)).to_contain_text("Deze link hoort bij geen deelnemer")


def _in_a_next_round(phone: Page) -> None:
    """Wait for it, and until the table of the round before is gone."""
    expect(phone.get_by_text("Dit gaf u in de vorige ronde")).to_be_visible()
    expect(phone.locator('[data-stale="true"]')).to_have_count(0)


def _shows_no_scores(leader: Page) -> None:
    expect(leader.locator("[role='gridcell'], .figure")).to_have_count(0)
    shown = leader.get_by_test_id("stMain").inner_text()
    assert not re.search(r"[Mm]ediaan|van \d tot \d|eet niet", shown)


def _agreed(leader: Page, score: str) -> Locator:
    control = leader.get_by_role("radiogroup", name="Afgesproken score").first
    return control.get_by_role("radio", name=score)


def _agree(leader: Page, score: str) -> None:
    _agreed(leader, score).click()
    expect(_agreed(leader, score)).to_have_attribute("aria-checked", "true")


def show_early(leader: Page) -> None:
    """Show the scores while somebody is not ready."""
    leader.get_by_role("button", name="Laat de scores zien").click()
    press(leader, "Toon ze toch")
