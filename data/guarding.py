"""When backups are made by themselves: at the start, as often as is set, and before much changes.

A backup that fails stops nothing: it is remembered, so that the app can say so, and in the log.
"""

import logging
import threading
import time
from datetime import UTC, datetime, timedelta

from data.backup import Backup, BackupFailed, Progress, Reason, last_good, make
from data.errors import StoreError
from data.store import Store

# So often is looked whether a backup is due; a computer that slept makes it soon after.
LOOK_SECONDS = 600.0
# Before a change of much none is made when one was made so shortly ago.
FRESH_SECONDS = 600.0
# A clock is put right by minutes now and then; what is later than this was put back.
SLACK = timedelta(minutes=10)
LOG = logging.getLogger(__name__)


class Guard:
    """Makes the backups of an open store; with `hours` 0 only those that somebody asks for."""

    def __init__(self, store: Store, hours: float) -> None:
        self.store = store
        self.hours = hours
        self.last: Backup | None = last_good(store.path) if store.path else None
        self.failure: StoreError | None = None
        self._making = threading.RLock()
        self._made: float | None = None
        self._begun = time.monotonic()
        self._timer: threading.Timer | None = None

    def start(self) -> None:
        """Begin: one backup now, beside what else happens, and more when they are due."""
        if self.hours and self.store.path is not None:
            self.store.before_much = self.before_much
            self._later(0, "start")

    def stop(self) -> None:
        """Make no more by itself."""
        self.hours = 0
        if self._timer is not None:
            self._timer.cancel()

    def make(self, reason: Reason, progress: Progress | None = None) -> Backup:
        """Make one now; raises StoreError, and remembers that."""
        if self.store.path is None:
            raise BackupFailed(None, "Deze gegevens staan niet in een bestand.")
        with self._making:
            try:
                with self.store.cursor() as cursor:
                    cursor.execute("begin")
                    self.last = make(cursor, self.store.path, reason, progress)
            except StoreError as error:
                self.failure = error
                raise
            except Exception as error:
                self.failure = BackupFailed()
                raise self.failure from error
            self.failure, self._made = None, time.monotonic()
            LOG.info("backup %s: %s", self.last.manifest.number, reason)
            return self.last

    def before_much(self) -> None:
        """Make one unless there is a fresh one; what was going to be done goes on in any case."""
        with self._making:  # one that is being made counts
            if self.hours and not self._is_younger(FRESH_SECONDS):
                self._try("much")

    def is_due(self, now: datetime | None = None) -> bool:
        """Whether there is no backup young enough, by the clock and by the time that passed.

        One from the future was made before the clock was put back: nobody knows how old it is.
        """
        if self.last is None:
            return True
        if self._is_younger(self.hours * 3600):
            return False
        age = _since(self.last, now)
        return self._made is not None or not -SLACK < age < timedelta(hours=self.hours)

    @property
    def is_late(self) -> bool:
        """Whether no good backup was made for twice as long as is set, or none at all that long."""
        if not self.hours or self._is_younger(2 * self.hours * 3600):
            return False
        if self.last is None:
            return time.monotonic() - self._begun > 2 * self.hours * 3600
        return _since(self.last) > 2 * timedelta(hours=self.hours)

    def _is_younger(self, seconds: float) -> bool:
        return self._made is not None and time.monotonic() - self._made < seconds

    def _try(self, reason: Reason) -> None:
        try:
            self.make(reason)
        except StoreError as error:
            LOG.error("no backup (%s): %s", reason, error)

    def _later(self, seconds: float, reason: Reason) -> None:
        self._timer = threading.Timer(seconds, self._look, [reason])
        self._timer.daemon = True
        self._timer.start()

    def _look(self, reason: Reason) -> None:
        if not self.hours:
            return
        try:
            if reason == "start" or self.is_due():
                self._try(reason)
        finally:  # whatever it was: the next may go well
            self._later(LOOK_SECONDS, "daily")


def is_ahead(moment: datetime) -> bool:
    """Whether a moment (UTC) that was written down is still to come: the clock was put back."""
    return moment - datetime.now(UTC).replace(tzinfo=None) > SLACK


def _since(backup: Backup, now: datetime | None = None) -> timedelta:
    """How long ago it was made, by the clock; negative where that was put back since."""
    return (now or datetime.now(UTC)).replace(tzinfo=None) - backup.manifest.made_at
