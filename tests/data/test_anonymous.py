"""The store without names: nothing that somebody named or wrote is in it, all else is."""

import inspect
import io
import json
import pkgutil
import zipfile
from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

import pytest

import data.anonymous
from core.coverage import Definition
from core.filters import Filters
from core.pseudonyms import HIDDEN
from core.report import ReportAsked
from core.strategy import Strategy
from data import criteria_sets, decisions, portfolio, sessions
from data.anonymous import KINDS, LEFT_OUT, TABLES, Disguise, anonymous
from data.considerations import change_consideration, considerations
from data.coverage import coverage
from data.criteria_sets import shipped_criteria
from data.decision_pdf import decision_pdf
from data.decision_workbook import decision_workbook
from data.derived import DERIVED
from data.documents import Kind
from data.errors import InputRefused
from data.extract import partnerships_workbook
from data.facts import TABLES as FACTS
from data.factsheet_pdf import all_factsheets_pdf
from data.partner_register import partners_stored
from data.report.made import make_report
from data.store import Store
from data.store import query as query_file
from data.strategies import make_strategy
from tests.marked import MARK, Marked, marked
from tests.portfolio import Portfolio
from tests.typeset import opened, text_of

FILTERS = Filters(measure_date=date(2026, 11, 28))
# Of these nothing is shown without names: who changed what, and files, which hold names too.
EMPTY = {"change", "fact_version", "material_file", "migration"}


def tables(store: Store) -> list[str]:
    rows = store._connection.execute(
        "select table_name from duckdb_tables() where schema_name = 'main' and not temporary"
    ).fetchall()
    return [name for (name,) in rows]


def texts(store: Store) -> dict[str, str]:
    """All that is in a store, as text, by table."""
    return {
        name: "\n".join(map(str, store._connection.execute(f"from {name}").fetchall()))
        for name in tables(store)
    }


@pytest.fixture
def known(store: Store) -> Marked:
    return marked(store)


@pytest.mark.parametrize("libraries", [True, False])
def test_no_name_and_nothing_that_was_written_is_in_it(
    store: Store, known: Marked, libraries: bool
) -> None:
    with anonymous(store, libraries) as shown:
        found = {
            name: text for name, text in texts(shown).items() if MARK.casefold() in text.casefold()
        }
    if not libraries:  # then the library is called what it is called
        assert f"Bibliotheek {MARK}" in found.pop("library")
    assert found == {}


def test_all_that_the_example_says_in_words_is_hidden(store: Store, known: Marked) -> None:
    """The test above can only find what was marked: every table that has names is."""
    for name in (*TABLES, "document"):
        if name not in {"location_link", "session", "entry"}:
            assert MARK in texts(store)[name], name
    with anonymous(store) as shown:
        assert all(texts(shown)[name] for name in (*TABLES, "document"))


def test_every_table_is_shown_under_pseudonyms_or_not_at_all(store: Store, known: Marked) -> None:
    derived = {table for name in DERIVED for table in query_file(name).writes}
    apart = set(tables(store)) - set(TABLES) - {"document"} - set(FACTS.values()) - derived
    assert apart == EMPTY
    with anonymous(store) as shown:
        assert texts(shown)["change"] == ""


def kinds() -> dict[str, Kind]:
    """Every kind of documents that there is."""
    found: dict[str, Kind] = {}
    for module in pkgutil.walk_packages(data.__path__, "data."):
        if module.name == "data.__main__":
            continue
        for _, value in inspect.getmembers(import_module(module.name)):
            if isinstance(value, Kind):
                found[value.code] = value
    return found


def test_every_kind_of_document_is_shown_under_pseudonyms_or_left_out(
    store: Store, known: Marked
) -> None:
    assert set(kinds()) == set(KINDS) | set(LEFT_OUT)
    [there] = [
        {row[0] for row in store._connection.execute("select kind from document").fetchall()}
    ]
    assert there | {"account", "shared_link"} >= set(kinds())
    with anonymous(store) as shown:
        rows = shown._connection.execute("select kind, content from document").fetchall()
    assert {kind for kind, _ in rows} == set(KINDS)
    for kind, content in rows:
        KINDS[kind].form.model_validate_json(content)


def figures(store: Store) -> list[Any]:
    """What the pages say in numbers."""
    found = [
        portfolio.key_figures(store, FILTERS).to_pylist(),
        portfolio.composition(store, FILTERS).to_pylist(),
        portfolio.attention_counts(store, FILTERS).to_pylist(),
        portfolio.partnerships_per_gemeente(store, FILTERS).to_pylist(),
    ]
    return [*found, coverage(store, FILTERS, Definition.CONTACT).to_pylist()]


@pytest.mark.parametrize("fill", [marked, lambda store: Portfolio(store).library()])
def test_every_figure_is_the_same(store: Store, fill: Callable[[Store], object]) -> None:
    fill(store)
    with anonymous(store, libraries=True) as shown:
        assert figures(shown) == figures(store)


