"""Two records of one partner become one, in one batch that can be undone; or they stay two.

Merging writes partnerships, links, partners and what is written about them with the steps that
everything else uses, so that the change log is whole and `data.undo` needs nothing of its own. A
kind of document that is about a partner has its id in a field `partner`: so merging finds it.
"""

import json
from collections.abc import Mapping, Sequence

import pyarrow as pa

from core.partner import Distinct, TypedPartner
from core.partner_doubles import Alike, Known, Suggestion, alike, undecided
from data import documents
from data.errors import ChangedMeanwhile, InputRefused
from data.partner_register import (
    partners_stored,
    refuse_taken,
    refuse_unknown,
    remember_name,
    written,
)
from data.record import PARTNERSHIP, write_partnerships
from data.store import Change, Reader, Row, Store

DISTINCT = documents.Kind("distinct_partners", "oordeel", Distinct, shared_names=True)
SHOWN = 60
# How the batch of a merge begins: what it did to a record is told as one change.
MERGED = "partners samengevoegd tot"


def partners_alike(store: Reader) -> list[Row]:
    """Every partner as doubles are found by: name, type, gemeente, libraries, partnerships."""
    return store.rows("partners_alike")


def distinct_partners(store: Reader) -> list[Row]:
    """What was decided not to be the same, newest first: id, name, version, partners, ..."""
    return store.rows("distinct_partners")


def look_alikes(store: Reader) -> Alike:
    """Which partners look the same, whatever people decided of them."""
    return alike(
        [
            Known(row["id"], row["name"], row["type"], row["gemeente"])
            for row in partners_alike(store)
        ]
    )


def suggested_doubles(store: Reader, found: Alike | None = None) -> list[Suggestion]:
    """Groups of partners that look the same and on which nobody decided, the surest first.

    `found` is what look_alikes answered, if that is known.
    """
    decided = [row["partners"] for row in distinct_partners(store)]
    return undecided(found or look_alikes(store), decided)


def merge_reach(store: Reader, gone: Sequence[int]) -> int:
    """How many partnerships have one of the partners that would go."""
    [row] = store.rows("merge_reach", gone=list(gone))
    return int(row["partnerships"])


def partners_searched(
    store: Reader, words: Sequence[str] | None = None, id: int | None = None, limit: int = 200
) -> list[Row]:
    """Partners to pick from, by name: id, name, type, gemeente, version, partnerships."""
    given = None if words is None else list(words)
    return store.rows("partners_searched", words=given, id=id, limit=limit)


def partnerships_with(store: Reader, ids: Sequence[int]) -> list[Row]:
    """Every partnership with one of these partners as it is stored, removed ones too."""
    return store.rows("partnerships_with", ids=list(ids))


def documents_of_partners(store: Reader, ids: Sequence[int]) -> list[Row]:
    """The documents, of any kind, whose content says that they are about one of these partners."""
    return store.rows("documents_of_partners", ids=list(ids))


def merged_into(store: Reader, id: int) -> int | None:
    """The partner that one which is no more was merged into, also by way of others, if any."""
    seen = {id}
    while rows := store.rows("merged_into", id=id, merged=MERGED):
        id = int(rows[0]["id"])
        if id in seen:  # a log that somebody changed by hand
            return None
        seen.add(id)
    return id if len(seen) > 1 and partners_stored(store, [id]) else None


