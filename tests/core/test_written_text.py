"""The few signs of a longer text, and that nothing else of it is read as markup."""

from hypothesis import given
from hypothesis import strategies as st

from core.written_text import Block, as_markdown, as_plain, blocks

TEXT = """Een begin
op twee regels.

## Kop
- een
- twee

1. eerst
2. dan

Slot *zonder* [link](http://evil.example) <b>vet</b> ![x](http://evil.example/p.png)
"""


def test_headings_lists_and_paragraphs() -> None:
    assert blocks(TEXT) == [
        Block("paragraph", ("Een begin op twee regels.",)),
        Block("heading", ("Kop",)),
        Block("bullets", ("een", "twee")),
        Block("numbers", ("eerst", "dan")),
        Block(
            "paragraph",
            (
                "Slot *zonder* [link](http://evil.example) <b>vet</b> "
                "![x](http://evil.example/p.png)",
            ),
        ),
    ]


def test_a_line_below_an_item_belongs_to_it() -> None:
    assert blocks("- een\n  en verder\n- twee") == [Block("bullets", ("een en verder", "twee"))]


def test_signs_of_markdown_are_shown_as_letters() -> None:
    shown = as_markdown(TEXT)
    assert "#### Kop" in shown
    assert "- een\n- twee" in shown
    assert "1. eerst\n2. dan" in shown
    for sign in ("[link]", "](", "<b>", "!["):
        assert sign not in shown


def test_as_plain_has_no_signs() -> None:
    assert as_plain("## Kop\n- een\n1. twee") == "Kop:\neen\ntwee"


@given(st.text(max_size=400))
def test_no_word_is_lost(text: str) -> None:
    letters = [one for block in blocks(text) for line in block.lines for one in line.split()]
    typed = [one for one in text.split() if any(letter.isalpha() for letter in one)]
    assert [one for one in typed if one not in letters and not one.isspace()] == []
