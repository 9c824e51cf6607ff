"""The tables that are kept although they follow from others, beside what says what they hold."""

import re

from data.migrate import FOLDER
from data.store import Store

_SAID = "".join(view.read_text(encoding="utf-8") for view in (FOLDER / "views").glob("*.sql"))
# What is asked of all partnerships at once, or of some: see data/views/20_partnership.sql.
_OF_ALL = dict.fromkeys(re.findall(r"create or replace macro (\w+)_now\(in_partnerships\)", _SAID))
_PLAIN = dict.fromkeys(re.findall(r"create or replace view (\w+)_now\b", _SAID))
KEPT = sorted({**_OF_ALL, **_PLAIN})


def stale(store: Store) -> dict[str, int]:
    """The tables that differ from what they should hold, with the number of rows that do."""
    found = {}
    for name in KEPT:
        columns = ", ".join(field[0] for field in store._connection.table(name).description)
        said = f"{name}_now(null)" if name in _OF_ALL else f"{name}_now"
        [(differing,)] = store._connection.execute(
            f"with now_ as (select {columns} from {said}) "  # noqa: S608
            f"select count(*) from ((from now_ except all from {name}) "
            f"union all (from {name} except all from now_))"
        ).fetchall()
        if differing:
            found[name] = differing
    return found
