"""The partners of partnerships: namesakes told apart, and what is with one of them."""

from typing import Any

from pages.shared.partners import named, with_partner


def partner(id_: int, name: str, gemeente: str | None = None) -> dict[str, Any]:
    return {"id": id_, "name": name, "gemeente": gemeente}


ROWS = [
    {"id": 10, "partners": [partner(1, "Ster", "Edam"), partner(3, "Bestuur")]},
    {"id": 11, "partners": [partner(2, "Ster")]},
    {"id": 12, "partners": [partner(1, "Ster", "Edam")]},
    {"id": 13, "partners": []},
]


def test_namesakes_have_their_gemeente() -> None:
    assert named(ROWS) == {3: "Bestuur", 1: "Ster (Edam)", 2: "Ster (gemeente onbekend)"}


def test_what_is_with_a_partner() -> None:
    assert with_partner(ROWS, 1) == [10, 12]
    assert with_partner(ROWS, 2) == [11]
    assert with_partner(ROWS, 9) == []
