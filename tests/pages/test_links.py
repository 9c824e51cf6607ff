"""A shared link may name a filter as the command line does: by code, other name or spelling."""

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest

from pages.shared.links import Links, understood
from tests.pages.conftest import visit


@pytest.mark.parametrize(
    ("key", "word", "label"),
    [
        ("thema", "PO", "Primair onderwijs"),
        ("thema", "primair  onderwijs", "Primair onderwijs"),
        ("regio", "Zeeland", "Zeeland (provincie)"),
        ("regio", "NH-ZWA", "Zaanstreek-Waterland"),
        ("gemeente", "GM0479", "Zaanstad"),
        ("gemeente", "Den Haag", "'s-Gravenhage"),
        ("gemeente", "Wormer", "Wormer"),
        ("status", "actief", "Actief"),
        ("peildatum", "1 juni 2024", "2024-06-01"),
        ("definitie", "structural", "Structureel"),
        ("thema", "toverij", "toverij"),
        ("peildatum", "ooit", "ooit"),
        ("iets", "PO", "PO"),
    ],
)
def test_a_word_in_a_link_becomes_the_label(example: Path, key: str, word: str, label: str) -> None:
    assert parse_qs(understood(urlencode({key: word}))) == {key: [label]}


def test_two_words_for_one_thing_are_one(example: Path) -> None:
    assert understood("thema=PO&thema=Primair+onderwijs&x=1") == "thema=Primair+onderwijs&x=1"


def test_an_understood_link_needs_no_notice(example: Path) -> None:
    asked: dict[str, Any] = parse_qs(
        understood("thema=PO&regio=Zeeland&gemeente=GM0718&peildatum=1-6-2024")
    )
    at = visit("", **asked)
    assert not at.warning
    assert any(
        "Zeeland (provincie) · Vlissingen · Primair onderwijs · peildatum 1 juni 2024"
        in one.value.replace("\\", "")
        for one in at.caption
    )


def test_a_good_link_is_left_as_it_is(example: Path) -> None:
    link = "thema=Primair%20onderwijs&peildatum=2024-06-01"
    assert understood(link) == link


ANONYMOUS = "anoniem=abc"


@pytest.mark.parametrize(
    ("query", "cookie", "sent_on"),
    [
        ("bibliotheek=1", "", True),
        (f"bibliotheek=1&{ANONYMOUS}", "", False),
        ("bibliotheek=1", "toegang=anoniem.abc", False),
    ],
)
def test_who_sees_no_names_is_not_told_what_a_library_is_called(
    example: Path, query: str, cookie: str, sent_on: bool
) -> None:
    said: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        said.append("the page")

    async def send(message: Any) -> None:
        said.append(dict(message.get("headers", ())).get(b"location"))

    scope = {"type": "http", "method": "GET", "path": "/", "query_string": query.encode()}
    asyncio.run(Links(app)(scope | {"headers": [(b"cookie", cookie.encode())]}, None, send))  # type: ignore[arg-type]
    assert said[0].startswith(b"?bibliotheek=Bibliotheek") if sent_on else said == ["the page"]
