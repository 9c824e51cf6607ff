"""What a chapter of the report is made of, as templates/report.typ shows it.

A block is a dictionary with a `kind`. Texts of people go in as they are: the template reads none
of them as markup. Sentences with **bold** in them come from core and are given as runs.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from core.report_wording import runs
from core.wording import number

Block = dict[str, Any]
# Drawn charts by their name: title, svg, and alt for who does not see them.
Charts = dict[str, dict[str, str]]
# A text; or with a note below it, in bold, or as a bar of a share (0-1) with the text beside it.
Cell = str | dict[str, Any]
# A table of at most so many rows and lines is not broken over pages.
_FEW, _SMALL = 8, 30
# About as many letters stand on a line of a column.
_LETTERS = 24
# At most so many lines of a table, or as much text, make a short chapter.
_SHORT, _ON_A_LINE = 24, 90
# The title of a column, its width in millimetres (0: what is left), and where its texts stand.
Column = tuple[str, float, Literal["left", "right"]]


def chapter(title: str, lead: str, blocks: Iterable[Block | None]) -> Block:
    """A chapter with its finding (Markdown of core) and those of its blocks that are not None.

    A short one stands below the one before it, if there is room; others begin on a page.
    """
    there = [one for one in blocks if one is not None]
    return {
        "title": title,
        "lead": runs(lead),
        "blocks": there,
        "short": sum(map(_lines, there)) <= _SHORT,
    }


def heading(text: str) -> Block:
    return {"kind": "heading", "text": text}


def subheading(text: str) -> Block:
    return {"kind": "subheading", "text": text}


def beside(parts: Sequence[tuple[str, Block | None]]) -> Block | None:
    """Tables side by side, each under its title; none where there are none."""
    there = [{"title": title, "table": one} for title, one in parts if one is not None]
    return {"kind": "beside", "parts": there} if there else None


def sentence(shown: str) -> Block | None:
    """A paragraph of Markdown of core; none where it is empty."""
    return {"kind": "sentence", "runs": runs(shown)} if shown else None


def remark(text: str) -> Block | None:
    """A plain text in small type; none where it is empty."""
    return {"kind": "remark", "text": text} if text else None


def chart(name: str, caption: str = "") -> Block:
    """A chart by its name, with what to read below it."""
    return {"kind": "chart", "name": name, "caption": caption}


def cards(found: Sequence[dict[str, Any]]) -> Block:
    """Key figures: label, value, note, and `course`: (label, share 0-1) per year."""
    return {"kind": "cards", "cards": found}


def entries(found: Sequence[dict[str, Any]]) -> Block:
    """Titled texts: title, `facts` (label and text), and texts below."""
    return {"kind": "entries", "entries": found}


def table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], more: int = 0) -> Block | None:
    """Rows under headings that come back on every page; `more` is how many are not shown.

    None where there are no rows.
    """
    shown = [[_cell(one) for one in row] for row in rows]
    if not shown:
        return None
    return {
        "kind": "table",
        "columns": [
            {"title": title, "width": width, "align": side} for title, width, side in columns
        ],
        "rows": shown,
        "together": len(shown) <= _FEW and sum(map(_height, shown)) <= _SMALL,
        "more": f"En nog {number(more)}; alle rijen staan in het Excel-bestand."
        if more > 0
        else "",
    }


def strong(text: str, note: str = "") -> Cell:
    """A text in bold with a note below it."""
    return {"text": text, "strong": True, "note": note}


def bar(share: float, text: str, lighter: float = 0.0) -> Cell:
    """A bar from the left with a lighter part behind it, and what it says."""
    first = min(max(share, 0.0), 1.0)
    return {"text": text, "bar": [first, min(max(lighter, 0.0), 1.0 - first)]}


def _lines(block: Block) -> int:
    """About how high a block is."""
    if block["kind"] == "table":
        return sum(map(_height, block["rows"]))
    if block["kind"] == "entries":
        return sum(
            3 + len(one["facts"]) + len("".join(one["texts"])) // _ON_A_LINE
            for one in block["entries"]
        )
    return {"remark": 1, "sentence": 2, "heading": 2}.get(block["kind"], _SHORT + 1)


def _height(row: Sequence[dict[str, Any]]) -> int:
    """About how many lines a row takes."""
    return max(1 + (len(one["text"]) + len(one["note"])) // _LETTERS for one in row)


def _cell(cell: Cell) -> dict[str, Any]:
    given = {"text": cell} if isinstance(cell, str) else cell
    return {"text": "", "strong": False, "note": "", "bar": None} | given
