"""A small portfolio by hand, for tests: libraries, partners, locations and partnerships."""

from datetime import date
from typing import Any

import pyarrow as pa

from core.names import name_key
from data.derived import Written, derive
from data.record import PARTNERSHIP, reserve_ids, write_partnerships
from data.store import Store

DAY = date(2026, 11, 22)
ZAANSTAD, ALKMAAR, VEENDAM = "GM0479", "GM0361", "GM0047"
_NOTHING: dict[str, Any] = dict.fromkeys(PARTNERSHIP.names)
_LISTS = ("partners", "programmes", "gemeenten", "locations", "contributions")


class Portfolio:
    """Puts one thing after another into a store; everything has a default."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.home = 0

    def ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return self.store._connection.execute(sql, list(values)).fetchall()

    def library(self, name: str = "Bibliotheek", *gemeenten: str) -> int:
        """A library; the first one is that of the partnerships that name none."""
        made = self.ask(
            "insert into library (name, name_key, gemeenten, changed_by) "
            "values (?, ?, ?, 'test') returning id",
            name,
            name_key(name),
            list(gemeenten or (ZAANSTAD,)),
        )
        written = Written()
        written.tables.add("library")
        derive(self.store._connection, written)
        self.home = self.home or made[0][0]
        return int(made[0][0])

    def partner(self, name: str, kind: str | None = None, gemeente: str | None = None) -> int:
        made = self.ask(
            "insert into partner (name, name_key, type, gemeente, changed_by) "
            "values (?, ?, ?, ?, 'test') returning id",
            name,
            name_key(name),
            kind,
            gemeente,
        )
        return int(made[0][0])

    def location(
        self,
        register: str,
        id_: str,
        gemeente: str = ZAANSTAD,
        size: int | None = None,
        *,
        in_register: bool = True,
    ) -> str:
        self.ask(
            "insert into location (register, id, name, gemeente, size, in_register) "
            "values (?, ?, ?, ?, ?, ?)",
            register,
            id_,
            f"Locatie {id_}",
            gemeente,
            size,
            in_register,
        )
        derive(self.store._connection)
        return id_

    def link(self, partner: int, register: str, location: str) -> None:
        self.ask(
            "insert into location_link (partner, register, location, decided_by) "
            "values (?, ?, ?, 'test')",
            partner,
            register,
            location,
        )
        derive(self.store._connection)

    def partnership(self, name: str = "", *, theme: str = "PO", **fields: Any) -> int:
        """A partnership, active since always unless `status` or `history` say otherwise."""
        home = fields.pop("library", None) or self.home or self.library()
        with self.store.change("test", "test") as change:
            [id_] = reserve_ids(change, 1)
            named = name or f"Samenwerking {id_}"
            status = fields.get("status", "actief")
            row = {
                **_NOTHING,
                **{column: [] for column in _LISTS},
                "id": id_,
                "library": home,
                "name": named,
                "name_key": name_key(named),
                "themes": [theme],
                "status": status,
                "history": [{"status": status, "since": None}],
                **fields,
            }
            write_partnerships(change, pa.Table.from_pylist([row], schema=PARTNERSHIP))
        return id_


def steps(*history: tuple[str, date | None]) -> list[dict[str, Any]]:
    """A status history as a partnership holds it."""
    return [{"status": status, "since": since} for status, since in history]


def goals(**values: int) -> list[dict[str, Any]]:
    """Contributions as a partnership holds them."""
    return [
        {"goal": goal, "value": value, "realised": None, "reason": None}
        for goal, value in values.items()
    ]


def two_goals(store: Store) -> Portfolio:
    """Two goals that weigh 60 and 40, three partners, four partnerships in two gemeenten.

    |              | partners      | gemeenten         | hours | budget | A | B |
    |--------------|---------------|-------------------|-------|--------|---|---|
    | Lezen        | School        | Zaanstad          |   100 |  1,000 | 3 | 1 |
    | Samen        | School, Zorg  | Zaanstad, Alkmaar |    60 |        | 2 |   |
    | Meedoen      | Gemeente      | Alkmaar           |    40 |    500 | 0 | 2 |
    | Onbeoordeeld | Gemeente      | Alkmaar           |    50 |        |   |   |
    """
    made = Portfolio(store)
    library = made.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    weigh(made, library, {"A": 60.0, "B": 40.0})
    school, care, town = (made.partner(name) for name in ("School", "Zorg", "Gemeente"))
    made.partnership(
        "Lezen", partners=[school], gemeenten=[ZAANSTAD], hours=100.0, budget=1000.0,
        contributions=goals(A=3, B=1),
    )  # fmt: skip
    made.partnership(
        "Samen", partners=[school, care], gemeenten=[ZAANSTAD, ALKMAAR], hours=60.0,
        contributions=goals(A=2),
    )  # fmt: skip
    made.partnership(
        "Meedoen", partners=[town], gemeenten=[ALKMAAR], hours=40.0, budget=500.0,
        contributions=goals(A=0, B=2),
    )  # fmt: skip
    made.partnership("Onbeoordeeld", partners=[town], gemeenten=[ALKMAAR], hours=50.0)
    return made


def weigh(
    made: Portfolio, library: int, weights: dict[str, float], since: date = date(2020, 1, 1)
) -> None:
    """Give a library goals of its own from a day on."""
    made.ask(
        "update library set goal_sets = list_append(goal_sets, ?) where id = ?",
        {
            "valid_from": since,
            "goals": [
                {"code": code, "label": f"Doel {code}", "weight": weight}
                for code, weight in weights.items()
            ],
        },
        library,
    )
    derive(made.store._connection)
