"""What a person types in a cell or a field, read the Dutch way: text, numbers, dates, yes or no.

Every function takes a cell as a spreadsheet or a form gives it and returns the value, None for
an empty cell, or raises `Unreadable` with a Dutch reason that says what to write instead.
"""

import math
import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

Cell = str | float | int | bool | date | datetime | time | timedelta | None

# Control characters, halves of characters, and marks that change the direction of a line.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u200b\u202a-\u202e\u2066-\u2069\ufeff]"
)
_SPACES = re.compile(r"\s+")
_SEPARATOR = re.compile(r"[;\n]")

_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(,\d{3})+\.\d+")
_PLAIN = re.compile(r"\d+([.,]\d+)?")
_UNIT = re.compile(r"€|\beuro\b|\beur\b|\buur\b|\buren\b|,-+$|,=$", re.IGNORECASE)
MOST = 1_000_000_000.0

_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_IN_WORDS = re.compile(r"(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})")
_MONTH_IN_WORDS = re.compile(r"([a-z]+)\.?[ -](\d{4})")
_MONTH = re.compile(r"(\d{1,2})[-/. ](\d{4})|(\d{4})[-/.](\d{1,2})")
_CLOCK = re.compile(r"[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+-]\d{2}:?\d{2})?$")
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_EXCEL_DAY_0 = date(1899, 12, 30)
_HOW_TO_WRITE_A_DATE = "Schrijf een datum als 31-12-2026"

_YES = frozenset({"ja", "j", "x", "v", "true", "waar", "1", "yes", "y", "✓", "✔"})
_NO = frozenset({"nee", "n", "false", "onwaar", "0", "no", "geen"})


class Unreadable(ValueError):
    """A value that cannot be used; the text is the reason, in Dutch."""


class NoDate(Unreadable):
    """What has nothing of a date: where something else may stand too, it is read as that."""


def text(cell: Cell) -> str:
    """The cell as text: 5.0 is `5`, dates are Dutch, unseen characters and outer spaces go."""
    if isinstance(cell, str):
        if cell.isprintable():
            return cell.strip()
        plain = _UNSEEN.sub("", cell.replace("\r\n", "\n").replace("\r", "\n"))
        return plain.strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    if isinstance(cell, datetime):
        return f"{cell:%d-%m-%Y %H:%M}"
    return f"{cell:%d-%m-%Y}" if isinstance(cell, date) else str(cell)


def line(cell: Cell) -> str:
    """The cell as one line of text."""
    plain = text(cell)
    if plain.isprintable() and "  " not in plain and plain.isascii():
        return plain
    return _SPACES.sub(" ", plain)


def several(cell: Cell | Iterable[Cell]) -> tuple[str, ...]:
    """The values of a cell that holds several, split at `;` and new lines, each once."""
    if cell is None or cell == "":
        return ()
    given = [cell] if isinstance(cell, str) or not isinstance(cell, Iterable) else cell
    parts = (line(part) for one in given for part in _SEPARATOR.split(text(one)))
    return tuple(dict.fromkeys(part for part in parts if part))


def number(cell: Cell) -> float | None:
    """A number >= 0: `1.250,50`, `1250.5`, `€ 1.000`, `12 uur`."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        raise Unreadable("Dit is geen getal. Vul een getal in, bijvoorbeeld 1250 of 1.250,50.")
    value = float(cell) if isinstance(cell, int | float) else _typed_number(cell)
    if value is None:
        return None
    if not math.isfinite(value):
        raise Unreadable("Dit is geen getal. Vul een getal in, bijvoorbeeld 1250 of 1.250,50.")
    if value < 0:
        raise Unreadable("Dit getal is negatief. Vul 0 of meer in.")
    if value > MOST:
        raise Unreadable("Dit getal is groter dan een miljard. Controleer de punten en komma's.")
    return value


def _typed_number(typed: str) -> float | None:
    plain = _SPACES.sub("", _UNIT.sub("", text(typed)))
    if not plain:
        if text(typed):
            raise Unreadable("Hier ontbreekt het getal. Vul een getal in of laat de cel leeg.")
        return None
    sign = -1.0 if plain[0] in "-−" else 1.0
    plain = plain.lstrip("+-−")
    if _THOUSANDS.fullmatch(plain):
        return sign * float(plain.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(plain):
        return sign * float(plain.replace(",", ""))
    if _PLAIN.fullmatch(plain):
        return sign * float(plain.replace(",", "."))
    raise Unreadable("Dit is geen getal. Vul een getal in, bijvoorbeeld 1250 of 1.250,50.")


def day(cell: Cell) -> date | None:
    """A date: Dutch (`31-12-2026`, `1 september 2026`), ISO, or as Excel keeps it."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, datetime):
        return _believable(cell.date())
    if isinstance(cell, date):
        return _believable(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool) and 20_000 <= cell < 80_000:
        return _EXCEL_DAY_0 + timedelta(days=int(cell))
    return _typed_day(text(cell))


