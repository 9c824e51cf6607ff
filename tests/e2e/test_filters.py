"""The shared filters in a browser: the sidebar, the address, a shared link, back and forward."""

from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from tests.e2e.dashboard import RUNNING, asked, choose, figure, go_to, heading, path, shown_line
from tests.e2e.visit import assert_no_error_shown, open_page, rerun

REGION, THEME = "Zaanstreek-Waterland", "Primair onderwijs"
LINK = {
    "regio": REGION,
    "thema": THEME,
    "definitie": "Structureel",
    "peildatum": "2024-06-01",
}
IN_WORDS = f"U ziet alle bibliotheken · {REGION} · {THEME} · peildatum 1 juni 2024"


def test_filter_by_region_and_theme_and_clear(page: Page, app_url: str) -> None:
    """Each choice changes the figure, the address and the words; Wis filters undoes them all."""
    open_page(page, app_url)
    everything = figure(page, RUNNING)

    choose(page, "Regio", REGION)
    in_region = figure(page, RUNNING)
    assert 0 < int(in_region) < int(everything)
    assert asked(page) == {"regio": [REGION]}
    expect(shown_line(page)).to_contain_text(f"alle bibliotheken · {REGION} · alle thema’s")

    choose(page, "Thema", THEME)
    assert 0 < int(figure(page, RUNNING)) < int(in_region)
    assert asked(page) == {"regio": [REGION], "thema": [THEME]}
    expect(shown_line(page)).to_contain_text(f"{REGION} · {THEME} ·")

    with rerun(page):
        page.get_by_role("button", name="Wis filters").click()
    assert figure(page, RUNNING) == everything
    assert asked(page) == {}


def test_page_switch_keeps_the_filters(page: Page, app_url: str) -> None:
    open_page(page, app_url)
    choose(page, "Regio", REGION)
    said = shown_line(page).inner_text()
    for title in ("Dekking", "Gegevens", "Bronnen", "Overzicht"):
        go_to(page, title)
        assert shown_line(page).inner_text() == said
        assert asked(page)["regio"] == [REGION]


def test_a_button_leads_to_another_page_under_the_same_filters(page: Page, app_url: str) -> None:
    """On Rapport to the day that it compares with; from a partner to what stopping costs."""
    open_page(page, f"{app_url}/rapport?{urlencode({'thema': THEME})}")
    with rerun(page):
        page.get_by_role("button", name="op Overzicht").click(delay=60)
    expect(heading(page)).to_have_text("Overzicht")
    expect(shown_line(page)).to_contain_text(THEME)
    assert path(page) == "/"
    assert asked(page).keys() == {"thema", "peildatum"}

    open_page(page, f"{app_url}/partners?{urlencode({'thema': THEME, 'partner': 11})}")
    with rerun(page):
        page.get_by_role("button", name="Reken door wat stoppen kost").click(delay=60)
    expect(heading(page)).to_have_text("Doelen")
    expect(shown_line(page)).to_contain_text(THEME)
    assert asked(page) == {"thema": [THEME], "deel": ["Afhankelijkheid"]}
    assert_no_error_shown(page)


def test_shared_link_opens_the_same_view_again(page: Page, app_url: str) -> None:
    """Also after a reload."""
    open_page(page, f"{app_url}/dekking?{urlencode(LINK)}")
    _is_the_view_of(page, LINK)
    expect(page.get_by_role("radio", name="Structureel")).to_be_checked()
    said = page.get_by_test_id("stMain").inner_text()

    with rerun(page):
        page.reload()
    _is_the_view_of(page, LINK)
    assert page.get_by_test_id("stMain").inner_text() == said


def test_back_and_forward_keep_the_filters_of_a_link(page: Page, app_url: str) -> None:
    filters = {key: value for key, value in LINK.items() if key != "definitie"}
    open_page(page, f"{app_url}/dekking?{urlencode(filters)}")
    said = page.get_by_test_id("stMain").inner_text()
    go_to(page, "Overzicht")
    assert asked(page) == {key: [value] for key, value in filters.items()}
    running = figure(page, RUNNING)

    with rerun(page):
        page.go_back()
    _is_the_view_of(page, filters)
    assert page.get_by_test_id("stMain").inner_text() == said

    with rerun(page):
        page.go_forward()
    expect(heading(page)).to_have_text("Overzicht")
    assert shown_line(page).inner_text() == IN_WORDS
    assert figure(page, RUNNING) == running


