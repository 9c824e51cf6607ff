"""How a partnership is written: the one way in, for imports, edits, undo and the example."""

import pyarrow as pa

from data.store import Change, Reader, Row

CONTRIBUTION = pa.struct(
    [
        ("goal", pa.string()),
        ("value", pa.uint8()),
        ("realised", pa.uint8()),
        ("reason", pa.string()),
    ]
)
PARTNERSHIP = pa.schema(
    [
        ("id", pa.int32()),
        ("library", pa.int32()),
        ("name", pa.string()),
        ("name_key", pa.string()),
        ("partners", pa.list_(pa.int32())),
        ("themes", pa.list_(pa.string())),
        ("programmes", pa.list_(pa.string())),
        ("gemeenten", pa.list_(pa.string())),
        ("locations", pa.list_(pa.string())),
        ("form", pa.string()),
        ("level", pa.string()),
        ("status", pa.string()),
        ("start_date", pa.date32()),
        ("end_date", pa.date32()),
        ("evaluation_date", pa.date32()),
        ("agreement", pa.bool_()),
        ("agreement_date", pa.date32()),
        ("owner", pa.string()),
        ("hours", pa.float64()),
        ("budget", pa.float64()),
        ("intended_result", pa.string()),
        ("actual_result", pa.string()),
        ("note", pa.string()),
        ("contributions", pa.list_(CONTRIBUTION)),
        ("history", pa.list_(pa.struct([("status", pa.string()), ("since", pa.date32())]))),
        ("removed_at", pa.timestamp("us")),
        ("ended_reason", pa.string()),
    ]
)


def stored_partnerships(store: Reader, ids: list[int]) -> list[Row]:
    """The partnerships with these ids as they are stored, without those that were removed."""
    return store.rows("stored_partnerships", ids=ids)


def write_partnerships(change: Change, rows: pa.Table, *, log: bool = True) -> None:
    """Insert new partnerships and replace known ones, by id.

    `rows` has the columns of PARTNERSHIP, every id filled (see `reserve_ids`); the dates of a
    history ascend, and only its first may be empty: since always. With `log` the change log
    gets each row as JSON before and after; without it (the example portfolio) it does not.
    """
    change.offer("incoming", rows.cast(PARTNERSHIP))
    if log:
        change.run("log_partnerships_before")
    change.run("write_partnerships")
    if log:
        change.run("log_partnerships_after")


def reserve_ids(change: Change, count: int) -> list[int]:
    """Take `count` new partnership ids."""
    return [row["id"] for row in change.run("reserve_partnership_ids", count=count)]