def _typed_day(typed: str) -> date | None:
    if not typed:
        return None
    plain = _CLOCK.sub("", typed.casefold())
    if found := _DAY_FIRST.fullmatch(plain):
        return _existing(found[3], found[2], found[1])
    if found := _YEAR_FIRST.fullmatch(plain):
        return _existing(found[1], found[2], found[3])
    if (found := _IN_WORDS.fullmatch(plain)) and (month := _month(found[2])):
        return _existing(found[3], str(month), found[1])
    _refuse_period(plain)
    raise NoDate(f"Dit is geen datum. {_HOW_TO_WRITE_A_DATE}.")


def _month(word: str) -> int:
    """1 to 12, or 0 for a word that is no month."""
    short = "mrt" if word[:3] in ("maa", "mar") else word[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _refuse_period(plain: str) -> None:
    """Refuse a month or a year with its days: which of them is meant, only the writer knows."""
    if re.fullmatch(r"(19|20)\d\d", plain):
        raise Unreadable(
            f"Alleen een jaar is te weinig. Schrijf 1-1-{plain} voor het begin of 31-12-{plain} "
            "voor het einde van dat jaar."
        )
    year = month = 0
    if found := _MONTH_IN_WORDS.fullmatch(plain):
        year, month = int(found[2]), _month(found[1])
    elif found := _MONTH.fullmatch(plain):
        year, month = int(found[2] or found[3]), int(found[1] or found[4])
    if 1900 <= year <= 2100 and 1 <= month <= 12:
        last = monthrange(year, month)[1]
        raise Unreadable(
            f"Hier ontbreekt de dag. Schrijf 1-{month}-{year} voor het begin of "
            f"{last}-{month}-{year} voor het einde van die maand."
        )


def _existing(year: str, month: str, day_: str) -> date:
    try:
        found = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day_))
    except ValueError:
        raise Unreadable(
            f"Deze datum bestaat niet. {_HOW_TO_WRITE_A_DATE} (dag, maand, jaar)."
        ) from None
    return _believable(found)


def _believable(found: date) -> date:
    if not 1900 <= found.year <= 2100:
        raise Unreadable(f"Het jaar {found.year} kan niet kloppen. {_HOW_TO_WRITE_A_DATE}.")
    return found


def yes_or_day(cell: Cell) -> tuple[bool | None, date | None]:
    """Whether there is an agreement, and the date of signing: ja, nee, a date, or empty."""
    if isinstance(cell, bool):
        return cell, None
    plain = text(cell).casefold()
    if not plain:
        return None, None
    if plain in _YES:
        return True, None
    if plain in _NO:
        return False, None
    try:
        return True, day(cell)
    except NoDate:
        raise Unreadable("Vul ja of nee in, of de datum van ondertekening (31-12-2026).") from None


def contribution(cell: Cell) -> int | None:
    """A contribution to a goal, 0 to 3; empty means not judged."""
    plain = text(cell).replace(",", ".")
    if not plain:
        return None
    if plain in ("0", "1", "2", "3", "0.0", "1.0", "2.0", "3.0"):
        return int(plain[0])
    raise Unreadable("Vul 0 (geen), 1 (indirect), 2 (direct) of 3 (kern) in, of laat de cel leeg.")
