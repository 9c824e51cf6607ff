"""Of which form the store is; also the smallest question that its file has to answer."""

from data.store import Reader


def store_version(store: Reader) -> int:
    """The number of the last migration that the store went through."""
    return int(store.rows("store_version")[0]["version"])
