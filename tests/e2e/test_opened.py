"""What opens on a page: it fits on a phone, and keeps nobody out in light or dark.

What can be unfolded is looked for on the page itself, so that new text and forms are met too.
"""

from collections.abc import Iterator
from typing import Final, Literal
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.app_process import RunningApp
from tests.e2e.dashboard import PAGES
from tests.e2e.test_accessible import OTHERS, grave_findings
from tests.e2e.test_live_session import show_early
from tests.e2e.test_screens import too_wide
from tests.e2e.visit import PHONE, assert_no_error_shown, open_page, rerun, wait_until_idle
from tests.e2e.weighing_room import (
    Room,
    app_with_considerations,
    cell,
    give,
    open_session,
    press,
)

# Which part of its page somebody sees: the key of that choice, also in the address.
PARTS: Final = (
    *("stap", "stap_strategie", "onderdeel", "onderdeel_sw"),
    *("deel", "vraag", "beeld", "lijst", "blad"),
)
# More than any page has: a page on which unfolding never ends is a fault.
MANY: Final = 60
NOTHING_MOVES: Final = "() => document.getAnimations().every(one => one.playState === 'finished')"
Scheme = Literal["light", "dark"]
pytestmark = pytest.mark.timeout(900)


@pytest.fixture
def viewport() -> tuple[int, int]:
    return PHONE


@pytest.mark.parametrize("address", [*PAGES.values(), *OTHERS])
def test_all_that_unfolds(page: Page, app_url: str, address: str) -> None:
    open_page(page, app_url + address)
    for part in _parts(page, app_url + address):
        open_page(page, part)
        _unfold_all(page)
        _good(page, part)
        buttons = _main(page).locator("[data-testid=stPopoverButton]").filter(visible=True)
        for at in range(buttons.count()):
            buttons.nth(at).click()
            wait_until_idle(page)
            _good(page, f"{part} {buttons.nth(at).inner_text()}", schemes=("dark",))
            page.keyboard.press("Escape")
            wait_until_idle(page)


@pytest.mark.parametrize(
    ("address", "button"),
    [
        ("/", "Toon de lopende samenwerkingen"),
        ("/", "Anoniem tonen"),
        ("/gegevens", "Verwijder het voorbeeld"),
        ("/samenwerkingen?bewerk=nieuw", None),
    ],
)
def test_dialogs_and_forms(page: Page, app_url: str, address: str, button: str | None) -> None:
    open_page(page, app_url + address)
    if button == "Anoniem tonen":
        page.get_by_test_id("stExpandSidebarButton").click()
    if button:
        with rerun(page):
            page.get_by_role("button", name=button).click()
        expect(page.get_by_role("dialog")).to_be_visible()
    else:
        expect(page.get_by_role("button", name="Annuleren")).to_be_visible()
    _good(page, f"{address} {button}")


@pytest.fixture(scope="module")
def weighing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    with app_with_considerations(tmp_path_factory.mktemp("weighing"), "Wat eerst?") as running:
        yield running


@pytest.fixture
def room(browser: Browser, weighing: RunningApp) -> Iterator[Room]:
    made = Room(browser, weighing.url)
    yield made
    made.close()


@pytest.mark.parametrize("step", ["Opties", "Weging", "Scoren", "Uitkomst", "Besluit"])
def test_steps_of_a_consideration(page: Page, weighing: RunningApp, step: str) -> None:
    open_page(page, f"{weighing.url}/afweging?afweging=1&stap={step}")
    _unfold_all(page)
    _good(page, step)


def test_a_session_on_the_screen_and_on_the_phone(room: Room) -> None:
    leader = room.step(1, "Samen+scoren")
    phone = room.phone(open_session(leader), "Anna")
    expect(cell(phone, "AP1")).to_be_visible()
    _both_good(leader, phone, "waiting")
    give(phone, {"AP1": "5", "AT1": "2"})
    _both_good(leader, phone, "scoring")
    show_early(leader)
    expect(phone.get_by_text("Kijk nu samen op het grote scherm")).to_be_visible()
    _both_good(leader, phone, "revealed")
    leader.get_by_role("button", name="Sessie sluiten").click()
    press(leader, "Ja, sluit de sessie")
    expect(phone.get_by_role("heading", name="Bedankt")).to_be_visible()
    _both_good(leader, phone, "closed")


def _parts(page: Page, address: str) -> list[str]:
    """The address of each part of the page that is open."""
    between = "&" if "?" in address else "?"
    for key in PARTS:
        if words := _main(page).locator(f".st-key-{key} button").all_inner_texts():
            return [f"{address}{between}{key}={quote_plus(one)}" for one in words]
    return [address]


def _unfold_all(page: Page) -> None:
    closed = _main(page).locator("details:not([open]) > summary").filter(visible=True)
    for _ in range(MANY):
        if not closed.count():
            return
        closed.first.click()
        wait_until_idle(page)
    pytest.fail(f"more than {MANY} things unfold")


def _main(page: Page) -> Locator:
    return page.get_by_test_id("stMain")


def _both_good(leader: Page, phone: Page, when: str) -> None:
    for page in (leader, phone):
        _good(page, when)


def _good(page: Page, where: str, schemes: tuple[Scheme, ...] = ("light", "dark")) -> None:
    assert_no_error_shown(page)
    assert (where, too_wide(page)) == (where, 0)
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        wait_until_idle(page)
        page.wait_for_function(NOTHING_MOVES)
        assert (where, scheme, grave_findings(page)) == (where, scheme, [])
