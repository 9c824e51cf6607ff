"""Without names: no page, table, chart or download says one, and nothing can be changed."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import streamlit as st
from pypdf import PdfReader
from pypdf.generic import PdfObject, TextStringObject
from streamlit.testing.v1 import AppTest

from core.access import Rights, Role
from core.shared_link import SharedLink
from data.choices import libraries
from data.considerations import considerations
from data.errors import InputRefused
from data.shared_links import share, withdraw
from data.store import Store
from pages.shared import opened
from pages.shared.first_visit import COOKIE, IN_ADDRESS
from pages.shared.opened import (
    KEY,
    may_change,
    recorded,
    result,
    seen_through,
    store,
    whole_store,
)
from tests.marked import MARK, Marked, marked
from tests.pages.conftest import texts, visit
from tests.pages.test_every_page import PAGES

# The pages, and the same with something chosen that has a page of its own.
CASES = [
    *PAGES,
    "consideration: a decision",
    "consideration: a session",
    "forces: a force field",
    "materials: one of them",
    "partner_register: a partner",
    "step_plan: of a partnership",
]
# Where it is looked that the name of a library can stay, and that the search finds what is there:
# each of these takes seconds, and all pages read from the same stores.
NAMED = ["overview", "partnership", "gemeente_factsheet"]
SEARCHED = [*NAMED, "partner_register", "consideration: a decision", "forces", "step_plan"]
LIBRARY = f"Bibliotheek {MARK}"


@pytest.fixture
def known(empty: Path) -> tuple[Marked, dict[bool, str]]:
    """What is in the store, and the keys of the links, by whether libraries are hidden."""
    with Store.open(empty) as store:
        made = marked(store)
        return made, {one: share(store, one, "test").token for one in (False, True)}


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The content of every file that a page offers, and what the files are called."""
    found: list[bytes] = []
    offer = st.download_button

    def offered(label: str, data: Any, *given: Any, **named: Any) -> bool:
        made = in_a_thread(data) if callable(data) else data
        found.append(str(named.get("file_name")).encode())
        found.append(made if isinstance(made, bytes) else str(made).encode())
        return bool(offer(label, data, *given, **named))

    monkeypatch.setattr(st, "download_button", offered)
    return found


