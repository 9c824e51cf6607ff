"""What a change did, in words."""

from typing import Any

from core.record_changes import Difference, differences, partnership_in_words, status_line

NAMES = {
    "library": {"1": "Bibliotheek Aa"},
    "partner": {"7": "School", "8": "Zorg"},
    "theme": {"PO": "Primair onderwijs"},
    "gemeente": {"GM0479": "Zaanstad"},
    "status": {"actief": "Actief", "slapend": "Slapend"},
}
ROW: dict[str, Any] = {
    "name": "Lezen",
    "library": 1,
    "partners": [7],
    "themes": ["PO"],
    "gemeenten": [],
    "locations": ["00AA01", "00AA02"],
    "status": "actief",
    "start_date": "2025-01-04",
    "agreement": True,
    "hours": 40.5,
    "budget": 5000.0,
    "note": None,
    "contributions": [
        {"goal": "SD1", "value": 2, "realised": None, "reason": "Kern\nvan het werk"}
    ],
    "history": [{"status": "actief", "since": None}],
}


def changed(**fields: Any) -> list[Difference]:
    old, new = (partnership_in_words(row, NAMES) for row in (ROW, ROW | fields))
    return differences(old, new)


def test_nothing_changed_says_nothing() -> None:
    assert changed() == []
    assert changed(gemeenten=None, note="") == []


def test_fields_are_said_in_dutch_words() -> None:
    found = changed(
        status="slapend", start_date="2025-02-01", agreement=False, hours=1234.0, budget=None
    )
    assert found == [
        Difference("Status", "Actief", "Slapend"),
        Difference("Start", "04-01-2025", "01-02-2025"),
        Difference("Overeenkomst", "ja", "nee"),
        Difference("Uren per jaar", "40,5", "1.234"),
        Difference("Budget per jaar", "€ 5.000", "leeg"),
    ]


def test_of_lists_what_came_and_went_is_said() -> None:
    assert changed(partners=[7, 8]) == [Difference("Partners", "School", "erbij: Zorg")]
    assert changed(partners=[9]) == [Difference("Partners", "eraf: School", "erbij: 9")]
    assert changed(gemeenten=["GM0479"]) == [Difference("Gemeenten", "leeg", "erbij: Zaanstad")]
    assert changed(locations=["00AA02", "00AA01"]) == [
        Difference("Locaties", "andere volgorde", "00AA02 en 00AA01")
    ]
    many = [f"X{number:03}" for number in range(300)]
    [one] = changed(locations=many)
    assert one.new == "erbij: X000, X001, X002, X003, X004 en 295 andere"


def test_contributions_are_said_by_goal() -> None:
    found = changed(
        contributions=[
            {"goal": "SD1", "value": 3, "realised": 2, "reason": None},
            {"goal": "SD2", "value": 0, "realised": None, "reason": None},
        ]
    )
    assert found == [
        Difference("Bijdrage aan SD1", "2 direct", "3 kern"),
        Difference("Gebleken bijdrage aan SD1", "leeg", "2 direct"),
        Difference("Bijdrage aan SD2", "leeg", "0 geen"),
        Difference("Reden bij SD1", "Kern\nvan het werk", "leeg"),
    ]


def test_history_as_steps_and_on_one_line() -> None:
    history = [{"status": "actief", "since": None}, {"status": "slapend", "since": "2026-01-02"}]
    assert changed(history=history) == [
        Difference(
            "Statusgeschiedenis", "Actief van het begin af", "erbij: Slapend sinds 02-01-2026"
        )
    ]
    assert status_line([], {}) == ""
