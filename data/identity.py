"""What must hold of every partnership, however written: a name of its own, known partners."""

from collections.abc import Sequence

from data.errors import InputRefused
from data.ingest.plan import known_partnerships
from data.partner_register import partners_stored
from data.store import Reader, Row


def name_taken(store: Reader, rows: Sequence[Row]) -> str | None:
    """The name of the first of `rows` that another partnership of its library has.

    Another in the store (a row without an `id` is new), or among the rows themselves.
    """
    libraries = list({row["library"] for row in rows})
    there = known_partnerships(store.rows, libraries, [row["name_key"] for row in rows])
    own = {row.get("id") for row in rows}
    taken = {(one["library"], one["name_key"]) for one in there if one["id"] not in own}
    for row in rows:
        place = (row["library"], row["name_key"])
        if place in taken:
            return str(row["name"])
        taken.add(place)
    return None


def partners_gone(store: Reader, rows: Sequence[Row]) -> list[int]:
    """The partners (ids) of `rows` that are not in the store."""
    named = {one for row in rows for one in row["partners"] if isinstance(one, int)}
    return sorted(named - {row["id"] for row in partners_stored(store, sorted(named))})


def refuse_impossible(store: Reader, rows: Sequence[Row]) -> None:
    """Of rows that come back: they must be able to stand beside what was made, or merged, since."""
    if taken := name_taken(store, rows):
        raise InputRefused(
            "De naam is intussen aan een andere samenwerking gegeven",
            f"Geef de samenwerking die nu {taken} heet eerst een andere naam.",
        )
    if partners_gone(store, rows):
        raise InputRefused(
            "Een partner die terug zou komen is er niet meer",
            "Die is intussen samengevoegd of verwijderd. Maak dat eerst ongedaan, of pas de "
            "samenwerking met de hand aan.",
        )
