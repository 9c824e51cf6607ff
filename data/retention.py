"""How long the change log says who did something: so many months, then "onbekend".

What was done stays, and so does undoing it. The log that the process writes (stderr) holds no
names at all (data/log.py).
"""

import json
import logging
import threading
from datetime import UTC, datetime

from core.personal_data import UNKNOWN
from data.store import Store

DAY_SECONDS = 24 * 3600.0
LOG = logging.getLogger(__name__)


def forget_names(store: Store, months: int, now: datetime | None = None) -> int:
    """Take out who made each batch older than so many months; return how many there were."""
    moment = now or datetime.now(UTC).replace(tzinfo=None)
    found = names_to_forget(store, months, moment)
    if found:
        given = {"now": moment, "months": months, "unknown": UNKNOWN}
        patch = json.dumps({"changed_by": UNKNOWN})
        with store.change(UNKNOWN, f"namen in het logboek vergeten na {months} maanden") as change:
            change.run("forget_names_in_changes", **given, patch=patch)
            change.run("forget_names", **given)
    return found


def names_to_forget(store: Store, months: int, now: datetime) -> int:
    """In how many batches older than so many months a name stands."""
    [row] = store.rows("names_to_forget", now=now, months=months, unknown=UNKNOWN)
    return int(row["batches"])


def keep_forgetting(store: Store, months: int) -> None:
    """Do so now and every day, beside what else happens, as long as the process lives."""
    try:
        forget_names(store, months)
    except Exception as error:
        LOG.warning("names stay in the log until tomorrow", exc_info=error)
    timer = threading.Timer(DAY_SECONDS, keep_forgetting, [store, months])
    timer.daemon = True
    timer.start()
