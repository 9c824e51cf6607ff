"""What people choose from; each function runs the query of its name."""

from data.store import Reader, Row


def libraries(store: Reader) -> list[Row]:
    """Every library: id, name, gemeenten (werkgebied), is_example, version, partnerships."""
    return store.rows("libraries")


def regions(store: Reader) -> list[Row]:
    """Every region: code, name, kind (province or region), province, label."""
    return store.rows("regions")


def gemeenten(store: Reader) -> list[Row]:
    """Every gemeente by name: code, name, province, inhabitants, regions (codes)."""
    return store.rows("gemeenten")


def themes(store: Reader) -> list[Row]:
    """Every theme in order: code, label, theme_group, group_label, population, description."""
    return store.rows("themes")


def statuses(store: Reader) -> list[Row]:
    """Every status in order: code, label, counts_as, description."""
    return store.rows("statuses")


def batches(store: Reader, limit: int = 50) -> list[Row]:
    """The latest changes, newest first: id, made_at (UTC), who, action, rows_changed, undone_by."""
    return store.rows("batches", limit=limit)


def register_loads(store: Reader) -> list[Row]:
    """The loaded registers with their last load.

    register, file_name, measure_date, loaded_at (UTC), loaded_by, in_file (its usable rows) and
    locations (those in the register now).
    """
    return store.rows("register_loads")
