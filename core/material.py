"""A material of the dossier: a tool, format, guide, example, presentation or link to work with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from core import values
from core.partnership import Word, refuse
from core.scenario import Name
from core.wording import enumerated, number, short_date

KINDS = {
    "tool": "Hulpmiddel",
    "format": "Format",
    "guide": "Handreiking",
    "example": "Voorbeeldproject",
    "presentation": "Presentatie",
    "link": "Link",
}
# Themes and phases by code, as the reference tables have them; a test holds these to those. Fixed
# lists, so that what stands in a material of them is known to be no text of people.
THEMES = {
    "KOV": "Kinderopvang",
    "PO": "Primair onderwijs",
    "VO": "Voortgezet onderwijs",
    "MBO": "Mbo",
    "COM": "Community",
    "BAS": "Basisvaardigheden volwassenen",
    "DIG": "Digitale inclusie",
    "GEM": "Gemeente",
    "ZWE": "Zorg en welzijn",
    "CUL": "Cultuur",
    "MFA": "Mfa/mfo",
    "COMM": "Commercieel",
}
PHASES = {
    "signaal": "Signaal",
    "verkenning": "Verkenning",
    "opstart": "Opstart",
    "actief": "Actief",
    "evaluatie": "Evaluatie",
    "slapend": "Slapend",
    "beeindigd": "Beëindigd",
}
MaterialKind = Literal["tool", "format", "guide", "example", "presentation", "link"]
Theme = Literal[
    "KOV", "PO", "VO", "MBO", "COM", "BAS", "DIG", "GEM", "ZWE", "CUL", "MFA", "COMM"
]  # fmt: skip
Phase = Literal[
    "signaal", "verkenning", "opstart", "actief", "evaluatie", "slapend", "beeindigd"
]  # fmt: skip
Form = Literal[
    "informeel contact", "netwerk", "project", "ketenafspraak/doorverwijzing",
    "convenant/intentieverklaring", "samenwerkingsovereenkomst", "dienstverleningsovereenkomst",
    "subsidierelatie/prestatieafspraken", "mfa", "mfo", "sponsoring", "fusie/holding",
]  # fmt: skip
# The guides that come with the product: data/reference/guides, by the names of the files.
GuideCode = Literal[
    "kinderopvang", "primair-onderwijs", "voortgezet-onderwijs", "mbo", "community", "gemeente",
    "mfa", "alliantiemanagement", "vaardigheden",
]  # fmt: skip
Extension = Literal[
    "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "png", "jpg", "txt", "csv"
]  # fmt: skip

SUMMARY_LENGTH = 1_000
BODY_LENGTH = 20_000
LINK_LENGTH = 1_000
MEGABYTE = 1_000_000


def _at_most(length: int) -> AfterValidator:
    def check(typed: str) -> str:
        text = values.text(typed)
        if len(text) > length:
            raise refuse(
                f"Deze tekst telt {number(len(text))} tekens. "
                f"Kort hem in tot ten hoogste {number(length)}."
            )
        return text

    return AfterValidator(check)


class StoredFile(BaseModel):
    """A file that belongs to a material: what it is called, and the hash under which it is kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    extension: Extension
    size: int = Field(ge=1)
    sha256: str


class Material(BaseModel):
    """What people state of a material. Empty themes, phases, forms: it fits all of them.

    `link` is an address on the web, `checked_on` the day on which somebody last saw that the
    material holds. `text` is written as core.written_text reads it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Name
    kind: MaterialKind
    summary: Annotated[str, _at_most(SUMMARY_LENGTH)] = ""
    text: Annotated[str, _at_most(BODY_LENGTH)] = ""
    themes: tuple[Theme, ...] = ()
    phases: tuple[Phase, ...] = ()
    forms: tuple[Form, ...] = ()
    programmes: tuple[str, ...] = ()
    maker: Word = None
    link: Annotated[str, _at_most(LINK_LENGTH)] = ""
    file: StoredFile | None = None
    checked_on: date | None = None

    def in_words(self) -> dict[str, str]:
        """Its fields by their Dutch names, as far as they are filled in; the text by its length."""
        found = {
            "Titel": self.title,
            "Soort": KINDS[self.kind],
            "Waar het over gaat": self.summary,
            "Tekst": f"{number(len(self.text.split()))} woorden" if self.text else "",
            "Thema’s": _several([THEMES[one] for one in self.themes]),
            "Fasen": _several([PHASES[one] for one in self.phases]),
            "Vormen": _several(self.forms),
            "Programma’s": _several(self.programmes),
            "Van wie": self.maker or "",
            "Link": self.link,
            "Bestand": f"{self.file.name} ({file_size(self.file.size)})" if self.file else "",
            "Gecontroleerd op": short_date(self.checked_on) if self.checked_on else "",
        }
        return {title: text for title, text in found.items() if text}


def _several(words: Sequence[str]) -> str:
    return enumerated(words, 12) if words else ""


class HiddenGuide(BaseModel):
    """That a guide of the product is out of sight."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    guide: GuideCode


@dataclass(frozen=True)
class Shelved:
    """A material where people look for it, as it is called in the address (`key`).

    Of one that comes with the product `id` is None. `pages` are the pages of this dashboard that
    it leads to (the file's stem), `hidden` says that a library put it out of sight, by the
    document `hidden_by` (id, version).
    """

    key: str
    content: Material
    id: int | None = None
    version: int = 0
    changed_by: str = ""
    changed_at: datetime | None = None
    pages: tuple[str, ...] = ()
    hidden_by: tuple[int, int] | None = None

    @property
    def is_shipped(self) -> bool:
        return self.id is None


def web_address(typed: str) -> str | None:
    """The address if a browser opens it as a page on the web, else None.

    Only http and https: an address of another kind can run something. No spaces or control
    characters, no name and password in front of the site, which hide where it leads.
    """
    start, _, rest = typed.partition("://")
    site = rest.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    if start.lower() not in ("http", "https") or not any(one.isalnum() for one in site):
        return None
    if "@" in site or "\\" in typed or any(not one.isprintable() or one == " " for one in typed):
        return None
    return typed


def is_stale(material: Material, on: date) -> bool:
    """Whether its link was not checked in the year before this day: links break unseen."""
    if not material.link:
        return False
    return material.checked_on is None or material.checked_on < _year_before(on)


def _year_before(on: date) -> date:
    try:
        return on.replace(year=on.year - 1)
    except ValueError:  # the 29th of February
        return on.replace(year=on.year - 1, day=28)


def file_size(size: int) -> str:
    """`1234567` -> `1,2 MB`; from ten on without decimals, and never 0."""
    if size < MEGABYTE:
        return f"{number(max(1, round(size / 1_000)))} kB"
    return f"{number(size / MEGABYTE, 0 if size >= 10 * MEGABYTE else 1)} MB"
