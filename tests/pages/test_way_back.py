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
    """As Streamlit does it: with a code that holds it sets its cookie; it sends to the start."""
    answer = RedirectResponse("/", 302)
    if asked.query_params.get("code") == "x":
        answer.set_cookie("_streamlit_user", "iemand", max_age=86_400)
    else:
        answer.delete_cookie("_streamlit_user")
    return answer


async def begun(asked: Request) -> Response:
    """As Streamlit does it: to the provider, or to the start where the token is too old."""
    if "geen" in asked.query_params:
        return PlainTextResponse("Authentication error", 400)
    if "oud" in asked.query_params:
        return RedirectResponse("/", 302)
    return RedirectResponse("https://aanmelden.example/?x", 302)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setattr(visitor, "login", lambda: {"client_id": "x"})
    app = Starlette(
        routes=[
            Route("/oauth2callback", logged_in),
            Route("/auth/login", begun),
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
    browser.get("/auth/login")
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


def test_a_login_begins_at_the_provider(browser: TestClient) -> None:
    assert browser.get("/auth/login").headers["location"] == "https://aanmelden.example/?x"


def test_the_way_out_ends_at_the_start_without_a_word(browser: TestClient) -> None:
    browser.get("/dekking")
    answer = browser.get("/oauth2callback")
    assert answer.headers["location"] == "/"
    browser.get("/")
    assert after_the_login(browser) == "/"


@pytest.mark.parametrize(
    "failing",
    [
        "/auth/login?geen",
        "/auth/login?oud",
        "/oauth2callback?error=access_denied",
        "/oauth2callback?code=verkeerd",
    ],
)
def test_a_login_that_fails_leads_to_the_door_and_the_next_to_the_page(
    browser: TestClient, failing: str
) -> None:
    browser.get("/dekking")
    answer = browser.get(failing)
    assert (answer.status_code, answer.text) == (302, "")
    assert answer.headers["location"] == DOOR
    browser.get(DOOR)
    assert after_the_login(browser) == "/dekking"
