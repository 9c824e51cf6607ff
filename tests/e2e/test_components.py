"""The components in a browser: nothing done is lost, the keys work, the points sum to 100."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.app_process import RunningApp, free_address, serve, stop
from tests.e2e.visit import at_both_widths, pixels_too_wide

SCRIPT = "tests/e2e/components_app.py"
SAVED = "Alles opgeslagen"
NOT_YET = "Nog niet opgeslagen: wordt verzonden zodra er weer verbinding is"
DONE_MS = 30_000


@dataclass
class Served:
    """The small app, which a test may stop and start again."""

    app: RunningApp
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        return self.app.url

    def halt(self) -> None:
        stop(self.process)

    def resume(self) -> None:
        self.process = serve(SCRIPT, self.app)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("components")
    app = RunningApp(free_address(), folder / "unused.duckdb", folder / "app.log")
    running = Served(app, serve(SCRIPT, app))
    yield running
    running.halt()


def show(page: Page, served: Served, question: str) -> None:
    page.goto(f"{served.url}/?{question}")
    expect(page.locator("[data-root] .foot")).to_be_visible(timeout=DONE_MS)


def cell(page: Page, option: str, criterion: str) -> Locator:
    return page.locator(f'.cell[data-option="{option}"][data-criterion="{criterion}"]')


def button(page: Page, option: str, criterion: str, score: str) -> Locator:
    return cell(page, option, criterion).locator(f'button[data-score="{score}"]')


def note(page: Page) -> Locator:
    return page.locator(".panel textarea")


def received(page: Page, served: Served) -> list[str]:
    """Open the same scope in another page and read what the server has."""
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("[data-root] .foot")).to_be_visible(timeout=DONE_MS)
    other.get_by_text("Ontvangen").click()
    text = other.get_by_test_id("stText").inner_text()
    other.close()
    return text.split("\n")


def expect_saved(page: Page) -> None:
    expect(page.locator(".state")).to_have_text(SAVED, timeout=DONE_MS)


def test_a_click_fills_the_button_and_is_kept(page: Page, served: Served) -> None:
    show(page, served, "scope=klik")
    button(page, "A", "SP", "4").click()
    expect(button(page, "A", "SP", "4")).to_have_attribute("aria-pressed", "true")
    expect(cell(page, "A", "SP")).to_have_attribute(
        "aria-label", "Strategische passendheid, BoekStart: 4 van 5"
    )
    expect(cell(page, "A", "SP")).to_be_focused()
    expect_saved(page)
    assert received(page, served) == ["A/SP/score=4"]


def test_quick_changes_of_one_cell_end_with_the_last(page: Page, served: Served) -> None:
    show(page, served, "scope=snel")
    cell(page, "A", "SP").focus()
    for key in "12345432":
        page.keyboard.press(key)
    expect_saved(page)
    log = received(page, served)
    assert log[-1] == "A/SP/score=2"
    assert not [line for line in log if line.startswith("geweigerd")]


def test_keys_move_and_score(page: Page, served: Served) -> None:
    show(page, served, "scope=toetsen")
    cell(page, "A", "SP").focus()
    page.keyboard.press("ArrowRight")
    expect(cell(page, "B", "SP")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(cell(page, "B", "BE")).to_be_focused()
    page.keyboard.press("3")
    expect(button(page, "B", "BE", "3")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("?")
    expect(cell(page, "B", "BE")).to_have_attribute("aria-label", re.compile(": weet niet$"))
    page.keyboard.press("Delete")
    expect(cell(page, "B", "BE")).to_have_attribute("aria-label", re.compile("niet ingevuld$"))
    page.keyboard.press("0")
    expect(cell(page, "B", "BE")).to_have_attribute("data-value", "?")
    page.keyboard.press("End")
    expect(cell(page, "B", "DU")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(cell(page, "B", "DU")).to_be_focused()
    page.keyboard.press("Home")
    expect(cell(page, "B", "SP")).to_be_focused()
    page.keyboard.press("Control+3")
    expect(cell(page, "B", "SP")).to_have_attribute("data-value", "")
    assert page.locator('.cell[tabindex="0"]').count() == 1
    page.keyboard.press("n")
    expect(note(page)).to_be_focused()
    page.keyboard.type("1 en 2?")
    page.keyboard.press("Escape")
    expect(cell(page, "B", "SP")).to_be_focused()
    expect(cell(page, "B", "SP")).to_have_attribute("data-value", "")
    expect_saved(page)
    log = received(page, served)
    assert "B/SP/note=1 en 2?" in log
    assert [line for line in log if "/BE/" in line][-1] == "B/BE/score=?"


def test_the_rubric_scores_too(page: Page, served: Served) -> None:
    show(page, served, "scope=rubriek")
    cell(page, "C", "DR").click(position={"x": 20, "y": 4})
    expect(page.get_by_role("heading", name="Bestuurlijk draagvlak")).to_be_visible()
    page.locator('.anchor[data-anchor="1"]').click()
    expect(button(page, "C", "DR", "1")).to_have_attribute("aria-pressed", "true")
    expect(cell(page, "C", "DR").get_by_text("eerst oplossen")).to_be_visible()


def test_a_note_survives_a_reload_while_typing(page: Page, served: Served) -> None:
    show(page, served, "scope=herladen")
    button(page, "A", "BE", "2").click()
    note(page).click()
    page.keyboard.type("Eerst met de gemeente praten")
    page.reload()
    expect(cell(page, "A", "BE").locator(".noted")).to_have_text("Eerst met de gemeente praten")
    expect_saved(page)
    assert sorted(received(page, served)) == [
        "A/BE/note=Eerst met de gemeente praten",
        "A/BE/score=2",
    ]


def test_typing_is_not_disturbed_by_what_arrives(page: Page, served: Served) -> None:
    show(page, served, "scope=typen")
    note(page).click()
    page.keyboard.type("eerste deel")
    page.keyboard.press("ArrowLeft")
    expect_saved(page)
    page.keyboard.type("XY")
    expect(note(page)).to_be_focused()
    expect(note(page)).to_have_value("eerste deeXYl")
    expect_saved(page)
    expect(note(page)).to_have_value("eerste deeXYl")
    assert received(page, served)[-1] == "A/SP/note=eerste deeXYl"


def test_what_is_done_without_a_server_is_sent_after(page: Page, served: Served) -> None:
    show(page, served, "scope=uitval")
    button(page, "A", "SP", "3").click()
    expect_saved(page)
    served.halt()
    button(page, "A", "SP", "5").click()
    cell(page, "A", "SP").press("1")
    button(page, "B", "VE", "4").click()
    page.keyboard.press("n")
    page.keyboard.type("zonder verbinding")
    expect(page.locator(".state")).to_have_text(NOT_YET, timeout=DONE_MS)
    expect(button(page, "A", "SP", "1")).to_have_attribute("aria-pressed", "true")
    served.resume()
    expect(page.locator(".state")).to_have_text(SAVED, timeout=60_000)
    expect(note(page)).to_have_value("zonder verbinding")
    expect(note(page)).to_be_focused()
    log = received(page, served)
    # This server forgets all when it stops, so the first change it gets is on too late a version.
    assert {"B/VE/score=4", "B/VE/note=zonder verbinding"} <= set(log)
    assert any("A/SP/score" in line for line in log)


def test_a_page_left_without_a_server_is_taken_up_later(page: Page, served: Served) -> None:
    show(page, served, "scope=later")
    served.halt()
    button(page, "A", "SP", "5").click()
    page.goto("about:blank")
    served.resume()
    show(page, served, "scope=later")
    expect(button(page, "A", "SP", "5")).to_have_attribute("aria-pressed", "true")
    expect_saved(page)
    assert received(page, served) == ["A/SP/score=5"]


def test_two_tabs_leave_each_other_alone(page: Page, served: Served) -> None:
    show(page, served, "scope=tabs")
    other = page.context.new_page()
    show(other, served, "scope=tabs")
    served.halt()
    button(page, "A", "SP", "1").click()
    button(other, "B", "BE", "2").click()
    expect(other.locator(".state")).to_have_text(NOT_YET, timeout=DONE_MS)
    expect(button(other, "A", "SP", "1")).to_have_attribute("aria-pressed", "false")
    keys = "Object.keys(localStorage).filter(key => key.startsWith('samenwerking/scores/tabs/'))"
    assert len(page.evaluate(keys)) == 2
    other.close()
    # The one that stays takes over what the closed one left.
    expect(button(page, "B", "BE", "2")).to_have_attribute("aria-pressed", "true")
    served.resume()
    expect(page.locator(".state")).to_have_text(SAVED, timeout=60_000)
    assert sorted(received(page, served)) == ["A/SP/score=1", "B/BE/score=2"]
    assert page.evaluate(keys) == []


def test_it_works_without_storage(page: Page, served: Served) -> None:
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
    )
    show(page, served, "scope=vol")
    button(page, "A", "SP", "4").click()
    expect_saved(page)
    assert received(page, served) == ["A/SP/score=4"]


def test_a_refused_note_is_offered_again(page: Page, served: Served) -> None:
    show(page, served, "scope=botsing")
    other = page.context.new_page()
    show(other, served, "scope=botsing")
    note(page).fill("van de een")
    expect_saved(page)
    note(other).fill("van de ander")
    note(other).blur()
    expect_saved(other)
    expect(other.locator(".kept blockquote")).to_have_text("van de ander")
    other.reload()
    expect(cell(other, "A", "SP").get_by_text("notitie niet overgenomen")).to_be_visible()
    other.get_by_role("button", name="Zet erachter").click()
    expect_saved(other)
    expect(note(other)).to_have_value("van de een\nvan de ander")
    expect(other.locator(".kept")).to_be_hidden()
    assert received(page, served)[1:3] == ["geweigerd A/SP/note", "A/SP/note=van de een"]


def test_names_are_text(page: Page, served: Served) -> None:
    for question in ("scope=html", "scope=html&wat=weights&eerste=<b>x</b>"):
        show(page, served, question)
        expect(page.locator("[data-root] img, [data-root] b:not(.anchor b)")).to_have_count(0)
        expect(page.locator("[data-root]")).to_contain_text("<b>vet</b>")
        assert page.title() != "gekraakt"


@pytest.mark.parametrize("number", [1, 3, 8])
@at_both_widths
def test_it_fits(page: Page, served: Served, number: int) -> None:
    show(page, served, f"scope=past&gevuld=1&opties={number}")
    assert pixels_too_wide(page) == 0
    edges = page.locator("[data-root]").evaluate(
        "root => [...root.querySelectorAll('.cell:not([hidden]), .cell:not([hidden]) button')]"
        ".every(one => one.getBoundingClientRect().right"
        " <= root.getBoundingClientRect().right + 1)"
    )
    assert edges


def test_a_narrow_container_shows_one_option(page: Page, served: Served) -> None:
    show(page, served, "scope=smal&smal=1")  # a third of a wide screen
    expect(cell(page, "A", "SP")).to_be_visible()
    expect(cell(page, "B", "SP")).to_be_hidden()
    page.locator('[data-show="C"]').click()
    expect(cell(page, "C", "SP")).to_be_visible()
    expect(cell(page, "A", "SP")).to_be_hidden()
    cell(page, "C", "SP").focus()
    page.keyboard.press("ArrowLeft")
    expect(cell(page, "B", "SP")).to_be_focused()
    small = page.locator(".cell:visible button").evaluate_all(
        "all => all.filter(one => one.offsetHeight < 40 || one.offsetWidth < 40).length"
    )
    assert small == 0
    # Touched far down: the rubric moves there, and what was touched stays under the finger.
    target = button(page, "B", "ME", "4")
    target.scroll_into_view_if_needed()
    before = target.bounding_box()
    target.click()
    after = target.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 3
    drawer = page.locator(".drawer").bounding_box()
    row = page.locator(".criterion.active").bounding_box()
    assert drawer is not None
    assert row is not None
    assert drawer["y"] == pytest.approx(row["y"] + row["height"], abs=2)


def test_locked_shows_and_takes_nothing(page: Page, served: Served) -> None:
    show(page, served, "scope=vast&vast=1&gevuld=1")
    expect(
        page.locator("[data-root] button, [data-root] textarea").locator("visible=true")
    ).to_have_count(0)
    expect(cell(page, "A", "SP").locator(".chip")).to_have_text("4")
    expect(cell(page, "A", "BE").locator(".noted")).to_have_text("Nog na te vragen.")
    cell(page, "A", "SP").focus()
    page.keyboard.press("5")
    expect(cell(page, "A", "SP")).to_have_attribute("data-value", "4")
    show(page, served, "scope=vast&vast=1&wat=weights")
    expect(page.locator("[data-root] button, [data-root] input")).to_have_count(0)
    expect(page.locator(".value").first).to_have_text("20")


def field(page: Page, code: str) -> Locator:
    return page.locator(f'.field[data-code="{code}"]')


def shown_sum(page: Page) -> int:
    """Return the sum of the points as they are shown, in tenths."""
    texts = page.locator(".field").evaluate_all("all => all.map(one => one.value)")
    assert all(re.fullmatch(r"\d+(,\d{1,2})?", text) for text in texts)
    return round(sum(float(text.replace(",", ".")) for text in texts) * 100)


def test_points_always_sum_to_100(page: Page, served: Served) -> None:
    show(page, served, "scope=honderd&wat=weights")
    assert shown_sum(page) == 100_00
    slider = page.locator('.range[data-code="SP"]')
    box = slider.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    for step in range(12):
        page.mouse.move(box["x"] + box["width"] * (0.5 + step / 30), box["y"] + 10)
        assert shown_sum(page) == 100_00
    page.mouse.up()
    expect_saved(page)
    page.locator('[data-hold="BE"]').click()
    kept = field(page, "BE").input_value()
    field(page, "ME").fill("33,3")
    field(page, "ME").press("Enter")
    assert field(page, "BE").input_value() == kept
    assert field(page, "ME").input_value() == "33,3"
    assert shown_sum(page) == 100_00
    expect_saved(page)
    page.locator('.range[data-code="DU"]').focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        assert shown_sum(page) == 100_00
    stepped = field(page, "DU").input_value()
    field(page, "SP").fill("12.5")
    field(page, "SP").press("Tab")
    assert field(page, "SP").input_value() == "12,5"
    assert field(page, "DU").input_value() != stepped  # rescaled, from where it was brought
    expect_saved(page)
    page.get_by_role("button", name="Alle even zwaar").click()
    assert shown_sum(page) == 100_00
    assert field(page, "SP").input_value() in {"11,11", "11,12"}
    expect_saved(page)
    log = received(page, served)
    assert len(log) == 5
    assert set(log) == {"som=100.000000000"}


def test_when_all_others_are_zero_they_share_alike(page: Page, served: Served) -> None:
    show(page, served, "scope=nul&wat=weights")
    field(page, "SP").fill("100")
    field(page, "SP").press("Enter")
    expect(field(page, "BE")).to_have_value("0")
    expect_saved(page)
    field(page, "SP").fill("20")
    field(page, "SP").press("Enter")
    expect(field(page, "BE")).to_have_value("10")
    assert shown_sum(page) == 100_00


def test_the_band_is_told_in_words(page: Page, served: Served) -> None:
    show(page, served, "scope=band&wat=weights")
    words = page.locator(".words").all_inner_texts()
    assert words[0] == "BoekStart blijft eerste tussen 2 en 18 punten"
    assert words[1] == "BoekStart blijft eerste bij elk gewicht"
    assert words[6] == "BoekStart blijft eerste tussen 3,5 en 62 punten"
    assert words[7] == ""
    expect(page.locator(".band").nth(7)).to_be_hidden()


def test_points_set_without_a_server_are_sent_after(page: Page, served: Served) -> None:
    show(page, served, "scope=punten-later&wat=weights")
    served.halt()
    field(page, "SP").fill("30")
    field(page, "SP").press("Enter")
    field(page, "SP").fill("35")
    field(page, "SP").press("Enter")
    page.goto("about:blank")
    served.resume()
    show(page, served, "scope=punten-later&wat=weights")
    expect(field(page, "SP")).to_have_value("35")
    expect_saved(page)
    expect(field(page, "SP")).to_have_value("35")


@pytest.mark.parametrize("size", ["opties=4", "opties=5&veel=1"])
def test_a_click_shows_at_once(page: Page, served: Served, size: str) -> None:
    show(page, served, f"scope=tempo&{size}")
    # In one go, so that nothing that arrives can come between: the click itself must show it.
    shown = page.locator("[data-root]").evaluate(
        """root => [...root.querySelectorAll('.cell')].slice(0, 20).map(cell => {
            const button = cell.querySelector('[data-score="4"]')
            button.click()
            return button.getAttribute('aria-pressed')
        })"""
    )
    assert shown == ["true"] * 20
