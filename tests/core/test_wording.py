"""Dutch numbers."""

import pytest

from core.wording import amount, as_typed, by_whom, counted, euro, person, plain


@pytest.mark.parametrize(
    ("value", "said"),
    [(40.0, "40"), (12.5, "12,5"), (12.255, "12,26"), (1234.5, "1.234,5"), (None, "onbekend")],
)
def test_an_amount_keeps_the_decimals_that_it_has(value: float | None, said: str) -> None:
    assert amount(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1000.0, "€ 1.000"),
        (1000.5, "€ 1.000,50"),
        (0.1 + 0.2, "€ 0,30"),
        (999.999, "€ 1.000"),
        (1_840_000.0, "€ 1,8 mln"),
    ],
)
def test_euros_have_cents_only_where_there_are_some(value: float, said: str) -> None:
    assert euro(value) == said


def test_one_is_singular() -> None:
    said = [counted(one, "gemeente", "gemeenten") for one in (0, 1, 2)]
    assert said == ["geen gemeenten", "1 gemeente", "2 gemeenten"]


def test_an_address_in_a_name_becomes_no_link() -> None:
    """An invisible word joiner stands in it; everything else is as it was typed."""
    typed = "Zie https://evil.example, www.evil.nl, mailto:x of a@b.nl"
    shown = plain(typed)
    assert as_typed(shown) == typed
    assert as_typed(plain(r"C:\map *nu*")) == r"C:\map *nu*"
    for address in ("https://", "www.", "mailto:x", "a@b"):
        assert address not in shown.replace("\\", "")
    assert "\u2060" not in plain("wwwetenschap, 3 @ 4, httpsnel en 10:30")


def test_what_changes_something_by_itself_is_no_person() -> None:
    assert [person(who) for who in ("Anna", "app", "voorbeeld", "", None)] == ["Anna", *[""] * 4]
    assert by_whom("A*na") == " door A\\*na"
    assert by_whom("app") == ""
