"""Dutch numbers, dates and enumerations, and user text made safe for Markdown."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

LOCALE = "nl_NL"
_SPELLED = 20_000  # numbers whose words are kept: spelling one costs 60 microseconds
UNKNOWN = "onbekend"
_NETHERLANDS = ZoneInfo("Europe/Amsterdam")
# Until people log in, what changes something is not a person.
_NOBODY = frozenset({"app", "voorbeeld"})
# Where an address begins that Markdown would make a link of.
_LINKED = re.compile(r"(?i)\b(?:https?:|ftp:|mailto:|xmpp:)(?=\S)|\bwww(?=\.)|(?<=\w)(?=@\w)")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~>$:<&^=])")
_ESCAPED = re.compile(r"\\(.)")


@lru_cache(maxsize=_SPELLED)
def number(value: float | None, decimals: int = 0) -> str:
    """`12345.6` -> `12.346`; None -> `onbekend`."""
    if value is None:
        return UNKNOWN
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(value, format=pattern, locale=LOCALE))


def amount(value: float | None) -> str:
    """`12345.6` -> `12.345,6`: the decimals that it has, at most two; `40.0` -> `40`."""
    return UNKNOWN if value is None else str(format_decimal(value, "#,##0.##", locale=LOCALE))


def exact(value: float) -> str:
    """`12345.678` -> `12345,678`: all of a number, as somebody types it."""
    plain_ = format(Decimal(repr(float(value))), "f")
    return plain_.removesuffix(".0").replace(".", ",")


def euro(value: float | None) -> str:
    """`12345.0` -> `€ 12.345`, `12345.6` -> `€ 12.345,60`; from a million on `€ 1,8 mln`."""
    if value is None:
        return UNKNOWN
    if value >= 1e6:
        return f"€ {number(value / 1e6, 1)} mln"
    return f"€ {number(value, 0 if round(value, 2).is_integer() else 2)}"


@lru_cache(maxsize=_SPELLED)
def percent(share: float | None) -> str:
    """A share (0-1) as a whole percentage; one that is not nought or all never looks so."""
    if share is None:
        return UNKNOWN
    if 0 < share < 0.01:
        return "minder dan 1%"
    if 0.99 < share < 1:
        return "bijna 100%"
    return str(format_percent(share, format="#,##0%", locale=LOCALE))


def long_date(value: date | None) -> str:
    """`2026-11-22` -> `22 november 2026`."""
    return UNKNOWN if value is None else str(format_date(value, "d MMMM y", locale=LOCALE))


def short_date(value: date | None) -> str:
    """`2026-11-22` -> `22-11-2026`."""
    return UNKNOWN if value is None else f"{value:%d-%m-%Y}"


def local_moment(value: datetime) -> str:
    """A moment in UTC as the clock said in the Netherlands: `22-11-2026 14:05`."""
    return f"{value.replace(tzinfo=UTC).astimezone(_NETHERLANDS):%d-%m-%Y %H:%M}"


def local_day(value: datetime) -> date:
    """The day that it was in the Netherlands at a moment in UTC."""
    return value.replace(tzinfo=UTC).astimezone(_NETHERLANDS).date()


def person(who: str | None) -> str:
    """Who changed something, where that is somebody."""
    return "" if not who or who in _NOBODY else who


def by_whom(who: str | None) -> str:
    """The same behind what was done, as Markdown: ` door Anna`, or nothing."""
    return f" door {plain(name)}" if (name := person(who)) else ""


def enumerated(words: Sequence[str], at_most: int = 4) -> str:
    """`a, b en c`; of more than `at_most` the rest is counted."""
    shown = list(words[:at_most])
    if len(words) > at_most:
        shown.append(f"{number(len(words) - at_most)} andere")
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " en " + shown[-1]


def counted(count: int, one: str, many: str) -> str:
    """`1 samenwerking`, `12 samenwerkingen`, `geen samenwerkingen`."""
    if count == 0:
        return f"geen {many}"
    return f"{number(count)} {one if count == 1 else many}"


def plain(text: str) -> str:
    """Text that users typed, so that Markdown shows it letter by letter.

    An address in it becomes no link: a word joiner, which nobody sees, keeps it from being one.
    """
    unlinked = _LINKED.sub("\\g<0>\u2060", " ".join(text.split()))
    return _MARKDOWN.sub(r"\\\1", unlinked)


def as_typed(shown: str) -> str:
    """What `plain` made of a text, as a reader sees it: for a file."""
    return _ESCAPED.sub(r"\1", shown.replace("\u2060", ""))


def site_link(address: str) -> str:
    """The name of a site as Markdown, leading to the page: an address would not fit a phone."""
    return f"[{plain(address.partition('/')[0])}](https://{address})"