def in_a_thread(make: Callable[[], Any]) -> Any:
    """As the server makes a file: when the browser asks for it, apart from any visit."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(make).result()


def said(at: AppTest) -> str:
    """All that was sent to the browser: texts, tables, charts with their rows, addresses."""
    return "\n".join(_sent(at.main)) + "\n".join(_sent(at.sidebar)) + str(dict(at.query_params))


def _sent(block: Any) -> Iterator[str]:
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from _sent(child)
        if (proto := getattr(child, "proto", None)) is not None:
            yield proto.SerializeToString().decode("utf-8", errors="replace")


def read(file: bytes) -> str:
    """What is in a file, whatever its kind."""
    if file.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(file)) as parts:
            return "\n".join(
                parts.read(name).decode("utf-8", "replace") for name in parts.namelist()
            )
    if file.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(file))
        said = [page.extract_text() for page in reader.pages]
        return "\n".join([*said, *spoken(reader.trailer, set())])
    return file.decode("utf-8-sig", "replace")


def spoken(part: Any, seen: set[int]) -> Iterator[str]:
    """The texts of a PDF that are not on its pages: title, bookmarks, what pictures show."""
    part = part.get_object() if isinstance(part, PdfObject) else part
    if id(part) in seen:
        return
    seen.add(id(part))
    if isinstance(part, TextStringObject):
        yield part
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from spoken(one, seen)


def opened_up(at: AppTest) -> AppTest:
    """The page with every fold open that is drawn only when it is."""
    folds = [one.proto.id for one in at.get("expander") if getattr(one.proto, "id", "")]
    for fold in folds:
        at.session_state[fold.rpartition("-")[2]] = True
    return at.run()


def everything(page: str, files: list[bytes], made: Marked, **asked: str) -> str:
    """All that a page says and offers, in each of its parts and with every fold open."""
    page, _, what = page.partition(": ")
    named = {key: str(value) for key, value in made.on_page(page, what).items()}
    at = opened_up(visit(page, **asked, **named))
    found = [said(at)]
    for option in at.segmented_control[0].options if at.segmented_control else ():
        at.segmented_control[0].set_value(option).run()
        assert not at.exception
        found.append(said(opened_up(at)))
    return "\n".join([*found, *map(read, files)])


def hits(text: str) -> list[str]:
    """Where the word stands that is in every name, with what is around it."""
    return [text[max(0, at.start() - 60) : at.end() + 60] for at in re.finditer(MARK, text, re.I)]


@pytest.mark.parametrize(
    ("page", "libraries"),
    [*((one, True) for one in CASES), *((one, False) for one in NAMED)],
    ids=[*CASES, *(f"{one}, libraries named" for one in NAMED)],
)
def test_no_page_and_no_file_says_a_name(
    known: tuple[Marked, dict[bool, str]], files: list[bytes], page: str, libraries: bool
) -> None:
    made, keys = known
    found = everything(page, files, made, **{IN_ADDRESS: keys[libraries]})
    if not libraries:
        assert LIBRARY in found
        found = found.replace(LIBRARY, "")
    assert hits(found) == []


@pytest.mark.parametrize("page", SEARCHED)
def test_where_names_are_shown_the_same_search_finds_them(
    known: tuple[Marked, dict[bool, str]], files: list[bytes], page: str
) -> None:
    assert hits(everything(page, files, known[0]))


@pytest.fixture
def example_key(example: Path) -> str:
    with Store.open(example) as store:
        return share(store, False, "test").token


def test_a_page_says_that_names_are_replaced(example_key: str) -> None:
    at = visit(**{IN_ADDRESS: example_key})
    assert "namen van partners, locaties en mensen zijn vervangen" in at.info[0].value
    assert [one.label for one in at.sidebar.button if one.label == "Anoniem tonen"] == []
    assert "278 samenwerkingen" in texts(at)


def test_the_key_stays_in_the_address_on_other_pages_and_cannot_be_taken_out(
    example_key: str,
) -> None:
    at = visit(**{IN_ADDRESS: example_key})
    at.switch_page("pages/partner_register.py")
    del at.query_params[IN_ADDRESS]
    at.run()
    assert at.query_params[IN_ADDRESS] == example_key
    assert at.info


@pytest.mark.parametrize("key", ["", "x", "€", "A" * 22, '" or 1=1 --'])
def test_a_link_with_another_key_shows_nothing(example: Path, key: str) -> None:
    at = visit(**{IN_ADDRESS: key})
    assert [one.value.startswith("**Deze link werkt niet meer.**") for one in at.error] == [True]
    assert len(at.main.metric) == 0
    assert len(at.sidebar.multiselect) == 0


def test_who_came_through_a_link_sees_no_names_at_any_other_address(
    example_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cookie says so; the address need not."""
    cookies = {COOKIE: f"{IN_ADDRESS}.{example_key}", "other": "x"}
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: cookies))
    at = visit("partner_register")
    assert at.info[0].value.startswith("**Anoniem.**")
    assert at.query_params[IN_ADDRESS] == example_key


def test_a_withdrawn_link_shows_nothing_any_more(example_key: str) -> None:
    at = visit(**{IN_ADDRESS: example_key})
    assert at.info
    withdraw(whole_store(), "test")
    assert len(at.run().main.metric) == 0
    assert "werkt niet meer" in at.error[0].value


# What changes something is called so; other buttons only lead somewhere or make a file.
CHANGES = re.compile(
    r"Wijzig|Verwijder|Bewerk|Nieuw|[Tt]oevoegen|Opslaan|Bewaren|Maken|Weghalen|Invullen|Beginnen|"
    r"Overnemen|Gedaan|Samenvoegen|Voeg samen"
)


