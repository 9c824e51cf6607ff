"""How a browser came in is remembered: through a link without names, or by itself."""

import asyncio
from http.cookies import SimpleCookie
from typing import Any

import pytest

from pages.shared.first_visit import COOKIE, FirstVisit, key_in, sees_names


class Browser:
    """Asks for pages and keeps the cookie; an answer says whether names would be shown."""

    cookie = ""
    set_cookie = ""

    def get(
        self, address: str, accept: str = "text/html", cookie: str = "", method: str = "GET"
    ) -> str:
        path, _, query = address.partition("?")
        headers = [(b"accept", accept.encode()), (b"cookie", (cookie or self.cookie).encode())]
        scope = {"type": "http", "method": method, "path": path, "headers": headers}
        return asyncio.run(self._answer(scope | {"query_string": query.encode()}))

    async def _answer(self, scope: dict[str, Any]) -> str:
        answer: list[str] = []

        async def app(scope: Any, receive: Any, send: Any) -> None:
            answer.append("namen" if sees_names(scope) else "geen namen")
            await send({"type": "http.response.start", "status": 200, "headers": []})

        async def send(message: Any) -> None:
            for name, value in message["headers"]:
                assert name == b"set-cookie"
                self.set_cookie = value.decode("ascii")
                self.cookie = self.set_cookie.partition(";")[0]

        async def receive() -> Any:
            return {"type": "http.request"}

        await FirstVisit(app)(scope, receive, send)
        return answer[0]

    @property
    def key(self) -> str | None:
        return key_in(SimpleCookie(self.cookie)[COOKIE].value)


@pytest.fixture
def browser() -> Browser:
    return Browser()


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/", None),
        ("/dekking?thema=PO", None),
        ("/?anoniem=abc-_9", "abc-_9"),
        ("/?thema=PO&anoniem=abc", "abc"),
        ("/?anoniem=", ""),
        ("/?anoniem=a;%20Path=/x%0d%0aSet-Cookie:%20b=c", "aPathxSet-Cookiebc"),
        (f"/?anoniem={'a' * 200}", "a" * 64),
    ],
)
def test_the_first_page_says_how(browser: Browser, address: str, key: str | None) -> None:
    browser.get(address)
    assert browser.key == key


def test_who_came_through_a_link_stays_without_names(browser: Browser) -> None:
    assert browser.get("/?anoniem=abc") == "geen namen"
    for address in ("/", "/partners", "/?bibliotheek=1"):
        assert browser.get(address) == "geen namen"
    assert browser.key == "abc"


def test_who_came_by_himself_may_look_through_a_link_and_go_back(browser: Browser) -> None:
    assert browser.get("/") == "namen"
    assert browser.get("/?anoniem=abc") == "geen namen"
    assert browser.get("/") == "namen"


@pytest.mark.parametrize(("accept", "method"), [("*/*", "GET"), ("text/html", "HEAD")])
def test_a_browser_that_does_not_say_that_it_wants_a_page_is_held_to_its_link(
    browser: Browser, accept: str, method: str
) -> None:
    browser.get("/", accept=accept, method=method)
    assert browser.cookie == ""
    browser.get("/?anoniem=abc", accept=accept, method=method)
    assert browser.get("/") == "geen namen"


def test_a_script_cannot_read_it_and_only_pages_set_it(browser: Browser) -> None:
    browser.get("/static/js/index.js", accept="*/*")
    assert browser.set_cookie == ""
    browser.get("/")
    assert browser.set_cookie == f"{COOKIE}=open; Path=/; HttpOnly; SameSite=Lax"


@pytest.mark.parametrize("other", ['{"a": 1, "b": [2]}', "a b=c d", "=", "x@y=1", "é=ü"])
def test_a_cookie_of_another_application_does_not_hide_it(browser: Browser, other: str) -> None:
    browser.get("/?anoniem=abc")
    bound = browser.cookie
    assert browser.get("/", cookie=f"{other}; {bound}") == "geen namen"
    assert browser.get("/", cookie=f"{bound}; {other}") == "geen namen"
    assert browser.cookie == bound


def test_a_cookie_that_nobody_can_read_is_none(browser: Browser) -> None:
    assert browser.get("/", cookie="=;=;[]") == "namen"
