"""What is suggested, in which order, and why."""

from typing import Any

from core.material import Material, Shelved
from core.material_suggesting import About, suggestions

ABOUT = About(["PO"], "actief", "project", ["Scoor een Boek!"])


def one(title: str, hidden_by: tuple[int, int] | None = None, **fields: Any) -> Shelved:
    content = Material(**{"title": title, "kind": "format", **fields})
    return Shelved(title, content, id=1, hidden_by=hidden_by)


def test_a_programme_says_more_than_all_that_says_less() -> None:
    materials = [
        one("fase", phases=("actief",)),
        one("vorm", forms=("project",)),
        one("thema", themes=("PO",)),
        one("thema, vorm en fase", themes=("PO",), forms=("project",), phases=("actief",)),
        one("programma", programmes=("Scoor een Boek!",)),
    ]
    found = suggestions(materials, ABOUT)
    assert [made.shelved.key for made in found] == [
        "programma", "thema, vorm en fase", "thema", "vorm", "fase",
    ]  # fmt: skip
    assert [made.points for made in found] == [8, 7, 4, 2, 1]
    assert found[1].why == (
        "past bij het thema Primair onderwijs, de vorm project en de fase actief"
    )


def test_what_is_about_something_else_is_left_out() -> None:
    materials = [
        one("ander thema", themes=("KOV",), phases=("actief",)),
        one("andere fase", themes=("PO",), phases=("signaal",)),
        one("andere vorm", themes=("PO",), forms=("mfa",)),
        one("andere vorm, wel programma", programmes=("Scoor een Boek!",), forms=("mfa",)),
        one("verborgen", themes=("PO",), hidden_by=(1, 1)),
        one("over alles"),
    ]
    assert suggestions(materials, ABOUT) == []


def test_of_those_that_fit_alike_a_guide_is_first() -> None:
    materials = [one("a", themes=("PO",)), one("b", themes=("PO",), kind="guide")]
    found = suggestions(materials, About(["PO"]))
    assert [made.shelved.key for made in found] == ["b", "a"]
    assert len(suggestions(materials, About(["PO"]), 1)) == 1


def test_a_white_spot_asks_for_its_theme_only() -> None:
    materials = [one("fase", phases=("actief",)), one("thema", themes=("PO",), phases=("signaal",))]
    found = suggestions(materials, About(["PO"]))
    assert [made.shelved.key for made in found] == ["thema"]
