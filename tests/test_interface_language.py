"""What people read is Dutch: no text in the source that holds English words and no Dutch one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
SOURCES: Final = (
    "app.py", "server.py", "core/**/*.py", "data/**/*.py", "pages/**/*.py", "pages/**/*.js",
    "data/**/*.typ",
)  # fmt: skip
# Their texts are for developers, operators and browsers, or quote what DuckDB or Streamlit says.
NOT_ON_SCREEN: Final = {
    "core/consideration.py", "core/disagreement.py", "core/scale.py", "data/errors.py",
    "data/settings.py", "data/store.py", "data/store_file.py", "data/log.py",
    "pages/components/dutch.js", "pages/shared/headers.py",
}  # fmt: skip
LOGGING: Final = {"debug", "info", "warning", "error", "exception"}
FOR_DEVELOPERS: Final = {"RuntimeError", "TypeError", "OSError", "KeyError", "AssertionError"}
# Words of one language that are none in the other.
ENGLISH: Final = set(
    re.findall(r"\w+", """
    about add added and any are because before between but cancel cannot change changed choose click
    close could delete deleted does done each edit empty enter every failed file files find for
    found from have how if into invalid its loading made may missing more must new next none not
    nothing only other our partnership partnerships please previous remove removed required saved
    save selected should show some than that the their them then there these they this
    unknown value when which who will with without would yes yet you your
    """)
)  # fmt: skip
DUTCH: Final = set(
    re.findall(r"\w+", """
    aan af alle als bij dan dat de deze die dit door een en er geen geef heeft het hier hoe in is
    kan kies kunt meer met mijn naar niet nog of om onder ook op over te tot u uit van vanaf voor
    vul waar want wat wel werd wie wordt worden zijn zo zonder
    """)
)  # fmt: skip
# Not for reading: code, links, the names of icons and files, and what Altair calls a field.
CODE: Final = re.compile(
    r"`[^`]*`|\]\([^)]*\)|https?://\S+|:material/\w+:|--[\w-]+|[\w.-]*[_/.@=$(]\S*|\b\w+:[NOQT]\b"
    r"|\{[^{}]*\}|#\w+|New Computer Modern"
)
QUERY: Final = re.compile(r"(from|insert into|update|delete from) [a-z_]+|\^")
IN_QUOTES: Final = re.compile(r'"([^"\n]*)"|\'([^\'\n]*)\'|`([^`]*)`')
IN_BRACKETS: Final = re.compile(r'"([^"\n]*)"|\[([^\[\]\n]*)\]')


def english_words(text: str) -> set[str]:
    """The English words of a text that says something in English; none where a Dutch one is."""
    if QUERY.match(text):
        return set()
    said = CODE.sub(" ", text).lower()
    words = re.findall(r"[a-z]+", said)
    return set() if len(said.split()) < 2 or set(words) & DUTCH else set(words) & ENGLISH


def python_texts(source: str) -> Iterator[str]:
    """The texts of a module but for docstrings, what is logged and errors for developers."""
    tree = ast.parse(source)
    unread = {
        id(each) for node in ast.walk(tree) for one in _unread(node) for each in ast.walk(one)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in unread
        ):
            yield node.value


def _unread(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Expr(value=ast.Constant()):
            yield node
        case ast.Call(func=ast.Attribute(value=ast.Name(id="LOG"), attr=attr)) if attr in LOGGING:
            yield node
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name))) if name in FOR_DEVELOPERS:
            yield node


def other_texts(source: str, written: re.Pattern[str]) -> Iterator[str]:
    """What stands in quotes (or brackets) in a script or template; not in comments."""
    bare = re.sub(r"/\*.*?\*/|(?:^|\s)//\s[^\n]*", " ", source, flags=re.DOTALL)
    for found in written.finditer(bare):
        yield next(filter(None, found.groups()), "")


FILES: Final = [
    path
    for pattern in SOURCES
    for path in sorted(ROOT.glob(pattern))
    if path.relative_to(ROOT).as_posix() not in NOT_ON_SCREEN
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_text_is_english(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        texts = python_texts(source)
    else:
        texts = other_texts(source, IN_QUOTES if path.suffix == ".js" else IN_BRACKETS)
    assert [text for text in texts if english_words(text)] == []


def test_english_is_found() -> None:
    page = '"""The words of this."""\nst.button("Save changes")\nLOG.error("could not be")\n'
    assert [text for text in python_texts(page) if english_words(text)] == ["Save changes"]
    assert english_words("Nothing found") == {"nothing", "found"}
    assert english_words("[Please try again](/start)") == {"please"}
    assert not english_words("Kies een file of te wachten")
    assert not english_words("from batch where id = $id")
    template = "#let a = [Not found]  // of the\n"
    assert [text for text in other_texts(template, IN_BRACKETS) if english_words(text)] == [
        "Not found"
    ]
    script = "// the first\nbutton.title = 'Show more'; // and more\n"
    assert [text for text in other_texts(script, IN_QUOTES) if english_words(text)] == ["Show more"]
