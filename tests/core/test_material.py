"""What a material may hold, which links are opened, and when one is to be looked at again."""

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from core.material import (
    BODY_LENGTH,
    KINDS,
    PHASES,
    THEMES,
    Form,
    GuideCode,
    Material,
    MaterialKind,
    Phase,
    Shelved,
    StoredFile,
    Theme,
    file_size,
    is_stale,
    web_address,
)
from core.material_wording import about_line, checked_line, finding
from core.wording import as_typed

DAY = date(2026, 11, 28)
REFERENCE = Path(__file__).parents[2] / "data" / "reference"


def column(table: str, name: str) -> list[str]:
    with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


def material(**fields: Any) -> Material:
    return Material(**{"title": "Format", "kind": "format", **fields})


def test_the_fixed_lists_are_those_of_the_reference() -> None:
    assert list(get_args(Theme)) == list(THEMES) == column("themes", "code")
    assert list(THEMES.values()) == column("themes", "label")
    assert list(get_args(Phase)) == list(PHASES) == column("statuses", "code")
    assert list(PHASES.values()) == column("statuses", "label")
    assert list(get_args(Form)) == column("forms", "label")
    assert sorted(get_args(GuideCode)) == sorted(p.stem for p in (REFERENCE / "guides").iterdir())
    assert list(get_args(MaterialKind)) == list(KINDS)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org",
        "http://example.org/a?b=c#d",
        "HTTPS://example.org/Ä",
        "https://example.org/wie@waar",
        "http://localhost:8501/dossier",
    ],
)
def test_an_address_on_the_web(address: str) -> None:
    assert web_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "", "example.org", "javascript:alert(1)", "JaVaScRiPt://x/%0aalert(1)", "data:text/html,x",
        "file:///etc/passwd", "ftp://example.org", "https://", "https:///", "http://?x",
        "https://bank.example@evil.example/", "https://a b.example", "https://a.example/\nx",
        "https://a.example\\@evil.example", "https://a.example/\u202etxt", " https://a.example",
        "//evil.example", "vbscript://x",
    ],
)  # fmt: skip
def test_no_address_on_the_web(address: str) -> None:
    assert web_address(address) is None


@pytest.mark.parametrize(
    ("link", "days", "stale"),
    [
        ("https://a.example", 365, False),
        ("https://a.example", 366, True),
        ("https://a.example", None, True),
        ("", 3_000, False),
        ("", None, False),
    ],
)
def test_a_link_is_stale_after_a_year(link: str, days: int | None, stale: bool) -> None:
    checked = None if days is None else DAY - timedelta(days=days)
    assert is_stale(material(link=link, checked_on=checked), DAY) is stale


def test_a_year_before_the_29th_of_february() -> None:
    leap = date(2028, 2, 29)
    assert not is_stale(material(link="https://a.example", checked_on=date(2027, 2, 28)), leap)
    assert is_stale(material(link="https://a.example", checked_on=date(2027, 2, 27)), leap)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": ""}, {"title": "x" * 201}, {"kind": "virus"}, {"themes": ("XX",)},
        {"summary": "x" * 1_001}, {"text": "x" * (BODY_LENGTH + 1)}, {"link": "x" * 1_001},
        {"extra": 1},
    ],
)  # fmt: skip
def test_what_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        material(**fields)


def test_in_words_names_what_is_filled_in() -> None:
    held = StoredFile(name="a.pdf", extension="pdf", size=1_250_000, sha256="0")
    said = material(file=held, text="een twee", themes=("KOV", "MFA")).in_words()
    assert said["Thema’s"] == "Kinderopvang en Mfa/mfo"
    assert said["Bestand"] == "a.pdf (1,2 MB)"
    assert said["Tekst"] == "2 woorden"
    assert "Fasen" not in said


@pytest.mark.parametrize(
    ("size", "said"), [(1, "1 kB"), (1_499, "1 kB"), (1_550_000, "1,6 MB"), (20_000_000, "20 MB")]
)
def test_file_size(size: int, said: str) -> None:
    assert file_size(size) == said


def test_what_is_said_of_a_material() -> None:
    one = material(
        themes=("KOV",), phases=("opstart",), link="https://a.example", checked_on=date(2025, 1, 2)
    )
    said = as_typed(about_line(one))
    assert said == "Format · Kinderopvang · fase opstart"
    assert "langer dan een jaar geleden" in checked_line(one, DAY)
    assert checked_line(material(), DAY) == ""
    assert "alle thema" in about_line(material())


def test_the_finding_counts() -> None:
    guide = Shelved("a", material())
    own = [Shelved(str(at), material(link="https://a.example"), id=at) for at in (1, 2)]
    assert finding([], DAY) == "Er zijn geen materialen binnen deze keuze."
    assert finding([guide], DAY).startswith("Er is **1 materiaal**: 1 handreiking van dit programm")
    said = finding([guide, *own], DAY)
    assert "**3 materialen**: 1 handreiking van dit programma en 2 eigen materialen." in said
    assert "**2 links** zijn langer dan een jaar niet gecontroleerd." in said
