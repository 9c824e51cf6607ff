"""Two libraries in one store: `ours`, and another of which everything holds the word of marked."""

from dataclasses import dataclass

from core.access import Rights, Role
from data import sessions
from data.limited import LimitedStore
from data.store import Store
from tests.marked import Marked, marked
from tests.portfolio import ZAANSTAD, Portfolio


@dataclass(frozen=True)
class Both:
    """Ids: our library, its partnership and partner, a partner of both; their session."""

    ours: int
    theirs: int
    partnership: int
    partner: int
    shared: int
    session: int
    marked: Marked


def two_libraries(store: Store) -> Both:
    """Fill an empty store with the marked library, and with one of ours.

    Registers are for everybody, so they do not hold the word.
    """
    found = marked(store)
    made = Portfolio(store)
    made.ask("update location set name = 'School ' || id, place = 'Zaandam', kind = 'bo'")
    made.ask("update register_load set file_name = 'po.csv', loaded_by = 'beheer'")
    [(theirs,)] = made.ask("select id from library")
    # What is meant for everybody was not made by who sees everything, but by them.
    made.ask("update document set libraries = [?] where libraries is null or len(libraries) = 0",
             theirs)  # fmt: skip
    made.ask("update batch set libraries = [?]", theirs)
    ours = made.library("Bibliotheek Waterland", ZAANSTAD)
    partner = made.partner("Basisschool Zonnewijzer", "basisschool", ZAANSTAD)
    shared = made.partner("Gemeente Zaanstad", "gemeente", ZAANSTAD)
    made.home = ours
    partnership = made.partnership("Voorleesuur", partners=[partner, shared], library=ours)
    made.partnership("Taalhuis met Kwarts", partners=[shared], library=theirs)
    session = sessions.open_session(store, found.consideration, "test")["id"]
    return Both(ours, theirs, partnership, partner, shared, session, found)


def seen_by(store: Store, *libraries: int, role: Role = Role.EDITOR) -> LimitedStore:
    """The store as somebody with this role uses it who sees these libraries."""
    return LimitedStore(store, Rights(f"{role.value}@voorbeeld.nl", role, frozenset(libraries)))