def test_an_empty_store_can_be_shown_too(store: Store) -> None:
    with anonymous(store) as shown:
        assert shown.rows("libraries") == []


def test_a_pseudonym_says_the_kind_and_is_the_same_every_time(store: Store, known: Marked) -> None:
    with anonymous(store) as one, anonymous(store) as other:
        [named] = partners_stored(one, [known.partner])
        assert named["name"] == f"Basisschool {known.partner}"
        assert partners_stored(other, [known.partner]) == [named]


def test_a_decision_keeps_its_scores_and_its_hash(store: Store, known: Marked) -> None:
    [before] = decisions.decisions(store)
    with anonymous(store) as shown:
        [after] = decisions.decisions(shown)
    was, now = before["content"].decision, after["content"].decision
    assert now.cells[0].score == was.cells[0].score
    assert now.outcome == was.outcome
    assert after["content"].is_unchanged
    names = [f"Primair onderwijs {known.partnership}", "Optie B"]
    assert [one.name for one in now.options] == names
    assert now.finding == "Optie B staat voorop."
    assert now.took_part == ("Deelnemer 1", "Deelnemer 2")
    assert now.decision == HIDDEN
    assert now.question == f"Afweging {known.consideration}"


def test_two_options_of_one_partnership_keep_names_of_their_own(
    store: Store, known: Marked
) -> None:
    [row] = considerations(store)
    table = row["content"].adding(f"Anders {MARK}", known.partnership)
    change_consideration(store, row["id"], row["version"], row["name"], table, "Anna")
    with anonymous(store) as shown:
        [after] = considerations(shown)
    assert [one.name for one in after["content"].options] == ["Optie A", "Optie B", "Optie C"]


def test_a_decision_that_was_tampered_with_still_says_so(store: Store, known: Marked) -> None:
    made = Portfolio(store)
    [(content,)] = made.ask("select content from document where kind = 'decision'")
    changed = json.loads(content) | {"hash": "0" * 64}
    made.ask("update document set content = ? where kind = 'decision'", json.dumps(changed))
    with anonymous(store) as shown:
        [after] = decisions.decisions(shown)
    assert not after["content"].is_unchanged


def test_shipped_criteria_stay_as_they_are_and_own_ones_lose_the_names(
    store: Store, known: Marked
) -> None:
    with anonymous(store) as shown:
        assert shipped_criteria(shown) == shipped_criteria(store)
        [table] = considerations(shown)
    assert table["content"].criteria[0].label == f"Past bij {HIDDEN}"
    assert [one.name for one in table["content"].options][1] == "Optie B"


GONE = {
    "a former partner": ("partner", {"name": "Zandloper"}),
    "a former partnership": ("partnership", {"name": "Zandloper", "owner": None}),
    "a former owner": ("partnership", {"name": "x", "owner": "zandloper"}),
}


def criterion(store: Store, libraries: bool = False) -> str:
    """What the criterion of the set is called without names."""
    with anonymous(store, libraries) as shown:
        [row] = criteria_sets.criteria_sets(shown)
    return str(row["content"].criteria[0].label)


def called(store: Store, label: str) -> None:
    made = Portfolio(store)
    [(content,)] = made.ask("select content from document where kind = 'criteria_set'")
    [stated] = json.loads(content)["criteria"]
    changed = json.loads(content) | {"criteria": [stated | {"label": label}]}
    made.ask("update document set content = ? where kind = 'criteria_set'", json.dumps(changed))


@pytest.mark.parametrize("gone", GONE)
def test_a_name_that_is_in_the_past_only_is_hidden_too(
    store: Store, known: Marked, gone: str
) -> None:
    entity, before = GONE[gone]
    called(store, "Past dit bij Zandloper?")
    assert "Zandloper" in criterion(store)
    Portfolio(store).ask(
        "insert into change (batch, entity, entity_id, before) values (1, ?, '7', ?)",
        entity, json.dumps(before),
    )  # fmt: skip
    assert "Zandloper" not in criterion(store)


@pytest.mark.parametrize("libraries", [True, False])
def test_what_a_library_was_called_before_is_hidden_where_it_is_itself(
    store: Store, known: Marked, libraries: bool
) -> None:
    called(store, "Past dit bij Zandloper?")
    Portfolio(store).ask(
        "insert into change (batch, entity, entity_id, before) values (1, 'library', '7', ?)",
        json.dumps({"name": "Zandloper"}),
    )
    said = "Past dit bij Bibliotheek 7?" if libraries else "Past dit bij Zandloper?"
    assert criterion(store, libraries) == said


