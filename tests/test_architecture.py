"""The rules of the layout, so that they hold without anybody watching.

    server, app, pages -> data -> core        (pages may import core as well)

SQL lives in .sql files. Those in data/queries are questions: file, the function that asks it and
its test share one name. Those in data/changes are steps of a change, named where they are taken.
Sizes: a page or module above its size warns, one above its limit fails.
"""

import ast
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
LAYERS: Final = ("core", "data", "pages", "app", "server")

# What a layer must not import, and why.
FORBIDDEN_IMPORTS: Final[dict[str, dict[str, str]]] = {
    "core": {
        "streamlit": "core knows no user interface",
        "duckdb": "core knows no database",
        "data": "data stands on core, not the other way round",
        "pages": "pages stand on core, not the other way round",
        "app": "app stands on core, not the other way round",
        "server": "server stands on core, not the other way round",
    }
    | dict.fromkeys(
        ("pathlib", "io", "os", "shutil", "tempfile", "openpyxl", "xlsxwriter"),
        "core reads and writes no files",
    ),
    "data": {
        "streamlit": "data serves the command line and the tests too",
        "pages": "pages stand on data, not the other way round",
        "app": "app stands on data, not the other way round",
        "server": "server stands on data, not the other way round",
    },
    "pages": {
        "duckdb": "pages ask functions of data, not the database",
        "openpyxl": "data reads and writes files",
        "xlsxwriter": "data reads and writes files",
        "app": "app is the frame around the pages",
        "server": "server is what serves the frame and its pages",
    },
    "app": {"server": "server serves app, not the other way round"},
    "server": {},
}
NEVER_IMPORTED: Final = {
    "tests": "the product does not need its tests",
    "bench": "the product does not need its benchmarks",
}

# SQL that cannot live in a .sql file: (file, first 60 characters of the expression) -> reason.
SQL_ALLOWED_IN_PYTHON: Final[dict[tuple[str, str], str]] = {
    ("data/store_file.py", "f\"attach '{name}' as made (storage_version 'v1.5.0')\""): (
        "DuckDB takes no parameter in ATTACH; the name is the path in our settings, quotes doubled"
    ),
    ("data/migrate.py", "'insert into migration (number, name, checksum) values ($num"): (
        "records a migration while there may be no table yet that a query file could use"
    ),
    ("data/facts.py", "'insert into fact_version values ($c)'"): (
        "records the facts inside the opening of the store, before any query file can run"
    ),
}
OPENS_FILES: Final = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}

# Lines of code: without blank lines, comments and docstrings. (size, limit)
PAGE_LINES: Final = (80, 80)
MODULE_LINES: Final = (250, 300)

STATEMENT = re.compile(
    r"""\s* ( select (\s|$)
            | with \s+ (recursive \s+)? \w+ \s* (\([^)]*\) \s*)? as \s
            | insert \s+ (or \s+ \w+ \s+)? into (\s|$)
            | update \s+ [\w.{}"]+ \s+ set (\s|$)
            | delete \s+ from (\s|$)
            | merge \s+ into (\s|$)
            | truncate \s+ (table \s+)? [\w.{}"]+ \s* ;? \s* $
            | (create | create \s+ or \s+ replace | drop | alter) \s+ (temp \s+ | temporary \s+)?
              (table | view | index | schema | sequence | type | macro | function) (\s|$)
            )""",
    re.IGNORECASE | re.VERBOSE,
)  # fmt: skip
RUNS_SQL = {"execute", "executemany", "sql", "query", "read_sql", "read_sql_query"}


