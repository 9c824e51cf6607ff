"""Where somebody ends up after the login."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.shared import visitor
from pages.shared.way_back import COOKIE, DOOR, WayBack

PAGE = {"accept": "text/html,*/*"}


async def page(_: Request) -> Response:
    return PlainTextResponse("een pagina")


async def logged_in(asked: Request) -> Response:
    """As Streamlit does it: it sets or deletes its cookie and sends to the start."""
    answer = RedirectResponse("/", 302)
    if "error" in asked.query_params:
        answer.delete_cookie("_streamlit_user")
    else:
        answer.set_cookie("_streamlit_user", "iemand")
    return answer


async def no_provider(_: Request) -> Response:
    return PlainTextResponse("Authentication error", 400)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setattr(visitor, "login", lambda: {"client_id": "x"})
    app = Starlette(
        routes=[
            Route("/oauth2callback", logged_in),
            Route("/auth/login", no_provider),
            Route("/{path:path}", page),
        ]
    )
    app.add_middleware(WayBack)
    # The cookie of a login that is over is there still.
    return TestClient(
        app, headers=PAGE, cookies={"_streamlit_user": "lang geleden"}, follow_redirects=False
    )


def after_the_login(browser: TestClient) -> str:
    return browser.get("/oauth2callback?code=x").headers["location"]


@pytest.mark.parametrize("place", ["/dekking", "/samenwerking?nr=12", "/?thema=PO%20en%20VO"])
def test_the_page_that_was_asked_for_is_opened_once(browser: TestClient, place: str) -> None:
    browser.get(place)
    assert after_the_login(browser) == place
    assert after_the_login(browser) == "/"


@pytest.mark.parametrize("place", ["/", "/gezondheid", "/a//b", f"/a?b={'c' * 1600}"])
def test_nothing_else_is_kept(browser: TestClient, place: str) -> None:
    browser.get(place)
    assert after_the_login(browser) == "/"


def test_who_goes_to_the_start_meanwhile_ends_there(browser: TestClient) -> None:
    browser.get("/dekking")
    browser.get("/")
    assert after_the_login(browser) == "/"


@pytest.mark.parametrize("place", ["https://kwaad.example", "//kwaad.example", "/\\kwaad.example"])
def test_a_cookie_that_somebody_made_leads_nowhere(browser: TestClient, place: str) -> None:
    browser.cookies.set(COOKIE, place)
    assert after_the_login(browser) == "/"


def test_without_a_login_nothing_is_kept(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visitor, "login", lambda: None)
    assert "set-cookie" not in browser.get("/dekking").headers


@pytest.mark.parametrize("failing", ["/auth/login", "/oauth2callback?error=access_denied"])
def test_a_login_that_fails_leads_to_the_door_and_the_next_to_the_page(
    browser: TestClient, failing: str
) -> None:
    browser.get("/dekking")
    answer = browser.get(failing)
    assert (answer.status_code, answer.text) == (302, "")
    assert answer.headers["location"] == DOOR
    browser.get(DOOR)
    assert after_the_login(browser) == "/dekking"
