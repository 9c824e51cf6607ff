"""Partnerships as people edit them: add, change, take to the bin and back.

What a form states is read by the model that reads an import (core.partnership), and written the
one way in which partnerships are written (data.record).
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from core.filters import today
from core.history import (
    Step,
    first_history,
    last_begun,
    moved_history,
    next_history,
    stated_history,
)
from core.names import name_key
from core.partnership import ends_too_early
from core.partnership_edit import ENDED, LABELS, NewPartner, Values, ended
from core.wording import long_date
from data.editing_checks import FormRefused, checked
from data.errors import ChangedMeanwhile, InputRefused
from data.identity import name_taken, partners_gone, refuse_impossible
from data.ingest.plan import active_statuses, known_libraries
from data.ingest.writing import remove_example
from data.record import PARTNERSHIP, reserve_ids, stored_partnerships, write_partnerships
from data.store import Change, Reader, Row, Store


def make_partnership(store: Store, values: Values, who: str) -> tuple[int, int]:
    """A new partnership of the columns in core.partnership_edit.LABELS; its id and the batch.

    Partners are ids, or a NewPartner that is made with it; the library is an id, or the name of
    one that is made, and then the example portfolio makes way as it does for an import. A gemeente
    outside the werkgebied of the library is added to that. Raises FormRefused with what is wrong
    per field.
    """
    typed = ended(checked(store, values), today())
    _refuse_order(typed)
    with store.change(who, f"samenwerking {typed['name']} toegevoegd") as change:
        typed["library"] = _library(change, typed)
        _refuse_taken(change, [typed])
        if partners_gone(change, [typed]):
            raise FormRefused.of("partners", "Kies partners die niet bij het voorbeeld horen.")
        [id_] = reserve_ids(change, 1)
        history = first_history(
            typed["status"],
            typed["start_date"],
            typed["end_date"],
            today(),
            active=typed["status"] in active_statuses(change.rows),
        )
        judged = typed["contributions"] or []
        _write(change, {**typed, "contributions": judged, "id": id_, "history": _rows(history)})
        return id_, change.batch


def change_partnership(
    store: Store, id: int, version: int, values: Values, who: str, since: date | None = None
) -> int | None:
    """Write other values; return the batch, or None where they say what is stored already.

    `since` is the day on which the status became another one; without it today, or what start and
    end say. Raises ChangedMeanwhile when somebody changed or removed the partnership since
    `version`, and FormRefused with what is wrong per field.
    """
    stored = _stored(store, id, version)
    typed = checked(store, values, stored)
    if typed["contributions"] is None:
        typed["contributions"] = stored["contributions"]
    if typed["status"] != ENDED or typed["status"] != stored["status"]:
        typed = ended(typed, since or today(), stored["end_date"])
    _refuse_order(typed)
    if all(typed[field] == stored[field] for field in LABELS):
        return None
    with store.change(who, f"samenwerking {typed['name']} gewijzigd") as change:
        stored = _stored(change, id, version)
        _refuse_taken(change, [{**typed, "id": id}])
        _write(change, {**stored, **typed, "history": history_after(stored, typed, since)})
        return change.batch


def remove_partnerships(store: Store, versions: Mapping[int, int], who: str) -> int:
    """Take partnerships (id: the version that was seen) to the bin; return the batch.

    Raises ChangedMeanwhile when one was changed or removed since.
    """
    with store.change(who, _named(store, versions, "naar de prullenbak")) as change:
        rows = seen(change, versions)
        now = datetime.now(UTC).replace(tzinfo=None)
        write_all(change, [{**row, "removed_at": now} for row in rows])
        return change.batch


def removed_partnerships(store: Reader, ids: Sequence[int] | None = None) -> list[Row]:
    """What is in the bin, or those of these ids: whole rows with `library_name`, newest first."""
    return store.rows("removed_partnerships", ids=None if ids is None else list(ids))


def restore_partnerships(store: Store, ids: Sequence[int], who: str) -> int:
    """Take partnerships back out of the bin; return the batch.

    A partner that went with the undoing of what made it comes back with it. Raises InputRefused
    when one is not in it any more, or its name was given away meanwhile.
    """
    with store.change(who, _in_bin(store, ids)) as change:
        rows = removed_partnerships(change, ids)
        if len(rows) != len(set(ids)):
            raise InputRefused("Dit staat niet meer in de prullenbak", "Kijk bij Samenwerkingen.")
        back = [row["id"] for row in change.run("return_partners", ids=partners_gone(change, rows))]
        change.run("log_partner_after", ids=back)
        refuse_impossible(change, rows)
        write_all(change, [{**row, "removed_at": None} for row in rows])
        return change.batch


def history_after(stored: Row, typed: Values, since: date | None) -> list[Row]:
    """The status through time after a statement, as stored; `since`: see change_partnership."""
    before: list[Step] = [(step["status"], step["since"]) for step in stored["history"]]
    old, new = ((row["start_date"], row["end_date"]) for row in (stored, typed))
    if typed["status"] == stored["status"]:
        return _rows(moved_history(before, old, new))
    if since is None:
        return _rows(next_history(before, typed["status"], *new, today()))
    last = last_begun(before, max(since, today()))
    if last and since < last:
        raise FormRefused.of(
            "since", f"De vorige status geldt vanaf {long_date(last)}. Kies die dag of later."
        )
    return _rows(stated_history(before, typed["status"], since))


def write_all(change: Change, rows: list[dict[str, Any]]) -> None:
    """Write whole rows of partnerships, by id."""
    write_partnerships(change, pa.Table.from_pylist(rows, schema=PARTNERSHIP))


def seen(store: Reader, versions: Mapping[int, int]) -> list[Row]:
    """The partnerships as somebody saw them (id: version); raises ChangedMeanwhile if one is not.

    Whole rows, by id.
    """
    rows = stored_partnerships(store, list(versions))
    if {row["id"]: row["version"] for row in rows} != dict(versions):
        raise ChangedMeanwhile(
            advice="Een van de gekozen samenwerkingen is gewijzigd of verwijderd. Kies opnieuw."
        )
    return rows


def _stored(store: Reader, id_: int, version: int) -> Row:
    found = stored_partnerships(store, [id_])
    if not found or found[0]["version"] != version:
        raise ChangedMeanwhile
    return found[0]


def _refuse_order(typed: Values) -> None:
    """The day of an end is not always typed: it is looked at again with that day."""
    if reason := ends_too_early(typed["start_date"], typed["end_date"]):
        raise FormRefused.of("end_date", reason)


def _library(change: Change, typed: Values) -> int:
    """The id of the library: the one chosen, the one that is called so, or a new one."""
    named = typed["library"]
    if isinstance(named, int):
        return named
    remove_example(change)
    for row in known_libraries(change.rows):
        if row["name_key"] == name_key(named):
            return int(row["id"])
    served = sorted(typed["gemeenten"])
    made = change.run("insert_library", title=named, key=name_key(named), gemeenten=served)
    change.run("log_library_after", ids=[made[0]["id"]])
    return int(made[0]["id"])


def _refuse_taken(change: Change, rows: list[Values]) -> None:
    if taken := name_taken(change, rows):
        raise FormRefused.of(
            "name", f"Deze bibliotheek heeft al een samenwerking die {taken} heet."
        )


def _rows(history: list[Step]) -> list[Row]:
    return [{"status": status, "since": since} for status, since in history]


def _write(change: Change, values: Values) -> None:
    new = [one for one in values["partners"] if isinstance(one, NewPartner)]
    made = iter(_make_partners(change, new))
    partners = [next(made) if isinstance(one, NewPartner) else one for one in values["partners"]]
    _extend_library(change, values["library"], values["gemeenten"])
    write_all(change, [{**values, "partners": list(dict.fromkeys(partners))}])


def _make_partners(change: Change, partners: list[NewPartner]) -> list[int]:
    """The ids of partners, in their order; one that is there by name and gemeente is that one."""
    columns = ("name", "name_key", "type", "gemeente")
    ids = []
    for one in partners:
        key = name_key(one.name)
        known = [
            row["id"]
            for row in change.rows("known_partners", name_keys=[key])
            if row["gemeente"] == one.gemeente
        ]
        if not known:
            row = dict(zip(columns, (one.name, key, one.type, one.gemeente), strict=True))
            schema = pa.schema([(column, pa.string()) for column in columns])
            change.offer("new_partners", pa.Table.from_pylist([row], schema=schema))
            known = [made["id"] for made in change.run("insert_partners")]
            change.run("log_partner_after", ids=known)
        ids.append(known[0])
    return ids


def _extend_library(change: Change, library: int, gemeenten: list[str]) -> None:
    """A gemeente where the library works belongs to its werkgebied, as in an import."""
    served = next(row for row in known_libraries(change.rows) if row["id"] == library)["gemeenten"]
    # Without a werkgebied a library has not said yet where it works.
    outside = [code for code in gemeenten if served and code not in served]
    if outside:
        change.run("log_library_before", ids=[library])
        change.run("extend_library", id=library, gemeenten=outside)
        change.run("log_library_after", ids=[library])


def _named(store: Store, ids: Mapping[int, int], what: str) -> str:
    rows = stored_partnerships(store, list(ids)[:1])
    return _action([row["name"] for row in rows], len(ids), what)


def _in_bin(store: Store, ids: Sequence[int]) -> str:
    rows = removed_partnerships(store, ids[:1])
    return _action([row["name"] for row in rows], len(ids), "uit de prullenbak")


def _action(names: list[str], count: int, what: str) -> str:
    one = f"samenwerking {names[0]}" if count == 1 and names else f"{count} samenwerkingen"
    return f"{one} {what}"