@dataclass(frozen=True)
class Module:
    """A Python file of the product."""

    path: str
    source: str
    tree: ast.Module

    @property
    def layer(self) -> str:
        """Return the package that the module is in; `app` for app.py."""
        return self.path.removesuffix(".py").split("/")[0]

    @property
    def is_page(self) -> bool:
        """Say whether this is a page itself, not what pages share."""
        return self.layer == "pages" and self.path.count("/") == 1

    def at(self, node: ast.AST) -> str:
        """Return file and line, as an editor opens it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


@cache
def product_modules() -> tuple[Module, ...]:
    """Return every Python file of the layers."""
    return tuple(
        Module(path.relative_to(ROOT).as_posix(), source, ast.parse(source, filename=str(path)))
        for path in _python_files(LAYERS)
        for source in [path.read_text(encoding="utf-8")]
    )


@cache
def modules_of(layer: str) -> tuple[Module, ...]:
    """Return the Python files of one layer."""
    return tuple(module for module in product_modules() if module.layer == layer)


def _python_files(names: Iterable[str]) -> Iterator[Path]:
    for name in names:
        if (ROOT / f"{name}.py").is_file():
            yield ROOT / f"{name}.py"
        yield from sorted((ROOT / name).rglob("*.py"))


def imported_names(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Return every module that this one imports, by its full dotted name."""
    package = module.path.removesuffix(".py").split("/")[:-1]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            inside = package[: len(package) - node.level + 1] if node.level else []
            start = [*inside, *(node.module or "").split(".")]
            yield from ((node, ".".join(filter(None, [*start, a.name]))) for a in node.names)
        elif isinstance(node, ast.Call) and _called_name(node) in {"import_module", "__import__"}:
            yield from ((node, text) for text in _texts(node.args[:1]))


def _called_name(call: ast.Call) -> str:
    called = call.func
    return getattr(called, "attr", getattr(called, "id", ""))


