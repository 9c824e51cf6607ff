"""Logged in: who sees what on each page, who is let in, and how an administrator settles that."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.access import Account, Role
from data.accounts import accounts, make_account, remove_account
from data.errors import StoreError
from data.shared_links import share
from data.store import Store
from pages.shared import visitor
from pages.shared.first_visit import IN_ADDRESS
from pages.shared.opened import whole_store
from tests.limits import Both, two_libraries
from tests.pages.conftest import texts, visit
from tests.pages.test_without_names import CASES, CHANGES, everything, files, hits, said

__all__ = ["files"]  # a fixture
LOGIN = {
    "redirect_uri": "http://localhost:8501/oauth2callback", "cookie_secret": "x" * 40,
    "client_id": "a", "client_secret": "b", "server_metadata_url": "http://localhost:1/",
}  # fmt: skip
As = Callable[..., None]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def log_in(monkeypatch: pytest.MonkeyPatch) -> As:
    """Have the provider say who visits."""

    def become(email: str | None, **claims: Any) -> None:
        monkeypatch.setattr(visitor, "login", lambda: LOGIN)
        given = {"is_logged_in": True, "iat": time.time(), "email": email, **claims}
        monkeypatch.setattr(st, "user", given if email else {"is_logged_in": False})

    return become


@pytest.fixture
def both(empty: Path) -> Both:
    with Store.open(empty) as store:
        made = two_libraries(store)
        for role in (Role.VIEWER, Role.EDITOR, Role.ADVISOR):
            account = Account(role=role, libraries=(made.ours,))
            make_account(store, f"{role.value}@bieb.nl", account, "test")
        make_account(
            store, "chef@bieb.nl", Account(role=Role.ADMINISTRATOR, libraries=None), "test"
        )
    return made


@pytest.mark.parametrize("page", CASES)
def test_no_page_and_no_file_shows_another_library(
    both: Both, files: list[bytes], log_in: As, page: str
) -> None:
    """Also where the address names what is of the other one."""
    log_in("advisor@bieb.nl")
    assert hits(everything(page, files, both.marked)) == []


def test_where_all_is_seen_the_same_search_finds_it(
    both: Both, files: list[bytes], log_in: As
) -> None:
    log_in("chef@bieb.nl")
    assert hits(everything("overview", files, both.marked))


@pytest.mark.parametrize("page", ["overview", "partnerships", "partnership", "partner_register",
                                  "consideration", "strategy", "step_plan", "materials",
                                  "forces"])  # fmt: skip
def test_who_only_looks_is_offered_nothing_to_change(both: Both, log_in: As, page: str) -> None:
    log_in("viewer@bieb.nl")
    at = visit(page, **({"nr": str(both.partnership)} if page == "partnership" else {}))
    assert not at.exception
    assert [one.label for one in at.button if CHANGES.search(one.label)] == []


def test_a_link_to_a_filter_by_another_library_shows_nothing_of_it(both: Both, log_in: As) -> None:
    log_in("viewer@bieb.nl")
    at = visit(bibliotheek="Bibliotheek Kwarts")
    assert "niet te vinden" in at.warning[0].value
    assert at.sidebar.multiselect[0].options == ["Bibliotheek Waterland"]


def test_a_code_of_another_library_opens_no_session(both: Both, log_in: As) -> None:
    log_in("viewer@bieb.nl")
    [held] = [one for one in whole_store().rows(
        "sessions_of", consideration=both.marked.consideration, id=None, code=None
    ) if one["running"]]  # fmt: skip
    at = visit("participate", code=held["code"])
    at.text_input(key="meedoen_naam").set_value("Eva")
    at.button[0].click().run()
    assert "code klopt niet" in at.error[0].value


def is_shut(at: AppTest) -> bool:
    """Whether there is nothing but the door: no filters, figures or names of pages."""
    return not (at.sidebar.multiselect or at.metric or at.dataframe) and not hits(said(at))


@pytest.mark.parametrize("page", ["overview", "participate", "intake", "access", "partnership"])
def test_who_has_not_logged_in_is_asked_to(both: Both, log_in: As, page: str) -> None:
    log_in(None)
    at = visit(page)
    assert is_shut(at)
    assert [one.label for one in at.button] == ["Inloggen"]


@pytest.mark.parametrize(
    ("email", "claims"),
    [
        ("wie@elders.nl", {}),
        ("viewer@bieb.nl", {"email_verified": False}),
        ("viewer@bieb.nl.elders.com", {}),
    ],
)
def test_who_is_not_known_reads_whom_to_ask_and_nothing_else(
    both: Both, log_in: As, email: str, claims: dict[str, Any]
) -> None:
    log_in(email, **claims)
    at = visit()
    assert is_shut(at)
    assert "Vraag de beheerder" in texts(at)
    assert [one.label for one in at.button] == ["Uitloggen"]


def test_who_logged_in_long_ago_does_it_again(both: Both, log_in: As) -> None:
    log_in("viewer@bieb.nl", iat=time.time() - 12 * 3600)
    at = visit()
    assert is_shut(at)
    assert "te lang geleden" in texts(at)
    log_in("viewer@bieb.nl", iat=time.time() - 12 * 3600 + 300)
    assert not is_shut(visit())


def test_access_that_is_taken_away_ends_at_the_next_click(both: Both, log_in: As) -> None:
    log_in("viewer@bieb.nl")
    at = visit()
    assert at.metric
    [row] = [row for row in accounts(whole_store()) if row["name"] == "viewer@bieb.nl"]
    remove_account(whole_store(), row["id"], row["version"], "test")
    assert is_shut(at.run())


def test_a_file_that_was_offered_before_is_not_made_after_it_either(both: Both, log_in: As) -> None:
    def page() -> None:
        import streamlit as st

        from pages.shared.opened import later, store

        st.session_state["made"] = later(lambda: len(store().rows("libraries")))

    log_in("viewer@bieb.nl")
    made = AppTest.from_function(page).run().session_state["made"]
    assert made() == 1
    [row] = [row for row in accounts(whole_store()) if row["name"] == "viewer@bieb.nl"]
    remove_account(whole_store(), row["id"], row["version"], "test")
    with pytest.raises(StoreError, match="geen toegang"):
        made()


def test_who_sees_one_library_reads_which(both: Both, log_in: As) -> None:
    log_in("viewer@bieb.nl")
    assert "U ziet Bibliotheek Waterland · alle thema’s" in texts(visit())
    log_in("chef@bieb.nl")
    assert "U ziet alle bibliotheken" in texts(visit())


@pytest.mark.parametrize("libraries", [(), (404,)])
def test_who_has_no_library_sees_nothing_and_can_log_out(
    both: Both, log_in: As, libraries: tuple[int, ...]
) -> None:
    make_account(whole_store(), "nieuw@bieb.nl", Account(libraries=libraries), "test")
    log_in("nieuw@bieb.nl")
    for page in ("", "coverage", "partnerships"):
        at = visit(page)
        assert not at.error, page
        assert any("geen bibliotheek" in one.value for one in at.sidebar.caption)
        assert "Uitloggen" in [one.label for one in at.sidebar.button]
        assert hits(said(at)) == []


def test_a_link_without_names_of_who_sees_all_works_for_who_sees_less(
    both: Both, log_in: As
) -> None:
    link = share(whole_store(), True, "test")
    log_in("viewer@bieb.nl")
    at = visit(**{IN_ADDRESS: link.token})
    assert at.metric
    assert not at.error
    assert hits(said(at)) == []


def test_an_administrator_gives_somebody_access(both: Both, log_in: As) -> None:
    log_in("chef@bieb.nl")
    at = visit("access")
    at.button(key="toegang_erbij").click().run()
    at.text_input(key="toegang_adres").set_value("nieuw").run()
    at.button(key="toegang_bewaren").click().run()
    assert "geen bibliotheek gekozen" in at.error[0].value
    at.multiselect(key="toegang_bibliotheken").set_value(["Bibliotheek Waterland"]).run()
    at.button(key="toegang_bewaren").click().run()
    assert "geen e-mailadres" in texts(at)
    at.text_input(key="toegang_adres").set_value("Nieuw@bieb.nl").run()
    at.selectbox(key="toegang_rol").set_value("Bewerker").run()
    at.button(key="toegang_bewaren").click().run()
    [made] = [one for one in accounts(whole_store()) if one["name"] == "nieuw@bieb.nl"]
    assert made["content"] == Account(role=Role.EDITOR, libraries=(both.ours,))
    assert made["changed_by"] == "chef@bieb.nl"
    assert "opgeslagen" in at.success[0].value


def test_who_does_not_manage_settles_no_access(both: Both, log_in: As) -> None:
    log_in("advisor@bieb.nl")
    at = visit("access")
    assert at.info[0].value == "Alleen een beheerder regelt de toegang."
    assert not hits(said(at))
    assert "chef@bieb.nl" not in said(at)


def test_without_a_login_everything_is_open(both: Both) -> None:
    at = visit("access")
    assert "geen inlog ingesteld" in at.info[0].value
    assert "viewer@bieb.nl" in texts(at)


@pytest.mark.parametrize(
    ("address", "trusted", "login", "refused"),
    [
        ("127.0.0.1", False, None, None),
        ("localhost", False, None, None),
        ("::1", False, None, None),
        ("0.0.0.0", False, None, "geen inlog"),
        (None, False, None, "geen inlog"),
        ("192.168.1.20", False, None, "geen inlog"),
        ("intranet", False, None, "geen inlog"),
        ("0.0.0.0", True, None, None),
        ("0.0.0.0", False, LOGIN, None),
        ("0.0.0.0", False, {**LOGIN, "cookie_secret": "kort"}, "ten minste 32 tekens"),
        ("127.0.0.1", False, {"client_id": "a"}, "client_secret"),
        ("0.0.0.0", True, {"redirect_uri": "x", "cookie_secret": "x" * 40}, "client_id"),
    ],
)
def test_other_computers_are_served_only_where_it_is_settled_who_comes_in(
    app_store: Path, monkeypatch: pytest.MonkeyPatch,
    address: str | None, trusted: bool, login: dict[str, str] | None, refused: str | None,
) -> None:  # fmt: skip
    monkeypatch.setenv("SAMENWERKING_TRUSTED_NETWORK", str(trusted))
    monkeypatch.setattr(visitor, "login", lambda: login)
    if refused is None:
        visitor.refuse_open_doors(address)
        return
    with pytest.raises(StoreError, match=refused):
        visitor.refuse_open_doors(address)


@pytest.mark.parametrize("trusted", [False, True])
@pytest.mark.parametrize(
    ("setting", "value"),
    [("SAMENWERKING_HOSTS", "dossier.bieb.nl"), ("SAMENWERKING_ADMINISTRATORS", "a@bieb.nl")],
)
def test_behind_a_proxy_it_is_settled_too_who_comes_in(
    app_store: Path, monkeypatch: pytest.MonkeyPatch, setting: str, value: str, trusted: bool
) -> None:
    monkeypatch.setenv(setting, value)
    monkeypatch.setenv("SAMENWERKING_TRUSTED_NETWORK", str(trusted))
    monkeypatch.setattr(visitor, "login", lambda: None)
    with nullcontext() if trusted else pytest.raises(StoreError, match="geen inlog"):
        visitor.refuse_open_doors("127.0.0.1")


@pytest.mark.parametrize("content", [b"[auth\nredirect_uri = ", b"[auth]\nname = '\xff'"])
def test_secrets_that_nobody_can_read_are_not_taken_for_no_login(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / ".streamlit" / "secrets.toml"
    file.parent.mkdir()
    file.write_bytes(content)
    started = subprocess.run(
        [sys.executable, "-c", "import server"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "STREAMLIT_SERVER_ADDRESS": "127.0.0.1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (started.returncode, "De inlog is niet te lezen" in started.stderr) == (1, True)
    assert "Traceback" not in started.stderr


@pytest.mark.parametrize(
    ("verified", "is_known"),
    [({}, True), (True, True), ("true", True), (False, False), ("false", False), (0, False)],
)
def test_an_address_that_the_provider_doubts_is_nobodys(verified: object, is_known: bool) -> None:
    said = {"email": "a@bieb.nl"} | ({} if verified == {} else {"email_verified": verified})
    assert visitor.address_of(said) == ("a@bieb.nl" if is_known else None)
