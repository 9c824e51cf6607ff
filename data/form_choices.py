"""What the form of a partnership offers; each function runs the query of its name."""

from collections.abc import Sequence

from core.filters import day_number, today
from data.ingest.terms import lists
from data.store import Reader, Row

# More than anybody scrolls through; what is not among them is typed.
MOST = 2_000


def library_partners(store: Reader, library: int) -> list[Row]:
    """The partners that a library works or worked with, by name: id, name, type, gemeente."""
    return store.rows("library_partners", library=library, limit=MOST)


def owners(store: Reader, library: int) -> list[Row]:
    """Who own partnerships of a library (owner), those with most first."""
    return store.rows("owners", library=library, limit=MOST)


def locations_within(store: Reader, themes: Sequence[str], gemeenten: Sequence[str]) -> list[Row]:
    """The locations in the registers of themes: id, name, place, gemeente, register."""
    return store.rows(
        "locations_within", themes=list(themes), gemeenten=list(gemeenten), limit=MOST
    )


def form_goals(store: Reader, library: int | None) -> list[Row]:
    """The goals (goal, label) that count for a library today or later; None: a new one."""
    return store.rows("form_goals", library=library, day=day_number(today()))


def words(store: Reader) -> dict[str, dict[str, str]]:
    """The lists of the store, each as label by code: theme, status, partner_type, form, ..."""
    return {name: terms.labels for name, terms in lists(store.rows).items()}
