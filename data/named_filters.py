"""The shared filters from names that a person typed, and back into words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from core.coverage import LABELS, Definition
from core.filters import Filters, today
from core.values import Unreadable, day
from core.wording import enumerated, long_date
from data import choices
from data.errors import InputRefused
from data.ingest.gemeenten import Gemeenten, Unplaced
from data.ingest.terms import Terms, lists
from data.store import Reader, Row, Store

_HOW_TO_NAME_ONE = " Geef de naam van een gemeente of haar GM-code."


@dataclass(frozen=True)
class Asked:
    """What was typed for each filter; `measure_date` empty means today."""

    libraries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    gemeenten: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    measure_date: str = ""


def named_filters(store: Store, asked: Asked) -> tuple[Filters, tuple[str, ...]]:
    """The filters, and what there is to say about them: a gemeente that has merged.

    Raises InputRefused for a value that is not known, with what may be meant.
    """
    terms = lists(store.rows)
    gemeenten, remarks = _gemeenten(store, asked.gemeenten)
    libraries = _found(_libraries(store), asked.libraries, "bibliotheek", "Deze bibliotheek")
    return Filters(
        measure_date=_day(asked.measure_date),
        libraries=tuple(int(one) for one in libraries),
        regions=_found(_regions(store), asked.regions, "regio", "Deze regio"),
        gemeenten=gemeenten,
        themes=_found(terms["theme"], asked.themes, "thema", "Dit thema"),
        statuses=_found(terms["status"], asked.statuses, "status", "Deze status"),
    ), remarks


def labels_in_links(store: Store) -> dict[str, Callable[[str], str | None]]:
    """Per key of a link: the label that a word means, or None where it means nothing here."""
    terms = lists(store.rows)
    known = Gemeenten(store.rows)

    def gemeente(word: str) -> str | None:
        place = known.find(word)
        return None if isinstance(place, Unplaced) else known.names[place.code]

    def measure_date(word: str) -> str | None:
        try:
            found = day(word)
        except Unreadable:
            return None
        return found.isoformat() if found else None

    return {
        "bibliotheek": _label(_libraries(store)),
        "regio": _label(_regions(store)),
        "gemeente": gemeente,
        "thema": _label(terms["theme"]),
        "status": _label(terms["status"]),
        "peildatum": measure_date,
        "definitie": _label(_definitions()),
    }


def named_definition(typed: str) -> Definition:
    """The definition of coverage with this code or Dutch name."""
    found = _found(_definitions(), [typed], "definitie", "Deze definitie")
    return Definition(found[0])


def in_words(store: Reader, filters: Filters) -> dict[str, str]:
    """Each filter with what it is set to, in Dutch."""
    whole: list[tuple[str, Iterable[object], list[Row], str, str]] = [
        ("Bibliotheek", filters.libraries, choices.libraries(store), "id", "name"),
        ("Regio", filters.regions, choices.regions(store), "code", "label"),
        ("Gemeente", filters.gemeenten, choices.gemeenten(store), "code", "name"),
        ("Thema", filters.themes, choices.themes(store), "code", "label"),
        ("Status", filters.statuses, choices.statuses(store), "code", "label"),
    ]
    words = {}
    for title, chosen, rows, key, label in whole:
        names = {row[key]: str(row[label]) for row in rows}
        words[title] = enumerated([names[one] for one in chosen], 50) if chosen else "alle"
    return {**words, "Peildatum": long_date(filters.measure_date)}


def _terms(words: Iterable[tuple[str, str, str]]) -> Terms:
    return Terms([{"code": code, "label": name, "spelling": word} for code, name, word in words])


def _label(terms: Terms) -> Callable[[str], str | None]:
    return lambda word: terms.labels.get(terms.find(word) or "")


def _definitions() -> Terms:
    return _terms(
        [(one.value, label, word) for one, label in LABELS.items() for word in (label, one)]
    )


def _libraries(store: Store) -> Terms:
    rows = [(str(row["id"]), row["name"]) for row in choices.libraries(store)]
    return _terms([(id_, name, word) for id_, name in rows for word in (name, id_)])


def _regions(store: Store) -> Terms:
    words = []
    for row in choices.regions(store):
        kind = "provincie" if row["kind"] == "province" else "regio"
        spellings = (row["label"], row["code"], row["name"], f"{kind} {row['name']}")
        words += [(row["code"], row["label"], word) for word in spellings]
    return _terms(words)


def _found(terms: Terms, typed: Iterable[str], option: str, what: str) -> tuple[str, ...]:
    """The codes of the words, each once."""
    codes = []
    for word in typed:
        code = terms.find(word)
        if code is None:
            reason = terms.reason(what, word) if terms.labels else f"{what} is niet bekend."
            raise _unknown(option, word, reason)
        codes.append(code)
    return tuple(dict.fromkeys(codes))


def _gemeenten(store: Store, typed: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = Gemeenten(store.rows)
    codes, remarks = [], []
    for word in typed:
        place = known.find(word)
        if isinstance(place, Unplaced):
            raise _unknown("gemeente", word, f"{place.reason}{_HOW_TO_NAME_ONE}")
        codes.append(place.code)
        if place.merged_from:
            remarks.append(f"{place.merged_from} is opgegaan in {known.names[place.code]}.")
    return tuple(dict.fromkeys(codes)), tuple(remarks)


def _day(typed: str) -> date:
    try:
        return day(typed) or today()
    except Unreadable as error:
        raise _unknown("peildatum", typed, str(error)) from error


def _unknown(option: str, word: str, reason: str) -> InputRefused:
    return InputRefused(f"Het filter {option} kent '{word}' niet", reason)
