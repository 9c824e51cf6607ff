"""Changing a library: its name and the gemeenten it serves."""

from core.names import name_key
from data.errors import ChangedMeanwhile, InputRefused
from data.store import Store


def change_library(
    store: Store, library: int, version: int, name: str, gemeenten: list[str], who: str
) -> int:
    """Give a library another name or werkgebied (GM codes); return the batch.

    Raises ChangedMeanwhile when someone changed it since `version`, and InputRefused for a name
    that is empty or taken.
    """
    title = " ".join(name.split())
    if not name_key(title) or len(title) > 200:
        raise InputRefused("De naam ontbreekt of is te lang", "Gebruik 1 tot 200 tekens.")
    others = {row["name_key"] for row in store.rows("known_libraries") if row["id"] != library}
    if name_key(title) in others:
        raise InputRefused("Deze naam is al in gebruik", "Kies een andere naam.")
    with store.change(who, f"bibliotheek {title} gewijzigd") as change:
        change.run("log_library_before", ids=[library])
        changed = change.run(
            "change_library",
            id=library,
            version=version,
            name=title,
            name_key=name_key(title),
            gemeenten=sorted(gemeenten),
        )
        if not changed:
            raise ChangedMeanwhile
        change.run("log_library_after", ids=[library])
        return change.batch