@pytest.mark.parametrize("page", [one for one in CASES if one not in {"intake", "scenario"}])
def test_nothing_offers_to_change_something(
    known: tuple[Marked, dict[bool, str]], page: str
) -> None:
    made, keys = known
    name, _, what = page.partition(": ")
    named = {key: str(value) for key, value in made.on_page(name, what).items()}
    at = visit(name, **{IN_ADDRESS: keys[False]}, **named)
    found = [one.label for one in at.main.button if CHANGES.search(one.label)]
    assert found == []
    assert hidden_from_menu(at)


def hidden_from_menu(at: AppTest) -> bool:
    return all(one.proto.label != "Begin met eigen gegevens" for one in at.page_link)


def test_after_a_link_was_withdrawn_no_click_and_no_part_of_a_page_reads_anything(
    known: tuple[Marked, dict[bool, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts of a page and clicks run without the frame around it, which says that it is over."""
    monkeypatch.setattr(st, "session_state", {KEY: known[1][True]})
    monkeypatch.setattr("pages.shared.opened.get_script_run_ctx", lambda **_: object())
    assert store().is_read_only
    withdraw(whole_store(), "test")
    for ask in (store, lambda: recorded(considerations), lambda: result(libraries), may_change):
        with pytest.raises(InputRefused, match="werkt niet meer"):
            ask()


def test_a_row_leads_to_its_record_without_names(known: tuple[Marked, dict[bool, str]]) -> None:
    """It opens in another tab, where whoever made the link would see all names."""
    at = visit("partnerships", **{IN_ADDRESS: known[1][True]})
    [addresses] = [one.value["Dossier"] for one in at.dataframe if "Dossier" in one.value]
    assert len(addresses)
    for address in addresses:
        assert parse_qs(urlsplit(address).query)[IN_ADDRESS] == [known[1][True]]


@pytest.mark.usefixtures("by_hand")
def test_saving_is_refused_in_words(known: tuple[Marked, dict[bool, str]]) -> None:
    link = SharedLink(token=known[1][True], libraries=True)
    with pytest.raises(InputRefused, match="alleen kijken"):
        seen_through(link).change("x", "y")


def test_what_is_filtered_goes_along_under_its_pseudonym(
    known: tuple[Marked, dict[bool, str]],
) -> None:
    at = visit(bibliotheek=LIBRARY, thema="Primair onderwijs")
    at.session_state["anoniem_bibliotheken"] = True
    press(at.sidebar, "Anoniem tonen")
    address = urlsplit(at.code[0].value)
    asked = parse_qs(address.query)
    assert asked == {
        "bibliotheek": ["Bibliotheek 1"],
        "thema": ["Primair onderwijs"],
        IN_ADDRESS: [known[1][True]],
    }
    there = visit(**{key: words[0] for key, words in asked.items()})
    assert there.multiselect(key="bibliotheek").value == ["Bibliotheek 1"]
    assert not there.warning


def test_nothing_that_was_typed_goes_along(known: tuple[Marked, dict[bool, str]]) -> None:
    at = visit("partnerships", zoek=f"van {MARK}", sorteer="Naam")
    press(at.sidebar, "Anoniem tonen")
    assert parse_qs(urlsplit(at.code[0].value).query).keys() == {IN_ADDRESS}


def press(block: Any, label: str) -> None:
    [button] = [one for one in block.button if one.label == label]
    button.click().run()


def test_apart_from_any_visit_nothing_is_read_as_if_all_names_may_be_seen(example: Path) -> None:
    for ask in (store, may_change, lambda: result(libraries), lambda: recorded(considerations)):
        with pytest.raises(RuntimeError, match="no visitor"):
            in_a_thread(ask)


def test_who_sees_other_libraries_sees_another_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "_as_far_as", lambda of: of)
    monkeypatch.setattr(opened, "Disguise", lambda of, libraries: (of, libraries))
    opened._disguise.clear()
    seen = [None, frozenset(), frozenset({1}), frozenset({1, 2})]
    everybody = [Rights("an", Role.VIEWER, libraries) for libraries in seen]
    stores: list[object] = [opened._disguise(one, False) for one in (None, *everybody)]
    opened._disguise.clear()
    assert stores == [(one, False) for one in (None, *everybody)]
