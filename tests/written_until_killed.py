"""Writes to a store without end, and says of each write that it was acknowledged.

`python -m tests.written_until_killed import|edit|bulk|scores|merge|backup PATH`: on stdout a line
with the number of each round that is done. The store holds all that `begin` made; each kind has
what it writes here, and what must hold of it afterwards.
"""

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.bulk_change import BulkChange
from core.partner import TypedPartner
from core.partnership_edit import LABELS
from core.score_edit import Edit
from data.backup import backups, folder_of
from data.bulk import bulk_change
from data.editing import change_partnership, seen
from data.guarding import Guard
from data.ingest.partnerships import load_partnerships, read_partnerships
from data.merging import merge
from data.sessions import enter_as, join, open_session, participant
from data.store import Store
from tests.portfolio import ZAANSTAD, Portfolio
from tests.weighing import CRITERIA, consideration

PARTNERSHIPS, ROWS, OPTIONS = 60, 40, "ABCDEFGH"
HEADER = "naam;bibliotheek;partner;thema;status;eigenaar"


def begin(path: Path) -> None:
    """Make a store with what every kind needs."""
    with Store.open(path) as store:
        made = Portfolio(store)
        made.library("Bibliotheek", ZAANSTAD)
        kept = made.partner("Wie blijft", None, ZAANSTAD)
        for number in range(PARTNERSHIPS):
            made.partnership(f"Lezen {number}", partners=[kept], owner="Eigenaar 0")
        about = consideration(store, *(f"Optie {letter}" for letter in OPTIONS))
        join(store, open_session(store, about, "Leider")["id"], "Anna")


def rows(store: Store, sql: str) -> list[tuple[Any, ...]]:
    return store._connection.execute(sql).fetchall()


def load(store: Store, number: int) -> None:
    lines = [
        f"Ronde {number} rij {row};Bibliotheek;Partner {number} bij {row};PO;actief;Wie"
        for row in range(ROWS)
    ]
    content = "\n".join([HEADER, *lines]).encode()
    load_partnerships(store, read_partnerships(store, content, "x.csv"), "Anna")


def loaded(store: Store) -> int:
    """The rounds that were loaded; each is whole."""
    found = Counter(
        name.split()[1]
        for (name,) in rows(store, "select name from partnership where starts_with(name, 'Ronde')")
    )
    assert set(found.values()) <= {ROWS}
    partners = rows(store, "select count(*) from partner where starts_with(name, 'Partner')")
    assert partners == [(ROWS * len(found),)]
    return len(found)


def edit(store: Store, number: int) -> None:
    [(version,)] = rows(store, "select version from partnership where id = 1")
    [row] = seen(store, {1: version})
    values = {field: row[field] for field in LABELS} | {"note": f"Ronde {number}"}
    assert change_partnership(store, 1, version, values, "Anna")


def edited(store: Store) -> int:
    """The round of the last edit; the change log has each of them."""
    [(note,)] = rows(store, "select note from partnership where id = 1")
    last = int(note.split()[1]) if note else 0
    logged = rows(
        store,
        "select count(distinct after ->> 'note') from change "
        "where entity = 'partnership' and entity_id = '1' and (after ->> 'note') is not null",
    )
    assert logged == [(last,)]
    return last


def many(store: Store, number: int) -> None:
    versions = dict(
        rows(store, "select id, version from partnership where starts_with(name, 'Lezen')")
    )
    bulk_change(store, versions, BulkChange("owner", f"Eigenaar {number}"), "Anna")


def changed(store: Store) -> int:
    """The round of the last change of all; all of them had it."""
    [(owner,)] = rows(
        store, "select distinct owner from partnership where starts_with(name, 'Lezen')"
    )
    return int(owner.split()[1])


def score(store: Store, number: int) -> None:
    [(secret, session)] = rows(store, "select secret, session from participant")
    me = participant(store, session, secret)
    assert me is not None
    cells = [(option, one.code) for option in OPTIONS for one in CRITERIA]
    edits = [
        Edit(f"browser-{100 * number + nr}", *cell, "score", str(1 + number % 5), 0)
        for nr, cell in enumerate(cells)
    ]
    assert enter_as(store, me, edits) == []


def scored(store: Store) -> int:
    """The rounds that were entered; each in all its cells."""
    found = Counter(
        int(edit.split("-")[1]) // 100 for (edit,) in rows(store, "select edit from entry")
    )
    assert set(found.values()) <= {len(OPTIONS) * len(CRITERIA)}
    return len(found)


def join_two(store: Store, number: int) -> None:
    made = Portfolio(store)
    made.home = 1
    gone = made.partner(f"Wie gaat {number}", None, ZAANSTAD)
    for row in range(5):
        made.partnership(f"Samen {number} {row}", partners=[gone], owner="Wie")
    [(version,)] = rows(store, "select version from partner where id = 1")
    typed = TypedPartner(name="Wie blijft", gemeente=ZAANSTAD)
    merge(store, 1, {1: version, gone: 1}, typed, "Anna")


def joined(store: Store) -> int:
    """The rounds of which the other partner is gone; nothing points to it any more."""
    assert not rows(
        store,
        "select p.id from (select id, unnest(partners) as partner from partnership) p "
        "anti join partner r on r.id = p.partner",
    )
    [(batches,)] = rows(
        store, "select count(*) from batch where starts_with(action, 'partners samengevoegd')"
    )
    [(version,)] = rows(store, "select version from partner where id = 1")
    assert version == batches + 1
    return int(batches)


def back_up(store: Store, number: int) -> None:
    assert Guard(store, 0).make("hand").manifest.number >= number


def backed_up(store: Store) -> int:
    """The number of the last backup; all that are named are whole."""
    assert store.path is not None
    folder = folder_of(store.path)
    there = backups(folder)
    named = [path for path in folder.glob("0*") if path.suffix != ".part"]
    assert len(there) >= len(named) - 1  # one that rotation was removing
    assert not any(one.damage() for one in there)
    return there[0].manifest.number if there else 0


@dataclass(frozen=True)
class Kind:
    """What is written in a round, and how many rounds a store holds of it, each whole."""

    write: Callable[[Store, int], None]
    rounds: Callable[[Store], int]


KINDS = {
    "import": Kind(load, loaded),
    "edit": Kind(edit, edited),
    "bulk": Kind(many, changed),
    "scores": Kind(score, scored),
    "merge": Kind(join_two, joined),
    "backup": Kind(back_up, backed_up),
}


def main(kind: str, path: str) -> None:
    """Write rounds until this process is ended from outside."""
    with Store.open(Path(path)) as store:
        number = KINDS[kind].rounds(store)
        while True:
            number += 1
            KINDS[kind].write(store, number)
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
