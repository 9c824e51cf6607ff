"""A strategy of an example library, built on what the store then knows of it."""

from datetime import date

from core.filters import Filters
from core.strategy import Choice, Strategy
from data.demo.written import write
from data.store import Store
from data.strategies import KIND, goals_known, partners_known, spots_known

_YEARS = 3
_AMBITION = (
    "Over drie jaar kent elk kind op school de bibliotheek, en weet elke volwassene die moeite "
    "heeft met lezen of met de computer wie hem verder helpt. Dat doen we niet alleen."
)
_GOALS = (
    "Hier gebeurt nu het minst, terwijl het beleidsplan er evenveel gewicht aan geeft als aan "
    "lezen. We zoeken eerst wat we met bestaande partners kunnen verbreden."
)
_SPOTS = (
    "De scholen in deze gemeenten hebben nog niets met ons. We beginnen waar de gemeente al "
    "meebetaalt, en werken per schoolbestuur in plaats van per school."
)
_PARTNERS = (
    "Zonder hen lukt het niet: zij gaan over geld of over toegang. Met ieder spreken we één keer "
    "per jaar op bestuurlijk niveau af wat we van elkaar verwachten."
)
# What, who, and in which month of the year after.
_CHOICES = (
    ("Gesprek met de wethouder over een meerjarige opdracht", "Directeur-bestuurder", 2),
    ("Een afspraak per schoolbestuur voorbereiden", "Accountmanager onderwijs", 4),
    ("Kunst en cultuur een plek geven bij bestaande partners", "Programmamaker", 6),
    ("Samenwerkingen zonder eigenaar verdelen of beëindigen", "Manager publiek", 9),
)


def add_example_strategy(store: Store, library: int, today: date) -> None:
    """Write the strategy of this library, three years ahead."""
    filters = Filters(measure_date=today, libraries=(library,))
    goals, spots, partners = (
        tuple(one.key for one in known(store, filters) if one.suggested)
        for known in (goals_known, spots_known, partners_known)
    )
    strategy = Strategy(
        library=library,
        until=today.year + _YEARS,
        ambition=_AMBITION,
        goals=goals,
        goals_words=_GOALS,
        spots=spots,
        spots_words=_SPOTS,
        partners=partners,
        partners_words=_PARTNERS,
        choices=tuple(
            Choice(what=what, owner=who, due=date(today.year + 1, month, 1))
            for what, who, month in _CHOICES
        ),
    )
    with store.recording("voorbeeld") as change:
        write(change, KIND, "Samen verder", strategy)
