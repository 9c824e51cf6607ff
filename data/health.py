"""Health checks of a partnership: documents, versioned, in the change log."""

from core.health import HealthCheck
from core.wording import short_date
from data import documents
from data.documents_about import documents_about
from data.store import Reader, Row, Store

KIND = documents.Kind("health_check", "gezondheidscheck", HealthCheck, shared_names=True)


def health_checks(store: Reader, partnership: int) -> list[Row]:
    """The checks of a partnership (id), newest first, as data.documents has them."""
    found = documents_about(store, KIND, partnership)
    return sorted(found, key=lambda row: (row["content"].checked_on, row["id"]), reverse=True)


def add_health_check(store: Store, check: HealthCheck, who: str) -> tuple[int, int]:
    """A new check: see data.documents.make."""
    return documents.make(store, KIND, _name(check), check, who)


def change_health_check(store: Store, id: int, version: int, check: HealthCheck, who: str) -> int:
    """Write a check anew: see data.documents.rewrite."""
    return documents.rewrite(store, KIND, id, version, _name(check), check, who)


def remove_health_check(store: Store, id: int, version: int, who: str) -> int:
    """Take a check away: see data.documents.remove."""
    return documents.remove(store, KIND, id, version, who)


def _name(check: HealthCheck) -> str:
    return f"van {short_date(check.checked_on)}"
