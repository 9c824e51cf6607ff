"""What the register and the record of a partner say."""

from datetime import date
from typing import Any

from core.partner import read_partner
from core.partner_findings import contact_line, contacts, record_finding, register_finding


def row(library: str = "Aa", owner: str | None = "Anna", **more: Any) -> dict[str, Any]:
    usual = {"counts_as": "active", "since": date(2020, 5, 1), "hours": 10.0}
    return {"library": library, "owner": owner, **usual, **more}


def summary(**counts: int) -> dict[str, int]:
    return {"partners": 5, "active": 3, "shared": 0, "untyped": 0} | counts


def test_register_finding() -> None:
    assert register_finding(summary()) == "**3 partners** hebben nu een lopende samenwerking."
    assert "**1** daarvan werkt met meer dan één" in register_finding(summary(shared=1))
    assert "Van 2 partners is het type" in register_finding(summary(untyped=2))
    assert "**1 partner** heeft" in register_finding(summary(active=1))
    assert "nog geen partner" in register_finding(summary(active=0))
    assert "geen partners" in register_finding(summary(active=0, partners=0))


def test_record_finding() -> None:
    said = record_finding("*Ster*", [row(), row("Bee", hours=None, since=date(2018, 1, 1))])
    assert said == (
        r"**\*Ster\*** heeft **2 lopende samenwerkingen** met Aa en Bee, de oudste sinds 2018; "
        "samen vragen zij 10 uur per jaar."
    )
    assert "geen enkele" in record_finding("Ster", [])
    assert "nu geen lopende" in record_finding("Ster", [row(counts_as="none")])


def test_contacts_are_the_owners_of_what_runs() -> None:
    [aa, bee] = contacts(
        [
            row(owner="Bert"),
            row(),
            row(),
            row(owner=None, since=None),
            row(owner="Weg", counts_as="none", since=date(2001, 1, 1)),
            row("Bee", owner="Cor", counts_as="none"),
        ]
    )
    assert (aa.owners, aa.unknown, aa.since) == ((("Anna", 2), ("Bert", 1)), 1, date(2001, 1, 1))
    assert contact_line(aa) == (
        r"**Aa**: Anna \(2\) en Bert; bij 1 samenwerking niet ingevuld; sinds 2001."
    )
    assert contact_line(bee) == "**Bee**: Cor; sinds 2020."
    [nobody] = contacts([row(owner=None, since=None)])
    assert contact_line(nobody) == "**Aa**: geen eigenaar ingevuld."


def test_read_partner() -> None:
    typed, why = read_partner("  De   Ster ", "basisschool", "")
    assert (typed and typed.model_dump(), why) == (
        {"name": "De Ster", "type": "basisschool", "gemeente": None},
        "",
    )
    assert read_partner("  ", "", "") == (None, "Vul een naam in.")
    assert read_partner("!!!", "", "")[0] is None
    assert "200" in read_partner("a" * 300, "", "")[1]
