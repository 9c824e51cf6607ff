"""Which policy fields a partnership serves, and what is shown of it."""

import csv
from pathlib import Path

from core.policy_fields import POLICY_FIELDS, Contributor, contributions, fields_of

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


def _column(file: str, column: str) -> set[str]:
    with (REFERENCE / file).open(encoding="utf-8") as opened:
        return {row[column] for row in csv.DictReader(opened)}


def _served(*partnerships: Contributor) -> dict[str, tuple[tuple[int, ...], list[str], list[str]]]:
    return {
        one.field.code: (one.partnerships, [name for name, _ in one.programmes], list(one.others))
        for one in contributions(partnerships)
        if one.partnerships
    }


def test_the_mapping_names_what_the_product_ships() -> None:
    """A theme or programme that is called otherwise would serve nothing, without a word."""
    themes = [code for one in POLICY_FIELDS for code in one.themes]
    programmes = {name for one in POLICY_FIELDS for name in one.programmes}
    assert set(themes) | {"GEM"} == _column("themes.csv", "code")
    assert programmes - _column("programmes.csv", "label") == set()


def test_the_seven_fields_of_the_issue_each_name_their_source() -> None:
    assert [one.label for one in POLICY_FIELDS] == [
        "Onderwijs en jeugd",
        "Wmo en sociaal domein",
        "Participatie en werk",
        "Inburgering",
        "Digitale inclusie",
        "Cultuur",
        "Leefbaarheid",
    ]
    assert all(one.source for one in POLICY_FIELDS)


def test_a_theme_serves_its_field_and_a_programme_adds_others() -> None:
    assert fields_of(["PO"], []) == ("youth",)
    assert fields_of(["BAS"], ["(digi)Taalhuis"]) == ("work", "integration", "digital")
    assert fields_of(["BAS"], ["(DIGI) taalhuis"]) == ("work", "integration", "digital")
    assert fields_of(["GEM"], ["Prestatieafspraken"]) == ()
    assert fields_of([], []) == ()


def test_programmes_are_counted_and_others_named_by_themselves() -> None:
    found = _served(
        Contributor(1, "dBos De Ster", frozenset({"PO"}), ("de Bibliotheek op school po",)),
        Contributor(2, "dBos De Maan", frozenset({"PO"}), ("de Bibliotheek op school po",)),
        Contributor(3, "Voorleesontbijt", frozenset({"KOV"}), ()),
        Contributor(4, "Taalhuis Zaan", frozenset({"BAS"}), ("(digi)Taalhuis",)),
    )
    assert found["youth"] == ((1, 2, 3), ["de Bibliotheek op school po"], ["Voorleesontbijt"])
    assert found["integration"] == ((4,), ["(digi)Taalhuis"], [])
    assert set(found) == {"youth", "work", "integration", "digital"}


def test_a_programme_is_shown_only_where_it_is_the_reason() -> None:
    """Under two themes: the school programme says nothing about culture."""
    found = _served(
        Contributor(1, "Samen", frozenset({"BAS", "CUL"}), ("Taalcafé",)),
    )
    assert found["integration"] == ((1,), ["Taalcafé"], [])
    assert found["culture"] == ((1,), [], ["Samen"])
