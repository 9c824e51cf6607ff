"""People around a consideration in a browser: who leads, and who scores along on a phone."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Expect, Locator, Page

from data.store import Store
from tests.e2e.app_process import RunningApp, running_app
from tests.e2e.visit import DESKTOP, PHONE, WATCH_CHANGES
from tests.weighing import consideration

WAIT_MS = 20_000
# A phone looks every three seconds whether something changed.
expect = Expect()
expect.set_options(timeout=WAIT_MS)
SAVED = "Alles opgeslagen"


@contextmanager
def app_with_considerations(folder: Path, *questions: str) -> Iterator[RunningApp]:
    """The app on a store with these considerations, numbered from 1: Taalhuis and Leesclub."""
    with Store.open(folder / "e2e.duckdb") as store:
        for question in questions:
            consideration(store, question=question)
    with running_app(folder, "first start") as running:
        yield running


class Room:
    """Opens browsers of people, each with an own memory, and closes them."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser, self.url = browser, url

    def screen(self, path: str, size: tuple[int, int] = DESKTOP) -> Page:
        width, height = size
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            is_mobile=size == PHONE,
            has_touch=size == PHONE,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
        )
        context.set_default_timeout(WAIT_MS)
        context.add_init_script(WATCH_CHANGES)
        page = context.new_page()
        page.goto(f"{self.url}/{path}")
        return page

    def step(self, consideration: int, step: str) -> Page:
        """A page of who leads."""
        return self.screen(f"afweging?afweging={consideration}&stap={step}")

    def phone(self, code: str, name: str) -> Page:
        """Somebody who has joined."""
        page = self.screen(f"deelnemen?code={code}", PHONE)
        page.get_by_label("Uw naam of een schuilnaam").fill(name)
        page.get_by_role("button", name="Meedoen").click()
        return page

    def close(self) -> None:
        for context in self.browser.contexts:
            context.close()


def open_session(leader: Page) -> str:
    """Open a session; its code."""
    leader.get_by_role("button", name="essie openen").click()
    return code(leader)


def code(leader: Page) -> str:
    return re.sub(r"\s", "", leader.locator(".code").inner_text())


def cell(page: Page, at: str) -> Locator:
    """A cell of the grid, `AP1`."""
    return page.locator(f'.cell[data-option="{at[0]}"][data-criterion="{at[1:]}"]')


def give(page: Page, scores: dict[str, str]) -> None:
    """Click scores; a phone shows one option at a time."""
    expect(page.locator(".cell").filter(visible=True).first).to_be_visible()
    for at, score in scores.items():
        if not cell(page, at).is_visible():
            page.locator(f'[data-show="{at[0]}"]').click()
        cell(page, at).locator(f'button[data-score="{score}"]').click()
        expect(cell(page, at)).to_have_attribute("data-value", score)
    expect(page.locator(".state")).to_have_text(SAVED)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def alerts(page: Page) -> Locator:
    return page.get_by_test_id("stAlert")


def names(leader: Page) -> list[str]:
    """Who is on the big screen, with how far they are."""
    return [re.sub(r"\s*\n\s*", " ", one) for one in leader.locator(".people li").all_inner_texts()]