def test_back_and_forward_keep_the_definition(page: Page, app_url: str) -> None:
    """Also one that was clicked, and one step back is one page back."""
    open_page(page, f"{app_url}/dekking?{urlencode(LINK)}")
    go_to(page, "Overzicht")
    with rerun(page):
        page.go_back()
    _shows_definition(page, "Structureel")

    with rerun(page):
        page.get_by_role("radio", name="Programma").click()
    assert asked(page)["definitie"] == ["Programma"]
    go_to(page, "Bronnen")
    with rerun(page):
        page.go_back()
    _shows_definition(page, "Programma")
    with rerun(page):
        page.go_back()
    _shows_definition(page, "Structureel")
    with rerun(page):
        page.go_forward()
    _shows_definition(page, "Programma")


def test_a_link_wins_over_what_was_chosen_before(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/dekking")
    with rerun(page):
        page.get_by_role("radio", name="Bereik").click()
    go_to(page, "Overzicht")
    go_to(page, "Dekking")
    _shows_definition(page, "Bereik")
    open_page(page, f"{app_url}/dekking?{urlencode(LINK)}")
    _is_the_view_of(page, LINK)
    expect(page.get_by_role("radio", name="Structureel")).to_be_checked()


def test_back_keeps_the_step_of_gegevens(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/gegevens?stap=Registers")
    go_to(page, "Bronnen")
    with rerun(page):
        page.go_back()
    expect(heading(page)).to_have_text("Gegevens")
    expect(page.get_by_role("radio", name="Registers")).to_be_checked()
    with rerun(page):
        page.get_by_role("radio", name="Samenwerkingen laden").click()
    assert asked(page) == {}


def test_back_and_forward_step_through_the_choices(page: Page, app_url: str) -> None:
    """The address says what is shown, whichever way one came to it."""
    open_page(page, f"{app_url}/?{urlencode({'regio': REGION})}")
    before = shown_line(page).inner_text()
    go_to(page, "Dekking")
    choose(page, "Thema", THEME)
    after = shown_line(page).inner_text()
    with rerun(page):
        page.go_back()
    expect(heading(page)).to_have_text("Overzicht")
    assert asked(page).get("regio") == [REGION]
    assert shown_line(page).inner_text() == (after if "thema" in asked(page) else before)


def _shows_definition(page: Page, name: str) -> None:
    expect(heading(page)).to_have_text("Dekking")
    expect(page.get_by_role("radio", name=name)).to_be_checked()
    assert asked(page)["definitie"] == [name]


def _is_the_view_of(page: Page, link: dict[str, str]) -> None:
    assert path(page) == "/dekking"
    assert asked(page) == {key: [value] for key, value in link.items()}
    expect(heading(page)).to_have_text("Dekking")
    expect(shown_line(page)).to_have_text(IN_WORDS)
    assert_no_error_shown(page)


def test_a_link_with_codes_is_understood(page: Page, app_url: str) -> None:
    """The address then holds the labels; what means nothing is said."""
    codes = {"thema": "PO", "regio": "Noord-Holland", "gemeente": "GM0479", "status": "toverij"}
    open_page(page, f"{app_url}/dekking?{urlencode(codes)}&definitie=structural")
    expect(heading(page)).to_have_text("Dekking")
    expect(shown_line(page)).to_contain_text("Noord-Holland (provincie) · Zaanstad · Primair")
    expect(page.get_by_role("radio", name="Structureel")).to_be_checked()
    expect(page.get_by_text("status “toverij”")).to_be_visible()
    found = asked(page)
    assert (found["thema"], found["gemeente"]) == (["Primair onderwijs"], ["Zaanstad"])
