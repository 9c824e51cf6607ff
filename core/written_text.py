"""The few signs in a longer text of a material, read as paragraphs, headings and lists.

    ## a heading
    - one of a list
    1. one of a numbered list

What stands between blank lines is a paragraph. Everything else is what it says: no sign makes
something bold, a link or a picture, so a text from anyone can be shown and typeset.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from core.wording import plain

_HEADING = re.compile(r"#{1,6}\s+(.*)")
_BULLET = re.compile(r"[-*•]\s+(.*)")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+(.*)")


class Block(NamedTuple):
    """A part of a text. `lines` are one, or as many as a list has."""

    sort: Literal["heading", "paragraph", "bullets", "numbers"]
    lines: tuple[str, ...]


def blocks(text: str) -> list[Block]:
    """The parts of a text in their order; lines that follow one another are one paragraph."""
    found: list[Block] = []
    begins_anew = True
    for line in text.splitlines():
        if not (typed := " ".join(line.split())):
            begins_anew = True
            continue
        made = _block(typed)
        goes_on = found and not begins_anew and made.sort == "paragraph"
        if made.sort != "heading" and found and found[-1].sort == made.sort != "paragraph":
            found[-1] = Block(made.sort, found[-1].lines + made.lines)
        elif goes_on and found[-1].sort != "heading":
            last = found[-1]
            found[-1] = Block(last.sort, (*last.lines[:-1], f"{last.lines[-1]} {typed}"))
        else:
            found.append(made)
        begins_anew = False
    return found


def as_markdown(text: str) -> str:
    """The text as Markdown in which every letter is shown as it is."""
    return "\n\n".join(_markdown(block) for block in blocks(text))


def as_plain(text: str) -> str:
    """The words of a text without its signs: for searching and for an excerpt."""
    return "\n".join(
        f"{line}:" if block.sort == "heading" and line[-1].isalnum() else line
        for block in blocks(text)
        for line in block.lines
    )


def _block(line: str) -> Block:
    if found := _HEADING.fullmatch(line):
        return Block("heading", (found[1],))
    if found := _BULLET.fullmatch(line):
        return Block("bullets", (found[1],))
    if found := _NUMBERED.fullmatch(line):
        return Block("numbers", (found[1],))
    return Block("paragraph", (line,))


def _markdown(block: Block) -> str:
    if block.sort == "heading":
        return f"#### {plain(block.lines[0])}"
    if block.sort == "paragraph":
        return plain(block.lines[0])
    return "\n".join(_items(block))


def _items(block: Block) -> Iterator[str]:
    for at, line in enumerate(block.lines, 1):
        yield f"- {plain(line)}" if block.sort == "bullets" else f"{at}. {plain(line)}"
