"""Words from the lists of the store: themes, statuses, forms, levels, partner types."""

from collections import defaultdict

from core.names import name_key
from data.ingest.gemeenten import Read, alike, asked
from data.store import Row


def known_terms(read: Read) -> list[Row]:
    """Every word of every list: list, code, label, spelling."""
    return read("known_terms")


class Terms:
    """One list: which code does a word mean."""

    def __init__(self, rows: list[Row]) -> None:
        self.labels = {row["code"]: row["label"] for row in rows}
        self._codes: dict[str, str] = {}
        official = [row for row in rows if row["spelling"] in (row["code"], row["label"])]
        for row in [*official, *rows]:
            self._codes.setdefault(name_key(row["spelling"]), row["code"])
        self._found: dict[str, str | None] = {}
        self._spellings = list(dict.fromkeys(row["spelling"] for row in rows))
        self._keys = [name_key(spelling) for spelling in self._spellings]

    def find(self, word: str) -> str | None:
        """The code, if the list has this word as a code, label or other name."""
        if word not in self._found:
            self._found[word] = self._codes.get(name_key(word))
        return self._found[word]

    def reason(self, what: str, word: str) -> str:
        """Why a word is refused, with what may be meant, else with the whole list."""
        return f"{what} is niet bekend. {self.meant(word) or 'Kies uit: ' + self.all() + '.'}"

    def meant(self, word: str) -> str:
        """A question with the words of the list that are like this one, or nothing."""
        near = [self._codes[name_key(one)] for one in alike(word, self._spellings, self._keys)]
        return asked([self.labels[code] for code in dict.fromkeys(near)])

    def all(self) -> str:
        return ", ".join(self.labels.values())


def lists(read: Read) -> dict[str, Terms]:
    """The lists of the store by name: theme, status, partner_type, form, level, programme, goal."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in known_terms(read):
        rows[row["list"]].append(row)
    names = ("theme", "status", "partner_type", "form", "level", "programme", "goal")
    return {name: Terms(rows[name]) for name in names}
