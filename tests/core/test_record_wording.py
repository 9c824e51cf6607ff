"""The head of a record: what it is in a sentence or two, and what is not filled in says so."""

from datetime import date
from typing import Any

from core.record_wording import facts, record_finding

BARE: dict[str, Any] = {
    "library_name": "Bibliotheek Aa",
    "partner_rows": [],
    "theme_labels": ["Primair onderwijs"],
    "programmes": [],
    "populations": [],
    "gemeente_names": [],
    "locations": [],
    **dict.fromkeys(
        ("form", "level", "start_date", "end_date", "agreement", "agreement_date", "owner")
    ),
    "hours": None,
    "budget": None,
    "ended_reason": None,
}


def test_finding_says_who_for_whom_where_and_since_when() -> None:
    partner = {"name": "School *De Ster*", "type": "basisschool", "gemeente": "Zaanstad"}
    row = BARE | {"form": "netwerk", "partner_rows": [partner], "gemeente_names": ["Zaanstad"]}
    assert record_finding(row, "Actief", date(2025, 1, 4)) == (
        r"Samenwerking (netwerk) van Bibliotheek Aa met **School \*De Ster\*** voor **primair "
        "onderwijs**, in Zaanstad. Status: **actief** sinds 4 januari 2025."
    )
    assert record_finding(BARE, "Signaal", None) == (
        "Samenwerking van Bibliotheek Aa voor **primair onderwijs**, in het hele werkgebied. "
        "Status: **signaal**."
    )


def test_facts_that_are_missing_say_so() -> None:
    found = facts(BARE)
    assert found["Contactpersoon bij de bibliotheek"] == "nog niemand"
    assert {found[title] for title in ("Met wie", "Vorm", "Overeenkomst", "Inzet per jaar")} == {
        "niet ingevuld"
    }


def test_the_reason_of_ending_is_a_fact_where_there_is_one() -> None:
    assert "Reden van beëindigen" not in facts(BARE)
    found = facts(BARE | {"ended_reason": "De school fuseerde."})
    assert found["Reden van beëindigen"] == "De school fuseerde."


def test_facts_that_are_there() -> None:
    row = BARE | {
        "partner_rows": [{"name": "School", "type": None, "gemeente": "Zaanstad"}],
        "agreement": True,
        "agreement_date": date(2025, 2, 1),
        "start_date": date(2025, 1, 4),
        "end_date": date(2027, 1, 4),
        "hours": 0.0,
        "budget": 1500.0,
        "locations": ["00AA01"],
        "programmes": ["Boekenpret"],
        "populations": ["basisscholen", "gemeenten"],
    }
    found = facts(row)
    assert found["Met wie"] == "School (Zaanstad)"
    assert found["Voor wie"] == "Primair onderwijs (Boekenpret). Doelgroep: basisscholen"
    assert found["Overeenkomst"] == "getekend op 1 februari 2025"
    assert found["Looptijd"] == "vanaf 4 januari 2025, tot en met 4 januari 2027"
    assert found["Inzet per jaar"] == "0 uur en € 1.500"
    assert found["Waar"] == "het hele werkgebied; 1 locatie genoemd"