def merge(
    store: Store, kept: int, versions: Mapping[int, int], typed: TypedPartner, who: str
) -> int:
    """Make one partner, `kept`, of all in `versions` (id: version); return the batch.

    It becomes as `typed`, and is found under all their names from now on. Raises ChangedMeanwhile
    when one of them was changed or merged since, and InputRefused when there are not two or the
    result cannot be (see data.partner_register.change_partner).
    """
    if kept not in versions or len(versions) < 2:
        raise InputRefused(
            "Er is niets om samen te voegen", "Kies ten minste twee verschillende partners."
        )
    gone = sorted(set(versions) - {kept})
    store.before_much()
    with store.change(who, f"{MERGED} {typed.name}") as change:
        found = {row["id"]: row for row in partners_stored(change, sorted(versions))}
        if {id_: row["version"] for id_, row in found.items()} != dict(versions):
            raise ChangedMeanwhile(
                "Iemand anders heeft deze partners intussen samengevoegd of gewijzigd",
                "Er is nu niets gedaan. Bekijk wat er nu staat en besluit daarna opnieuw.",
            )
        refuse_unknown(change, typed)
        refuse_taken(change, typed, sorted(versions))
        _replace_in_partnerships(change, kept, gone)
        change.run("merge_links_before", gone=gone)
        change.run("merge_links", kept=kept, gone=gone)
        change.run("merge_links_gone", gone=gone)
        change.run("merge_links_after", kept=kept)
        change.run("log_partner_before", ids=sorted(versions))
        decided = distinct_partners(change)
        change.run("merge_partners_gone", gone=gone)
        change.run("change_partner", **written(kept, versions[kept], typed))
        change.run("log_partner_after", ids=[kept])
        _hand_over_documents(change, kept, gone)
        _hand_over_decisions(change, decided, kept, gone)
        for row in found.values():
            remember_name(change, kept, row, typed)
        return change.batch


def _replace_in_partnerships(change: Change, kept: int, gone: list[int]) -> None:
    rows = partnerships_with(change, gone)
    if not rows:
        return
    for row in rows:
        row["partners"] = list(
            dict.fromkeys(kept if one in gone else one for one in row["partners"])
        )
    whole = [{name: row[name] for name in PARTNERSHIP.names} for row in rows]
    write_partnerships(change, pa.Table.from_pylist(whole, schema=PARTNERSHIP))


def _hand_over_documents(change: Change, kept: int, gone: list[int]) -> None:
    """What is written about those that go, other names among it, is about the one that stays."""
    for row in documents_of_partners(change, gone):
        content = json.loads(row["content"]) | {"partner": kept}
        change.run("log_document_before", id=row["id"])
        change.run("change_document", **{**row, "content": json.dumps(content)})
        change.run("log_document_after", id=row["id"])


def _hand_over_decisions(change: Change, decided: list[Row], kept: int, gone: list[int]) -> None:
    """Who is not the same as one that goes, is not the same as the one that stays."""
    for row in decided:
        those = sorted({kept if one in gone else one for one in row["partners"]})
        if those == sorted(row["partners"]) or len(those) < 2:
            continue
        content = Distinct(partners=tuple(those))
        documents.alter(change, DISTINCT, row["id"], row["version"], row["name"], content)


def keep_apart(store: Store, groups: Sequence[Sequence[int]], who: str) -> int:
    """Remember of each group of partners that no two are the same; return the batch.

    Raises ChangedMeanwhile when one of them is no more, or somebody decided this already.
    """
    with store.change(who, "partners zijn niet dezelfde") as change:
        for ids in groups:
            _keep_apart(change, sorted(set(ids)))
        return change.batch


def _keep_apart(change: Change, those: list[int]) -> None:
    found = partners_stored(change, those)
    if len(found) < max(2, len(those)):
        raise ChangedMeanwhile(
            "Een van deze partners is er niet meer",
            "Iemand anders heeft ze intussen samengevoegd. Bekijk wat er nu staat.",
        )
    if any(set(those) <= set(row["partners"]) for row in distinct_partners(change)):
        raise ChangedMeanwhile(
            "Dit was al besloten", "Iemand anders gaf intussen aan dat dit er twee zijn."
        )
    name = " / ".join(row["name"] for row in found)
    title = name if len(name) <= SHOWN else f"{name[: SHOWN - 1].rstrip()}…"
    documents.insert(change, DISTINCT, title, Distinct(partners=tuple(those)))


def suggest_again(store: Store, id: int, version: int, who: str) -> int:
    """Take back that partners are not the same; return the batch. See data.documents.remove."""
    return documents.remove(store, DISTINCT, id, version, who)