def _texts(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Return the docstrings of a module, its classes and its functions."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        first = node.body[0] if node.body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            yield first.value


def lines_of_code(module: Module) -> int:
    """Count the lines that are neither blank, nor comment, nor docstring."""
    described: set[int] = set()
    for text in docstrings(module.tree):
        described.update(range(text.lineno, (text.end_lineno or text.lineno) + 1))
    return sum(
        1
        for number, line in enumerate(module.source.splitlines(), start=1)
        if number not in described and line.strip() and not line.strip().startswith("#")
    )


def sql_in(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Return the expressions that hold SQL, or build what is then run as SQL."""
    described = {id(text) for text in docstrings(module.tree)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in described and STATEMENT.match(node.value):
                yield node, "a statement"
        elif isinstance(node, ast.Call) and _called_name(node) in RUNS_SQL:
            yield from ((sql, "built from strings") for sql in node.args[:1] if _is_built(sql))


def _is_built(expression: ast.expr) -> bool:
    if isinstance(expression, ast.Call):
        return _called_name(expression) in {"format", "join"}
    return isinstance(expression, ast.JoinedStr | ast.BinOp)


def excerpt(expression: ast.AST) -> str:
    """Return the beginning of an expression, as the list of exceptions names it."""
    return ast.unparse(expression)[:60]


def complain(about: Iterable[str]) -> None:
    """Fail with one line for each thing that is wrong."""
    if lines := sorted(about):
        pytest.fail("\n".join(lines), pytrace=False)


def _sql_files(folder: str) -> list[Path]:
    return sorted((ROOT / "data" / folder).rglob("*.sql"))


@cache
def functions_of_data() -> frozenset[str]:
    """Return the names of all functions in data."""
    return frozenset(
        node.name
        for module in modules_of("data")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef)
    )


@cache
def _patterns_in_data() -> tuple[re.Pattern[str], ...]:
    """Names that data puts together, `undo_{entity}_log`: each gap stands for words."""
    built = [
        node
        for module in modules_of("data")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _called_name(node) == "run" and node.args
        for node in [node.args[0]]
        if isinstance(node, ast.JoinedStr)
    ]
    return tuple(
        re.compile(
            "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[a-z_]+"
                for part in one.values
            )
        )
        for one in built
    )


@pytest.mark.parametrize("layer", LAYERS)
def test_layers_import_only_downwards(layer: str) -> None:
    """No module imports from a layer above its own, nor what its layer must not know."""
    forbidden = FORBIDDEN_IMPORTS[layer] | NEVER_IMPORTED
    wrong = {
        f"{module.at(node)} imports {name}: {forbidden[name.split('.')[0]]}"
        for module in modules_of(layer)
        for node, name in imported_names(module)
        if name.split(".")[0] in forbidden
    }
    complain(wrong)


def test_charts_leave_configuration_to_the_theme() -> None:
    """A chart that configures itself cannot be combined, and looks unlike the others."""
    wrong = [
        f"{module.at(node)} {node.attr}"
        for module in modules_of("core")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr.startswith("configure_")
    ]
    complain(wrong)


def test_sql_lives_in_files() -> None:
    """No Python file holds a statement or builds one from strings."""
    wrong = [
        f"{module.at(node)} {what}: {excerpt(node)}"
        for module in product_modules()
        for node, what in sql_in(module)
        if (module.path, excerpt(node)) not in SQL_ALLOWED_IN_PYTHON
    ]
    complain(wrong)


def test_exceptions_for_sql_still_exist() -> None:
    """An exception that nothing uses any more is taken off the list."""
    used = {
        (module.path, excerpt(node)) for module in product_modules() for node, _ in sql_in(module)
    }
    complain(
        f"{path}: no longer has {expression}"
        for path, expression in SQL_ALLOWED_IN_PYTHON
        if (path, expression) not in used
    )


def test_core_opens_no_file() -> None:
    """Core computes; what it needs is handed to it."""
    wrong = [
        f"{module.at(node)} {_called_name(node)}"
        for module in modules_of("core")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _called_name(node) in OPENS_FILES
    ]
    complain(wrong)


@pytest.mark.parametrize("query", [path.stem for path in _sql_files("queries")])
def test_every_query_has_its_function(query: str) -> None:
    """data/queries/some_figure.sql: a function `some_figure` in data."""
    assert query in functions_of_data()


@pytest.mark.parametrize("query", [path.stem for path in _sql_files("queries")])
def test_every_query_has_its_test(query: str) -> None:
    """data/queries/some_figure.sql: a test that names it."""
    assert any(word == query or word.startswith(f"test_{query}") for word in words_in_tests())


@pytest.mark.parametrize("step", [path.stem for path in _sql_files("changes")])
def test_every_step_of_a_change_is_taken_somewhere(step: str) -> None:
    """data/changes/some_step.sql: data names it, letter by letter or with its last word open."""
    named = {text for module in modules_of("data") for text in _texts(ast.walk(module.tree))}
    assert any(text in {step, f"{step}.sql"} for text in named) or any(
        pattern.fullmatch(step) for pattern in _patterns_in_data()
    )


def test_a_name_is_a_query_or_a_step() -> None:
    """The store finds a file by its name alone."""
    twice = {path.stem for path in _sql_files("queries")} & {
        path.stem for path in _sql_files("changes")
    }
    assert twice == set()


@cache
def words_in_tests() -> set[str]:
    words: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        if path != Path(__file__):
            words.update(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    return words


def test_pages_and_modules_keep_their_size() -> None:
    """A page reads as steps, a module is about one thing."""
    too_long = []
    for module in product_modules():
        size, limit = PAGE_LINES if module.is_page else MODULE_LINES
        lines = lines_of_code(module)
        if lines > limit:
            too_long.append(f"{module.path}: {lines} lines of code, limit {limit}")
        elif lines > size:
            warnings.warn(f"{module.path}: {lines} lines of code, aim for {size}", stacklevel=1)
    complain(too_long)


def test_names_say_what_is_inside() -> None:
    """A module called utils or helpers takes in everything; its parts have better places."""
    meaningless = re.compile(r"_?(.*_)?(utils?|helpers?)")
    wrong = [
        path.relative_to(ROOT).as_posix()
        for path in _python_files([*LAYERS, "bench", "tests"])
        if any(meaningless.fullmatch(Path(part).stem) for part in path.relative_to(ROOT).parts)
    ]
    complain(wrong)


def test_files_are_handed_over_in_one_way() -> None:
    """What makes one at a click must see what its visitor may see: pages/shared/offered.py."""
    others = [
        module.at(node)
        for module in modules_of("pages")
        if module.path != "pages/shared/offered.py"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _called_name(node) == "download_button"
    ]
    assert others == []


WHOLE_STORE: Final = {
    "app.py", "pages/shared/backing_up.py", "pages/shared/links.py", "pages/shared/opened.py",
    "pages/shared/store_health.py",
}  # fmt: skip


def test_only_what_decides_what_is_seen_reads_the_whole_store() -> None:
    found = {module.path for module in product_modules() if "whole_store" in module.source}
    assert found == WHOLE_STORE
