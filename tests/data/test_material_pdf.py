"""A text that somebody wrote, as a PDF: letter by letter, whatever is in it."""

from datetime import date
from typing import Any

import pytest

from core.material import Material
from data.material_pdf import TEMPLATE, material_content, material_pdf
from tests.typeset import assert_a4, assert_blank_margins, bare, opened, rendered, text_of

DAY = date(2026, 11, 28)
HOSTILE = '#let $x$ *b* _i_ [a] "q" \\ <script>alert(1)</script> // /* @a ~ = kop `c` -- ...'
CASES: dict[str, dict[str, Any]] = {
    "nothing but a title": {},
    "signs": {"title": HOSTILE, "summary": HOSTILE, "text": f"## {HOSTILE}\n- {HOSTILE}"},
    "words without end": {
        "title": "x" * 200, "summary": "y" * 1_000, "text": f"## {'z' * 300}\n1. {'w' * 500}",
        "maker": "m" * 200, "link": f"https://example.org/{'v' * 900}",
    },
    "many pages": {"text": "\n\n".join(f"Alinea {at} over voorlezen." for at in range(300))},
    "signs of other languages": {"title": "Één 漢字 \u202eomgekeerd 😀", "text": "ﬁne\u00adtekst"},
}  # fmt: skip


@pytest.mark.parametrize("fields", CASES.values(), ids=CASES)
def test_all_of_it_is_there(fields: dict[str, Any]) -> None:
    content = Material(**{"title": "Brief", "kind": "format", **fields})
    pdf = opened(material_pdf(content, [], "http://localhost/dossier", DAY))
    assert_a4(pdf)
    text = text_of(pdf)
    if "漢" not in content.title:
        assert bare(content.title) in text
        assert bare(content.summary) in text
    for page in rendered(TEMPLATE, material_content(content, [], "http://localhost/dossier")):
        assert_blank_margins(page, sides=17, top=12, bottom=5)
