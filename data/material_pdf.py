"""The text of a material as a PDF to hand out, and what such a file is called."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from core.material import KINDS, THEMES, Material
from core.material_wording import EVERY_THEME
from core.wording import enumerated, long_date
from core.written_text import blocks
from data.typesetting import pdf
from data.uploads import safe_name

TEMPLATE = "material.typ"


def material_pdf(content: Material, pages: Sequence[str], address: str, on: date) -> bytes:
    """The document; `pages` are the titles of the pages that it leads to, `address` its link."""
    return pdf(TEMPLATE, material_content(content, pages, address), on)


def material_content(content: Material, pages: Sequence[str], address: str) -> dict[str, Any]:
    """What the template shows."""
    checked = f" · gecontroleerd op {long_date(content.checked_on)}" if content.checked_on else ""
    return {
        "title": content.title,
        "kind": KINDS[content.kind],
        "about": f"Thema: {enumerated([THEMES[one] for one in content.themes])}"
        if content.themes
        else f"Voor {EVERY_THEME}",
        "maker": content.maker or "",
        "summary": content.summary,
        "parts": [{"sort": one.sort, "lines": list(one.lines)} for one in blocks(content.text)],
        "link": content.link,
        "pages": list(pages),
        "foot": f"{content.maker or 'Samenwerkingsdossier'}{checked}",
        "address": address,
    }


def pdf_name(content: Material) -> str:
    """What the file is called."""
    return safe_name(f"{content.title}.pdf", "pdf")
