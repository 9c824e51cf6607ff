"""The list of personal data is complete, and all of somebody is found by it."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import data
from core.personal_data import HELD, NOT_PERSONAL, NOT_PERSONAL_TABLES, Way, all_places
from core.sought import sought
from data import accounts, partner_register, saved_views, shared_links
from data.anonymous import KINDS
from data.documents import Kind
from data.errors import InputRefused
from data.personal_data import find, personal_data_found, personal_rows, sought_by
from data.store import Store
from tests.marked import MARK, marked
from tests.portfolio import Portfolio

ALL_KINDS: dict[str, Kind] = KINDS | {
    kind.code: kind
    for kind in (accounts.KIND, partner_register.ALIAS, saved_views.KIND, shared_links.KIND)
}
FIXED = {"enum", "const", "pattern"}


@pytest.fixture(scope="module")
def full() -> Iterator[Store]:
    with Store.open(None) as store:
        marked(store)
        yield store


def texts_of(kind: Kind) -> set[str]:
    """The places of the texts in a document of a kind that can say anything."""
    schema = kind.form.model_json_schema()
    found: set[str] = set()

    def walk(one: dict[str, Any], place: str) -> None:
        if "$ref" in one:
            return walk(schema["$defs"][one["$ref"].rsplit("/", 1)[1]], place)
        for way in ("anyOf", "allOf", "oneOf"):
            for form in one.get(way, ()):
                walk(form, place)
        if one.get("type") == "string" and not one.keys() & FIXED and "format" not in one:
            found.add(place)
        for name, member in one.get("properties", {}).items():
            walk(member, f"{place}.{name}")
        if isinstance(one.get("additionalProperties"), dict):
            walk(one["additionalProperties"], f"{place}.*")
        for item in (*one.get("prefixItems", ()), one.get("items")):
            if isinstance(item, dict):
                walk(item, f"{place}[]")
        return None

    walk(schema, f"{kind.code}.content")
    return found


def texts_in_tables(store: Store) -> set[str]:
    """The places of the texts in the columns of the tables."""
    columns = store._connection.execute(
        "select table_name, column_name, data_type from duckdb_columns() "
        "where schema_name = 'main' and not internal and table_name in "
        "(select table_name from duckdb_tables() where not temporary)"
    ).fetchall()
    found = set()
    for table, column, kind in columns:
        if table in NOT_PERSONAL_TABLES or not {"VARCHAR", "JSON", "BLOB"} & set(
            kind.replace("(", " ").replace(")", " ").replace("[", " ").replace(",", " ").split()
        ):
            continue
        place = f"{table}.{column}"
        if column == "goal_sets":
            found |= {f"{place}[].goals[].code", f"{place}[].goals[].label"}
        elif kind.startswith("STRUCT"):
            names = [part.split()[0].strip('("') for part in kind.split(",") if "VARCHAR" in part]
            found |= {f"{place}[].{name.removeprefix('STRUCT(')}" for name in names}
        else:
            found.add(place + ("[]" if kind.endswith("[]") else ""))
    return found


def test_every_text_in_the_store_is_on_the_list(full: Store) -> None:
    there = texts_in_tables(full).union(*map(texts_of, ALL_KINDS.values()))
    of_documents = {"account.name"}  # the name of a document, of this kind
    assert set(all_places()) - of_documents | NOT_PERSONAL == there
    assert not set(all_places()) & NOT_PERSONAL
    assert len([place for held in HELD for place in held.places]) == len(set(all_places()))


def test_every_kind_of_documents_is_looked_at() -> None:
    found = set()
    for module in pkgutil.walk_packages(data.__path__, "data."):
        if not module.name.endswith("__main__"):
            here = vars(importlib.import_module(module.name)).values()
            found |= {one.code for one in here if isinstance(one, Kind)}
    assert found == set(ALL_KINDS)


def test_personal_data_found_in_every_place(full: Store) -> None:
    """The marked portfolio names somebody wherever one can be named."""
    found = find(full, sought([MARK]))
    places = {place for row in found.rows for place in row["held"].places}
    assert places >= {place for held in HELD[:1] for place in held.places}
    rows = personal_data_found(full, sought(["Anna Kwarts"]))
    assert {row["value"] for row in rows} >= {"Anna Kwarts"}
    assert {row["held"].label for row in found.rows} == {held.label for held in HELD} - {"Toegang"}


def test_a_longer_name_is_somebody_else() -> None:
    with Store.open(None) as store:
        made = Portfolio(store)
        made.library("Bibliotheek")
        made.partnership("Een", owner="Jan Jansen")
        made.partnership("Twee", owner="Jan")
        found = find(store, sought(["jan"]))
        assert {row["value"] for row in found.by_itself} == {"Jan"}
        assert [text.value for text in found.texts()] == ["Jan Jansen"]
        assert len(personal_rows(store, sought(["jan"]), [])) == 4  # two, and in the log


def test_the_readme_has_the_same_list() -> None:
    readme = (Path(data.__path__[0]).parent / "README.md").read_text(encoding="utf-8")
    how = {Way.WHOLE: "all of it goes", Way.PERSON: "by itself", Way.TEXT: "somebody decides"}
    table = "\n".join(
        f"| {one.label} | {', '.join(f'`{place}`' for place in one.places)} | {how[one.way]} |"
        for one in HELD
    )
    assert f"|---|---|---|\n{table}\n\n" in readme


@pytest.mark.parametrize("typed", [[""], ["J"], ["   "], ["x" * 5000], []])
def test_what_cannot_be_looked_for_is_refused(typed: list[str]) -> None:
    with pytest.raises(InputRefused, match="Hier is niet op te zoeken"):
        sought_by(typed)