@pytest.mark.parametrize("word", ["VoorleesExpress", "Kinderopvang", "Zaanstad", "Leesplezier"])
def test_a_word_that_the_product_uses_itself_tells_nothing(
    store: Store, known: Marked, word: str
) -> None:
    """Of a programme, a kind of partner or a gemeente, though it is in a partner's name too."""
    made = Portfolio(store)
    made.ask("update partner set name = ? where id = 1", f"{word} Zandloper")
    called(store, f"Past dit bij {word} en Zandloper?")
    assert criterion(store) == f"Past dit bij {word} en {HIDDEN}?"


@pytest.mark.parametrize("person", [f"Cor {MARK}", f"Bob {MARK}", f"Anna {MARK}", f"Nieuwe {MARK}"])
def test_people_who_are_in_no_register_are_hidden_in_sentences_too(
    store: Store, known: Marked, person: str
) -> None:
    first = person.split()[0]
    called(store, f"Past dit bij {first}?")
    assert criterion(store) == f"Past dit bij {HIDDEN}?"


def test_of_two_with_one_name_it_is_always_the_same_one(store: Store, known: Marked) -> None:
    made = Portfolio(store)
    made.ask("insert into change (batch, entity, entity_id, before) values (1, 'partner', '1', ?)",
             json.dumps({"name": f"Stichting {MARK}"}))  # fmt: skip
    called(store, f"Past dit bij Stichting {MARK}?")
    assert criterion(store) == "Past dit bij Partner 3?"


def test_a_goal_keeps_its_words_without_the_names_in_it(store: Store, known: Marked) -> None:
    with anonymous(store) as shown:
        [row] = shown.rows("libraries")
        sets = shown._connection.execute("select goal_sets from library").fetchall()[0][0]
    assert row["name"] == f"Bibliotheek {MARK}"
    labels = [goal["label"] for goal in sets[0]["goals"]]
    assert labels == ["Samen met Partner 3", f"Meer {HIDDEN}"]


def test_a_session_that_runs_is_over_where_names_are_hidden(store: Store, known: Marked) -> None:
    running = sessions.open_session(store, known.consideration, "test")
    with anonymous(store) as shown:
        [there, here] = [sessions.session(one, running["id"]) for one in (shown, store)]
    assert there
    assert there["closed_at"] is not None
    assert here
    assert here["closed_at"] is None


def test_nothing_can_be_changed(store: Store, known: Marked) -> None:
    with anonymous(store) as shown:
        for attempt in (lambda: shown.change("x", "y"), lambda: shown.recording("x")):
            with pytest.raises(InputRefused, match="alleen kijken"):
                attempt()


def test_a_change_of_figures_shows_at_once_and_one_of_words_a_little_later(
    store: Store, known: Marked, monkeypatch: pytest.MonkeyPatch
) -> None:
    disguise = Disguise(store, libraries=False)
    first = disguise.now()
    assert disguise.now() is first
    Portfolio(store).partnership("Nieuw", library=1)
    second = disguise.now()
    assert second is not first
    make_strategy(store, "Nieuw", Strategy(), "Anna")
    assert disguise.now() is second
    monkeypatch.setattr(data.anonymous, "RECENT", -1.0)
    assert disguise.now() is not second


def files(store: Store) -> dict[str, bytes]:
    """The files that are made apart from the pages that offer them."""
    report = make_report(store, ReportAsked(filters=FILTERS), lambda what, share: None)
    sheets = all_factsheets_pdf(
        store, FILTERS, Definition.CONTACT, 1, ("GM0479", "GM0361"), lambda share: True
    )
    assert sheets is not None
    [decision] = decisions.decisions(store)
    return {
        "report.pdf": report.pdf,
        "report.xlsx": report.workbook,
        "factsheets.pdf": sheets,
        "decision.pdf": decision_pdf(decision["content"], "http://localhost"),
        "decision.xlsx": decision_workbook(decision["content"], "http://localhost"),
        "partnerships.xlsx": partnerships_workbook(store, FILTERS),
    }


def inside(name: str, file: bytes) -> str:
    """All text in a file; of a PDF also what stands around the pages, and without hyphens."""
    if name.endswith(".pdf"):
        read = opened(file)
        return f"{text_of(read)} {read.metadata} {read.outline}"
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return "\n".join(parts.read(one).decode("utf-8", "replace") for one in parts.namelist())


def test_no_file_says_a_name_and_with_names_every_file_does(store: Store, known: Marked) -> None:
    for name, file in files(store).items():
        assert MARK.casefold() in inside(name, file).casefold(), name
    with anonymous(store, libraries=True) as shown:
        found = [
            name
            for name, file in files(shown).items()
            if MARK.casefold() in inside(name, file).casefold()
        ]
    assert found == []


def test_answers_of_the_stores_are_told_apart(store: Store, known: Marked) -> None:
    """What was asked of one is kept, and must not be answered where more is hidden."""
    with anonymous(store, libraries=True) as one, anonymous(store, libraries=False) as other:
        assert len({store.names, one.names, other.names}) == 3
