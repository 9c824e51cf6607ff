"""Documents about one partnership: its health checks, agreements and yearly results."""

from data.documents import Kind, read
from data.store import Reader, Row


def documents_about(store: Reader, kind: Kind, partnership: int) -> list[Row]:
    """The documents of a kind about a partnership (id), the first made first.

    As data.documents.documents gives them: `content` is a `kind.form`.
    """
    return read(kind, store.rows("documents_about", kind=kind.code, partnership=partnership))
