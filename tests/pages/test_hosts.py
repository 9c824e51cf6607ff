"""Under which names the app answers; asked as a server asks it, without one."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from data.settings import settings
from pages.shared.headers import Headers, policy
from pages.shared.hosts import Hosts

HERE, EVERYWHERE = "127.0.0.1", "0.0.0.0"


async def _app(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"hier"})
    else:
        await send({"type": "websocket.accept"})


def asked(app: Any, host: str, kind: str = "http", scheme: str = "http") -> list[dict[str, Any]]:
    """What is sent to who asks for `/` at this host."""
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    scope = {
        "type": kind, "scheme": scheme, "method": "GET", "path": "/", "query_string": b"",
        "headers": [(b"host", host.encode())],
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    return sent


def hosts(monkeypatch: pytest.MonkeyPatch, address: str, named: str = "") -> Hosts:
    """The app as it listens on an address, with the setting."""
    monkeypatch.setattr("pages.shared.hosts.st.get_option", lambda _: address)
    monkeypatch.setattr("pages.shared.hosts.socket.gethostname", lambda: "balie.bieb.lan")
    monkeypatch.setenv("SAMENWERKING_HOSTS", named)
    settings.cache_clear()
    return Hosts(_app)


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    settings.cache_clear()


@pytest.mark.parametrize(
    ("address", "named", "host", "answers"),
    [
        (HERE, "", "localhost:8501", True),
        (HERE, "", "127.0.0.1:8501", True),
        (HERE, "", "[::1]:8501", True),
        (HERE, "", "LOCALHOST.", True),
        (HERE, "", "kwaad.example", False),
        (HERE, "", "localhost.kwaad.example", False),
        (HERE, "", "192.168.1.20:8501", False),
        (HERE, "", "", False),
        (HERE, "", "[::1", False),
        (HERE, "dossier.bieb.nl, oud.bieb.nl", "oud.bieb.nl", True),
        (HERE, "dossier.bieb.nl", "Dossier.Bieb.nl:443", True),
        (HERE, "dossier.bieb.nl", "anders.bieb.nl", False),
        (HERE, "*.bieb.nl", "anders.bieb.nl", True),
        (HERE, "*.bieb.nl", "kwaadbieb.nl", False),
        (EVERYWHERE, "", "192.168.1.20:8501", True),
        (EVERYWHERE, "", "[fd00::20]:8501", True),
        (EVERYWHERE, "", "balie.local:8501", True),
        (EVERYWHERE, "", "balie.bieb.lan:8501", True),
        (EVERYWHERE, "", "kwaad.example", False),
        ("192.168.1.20", "", "192.168.1.20:8501", True),
    ],
)
def test_it_answers_to_its_own_names_only(
    monkeypatch: pytest.MonkeyPatch, address: str, named: str, host: str, answers: bool
) -> None:
    app = hosts(monkeypatch, address, named)
    assert asked(app, host)[0]["status"] == (200 if answers else 421)
    [connected, *_] = asked(app, host, "websocket")
    assert connected["type"] == ("websocket.accept" if answers else "websocket.close")


@pytest.mark.parametrize("named", ["https://dossier.bieb.nl", "*", "dossier.*"])
def test_a_name_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    app = hosts(monkeypatch, HERE, named)
    assert not app.answers_to("dossier.bieb.nl")
    assert app.answers_to("localhost")


def test_every_answer_has_the_headers_and_only_a_safe_connection_is_kept_to() -> None:
    found = [
        {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        for sent in (asked(Headers(_app), "localhost", scheme=one) for one in ("http", "https"))
    ]
    assert "strict-transport-security" not in found[0]
    assert found[1].pop("strict-transport-security") == "max-age=31536000"
    assert found[0] == found[1]
    assert found[0]["x-content-type-options"] == "nosniff"
    rules = dict(one.split(" ", 1) for one in found[0]["content-security-policy"].split("; "))
    assert rules["default-src"] == rules["frame-ancestors"] == "'none'"
    assert "unsafe" not in rules["script-src"].replace("'wasm-unsafe-eval'", "")
    assert not any("http" in rule or "*" in rule for rule in rules.values())


def test_the_policy_lets_the_scripts_of_the_page_run() -> None:
    # The hash is that of the empty script.
    assert "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='" in policy("<script></script>")
