"""What the commands of `python -m data` do, apart from parsing and printing.

Each returns the one answer that `--json` prints (see `data.answers`).
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import cast

from data.answers import Answer, partnerships_answer, register_answer
from data.errors import InputRefused
from data.guarding import Guard
from data.ingest.columns import ColumnsRefused, HeadersNotFound
from data.ingest.header_rows import filled_rows, likely_header_row, likely_sheet
from data.ingest.partnerships import load_partnerships, read_partnerships
from data.ingest.register_kinds import WHAT, RegisterKind
from data.ingest.register_notices import going_back
from data.ingest.register_writing import load_register, refuse_unusable
from data.ingest.registers import RegisterPreview, read_register
from data.settings import settings
from data.store import Store
from data.typed_options import filled, measure_date, one_of

WHO = "opdrachtregel"
KINDS = {**WHAT, "generic": "een andere lijst, bijvoorbeeld wijken"}
_HEADERS = 20
_LARGE = 200_000


def opened(path: Path | None) -> Store:
    """The store at a path, by default that of the settings; made when it does not exist."""
    place = path or settings().store
    is_new = not place.exists()
    made = Store.open(place, settings().threads)
    if not is_new:
        made.before_much = Guard(made, settings().backup_hours).before_much
    return made


def readable(path: Path | None) -> Store:
    """The store, or an empty one in memory: a file is judged before a store is made for it."""
    return opened(path) if (path or settings().store).exists() else Store.open(None)


def content_of(file: Path) -> bytes:
    """The bytes of a file, or a refusal that names it."""
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise InputRefused(
            f"Het bestand {file} bestaat niet", "Controleer de map en de naam."
        ) from error
    except OSError as error:
        raise InputRefused(
            f"Het bestand {file} kan niet worden gelezen", "Is het een bestand, en mag u het lezen?"
        ) from error


def load(file: Path, store: Path | None, library: str | None, dry_run: bool) -> Answer:
    """Load a spreadsheet of partnerships, or with `dry_run` only say what it would do."""
    filled("--library", library)
    content = content_of(file)
    with readable(store) as there, _renaming_advised():
        preview = read_partnerships(
            there, content, file.name, library=library, progress=bar(len(content))
        )
    if not dry_run:
        with opened(store) as there:
            load_partnerships(there, preview, WHO)
    return partnerships_answer(preview, dry_run)


@contextmanager
def _renaming_advised() -> Iterator[None]:
    """Say how to rename headers that are not known; on the screen one points at them."""
    try:
        yield
    except HeadersNotFound as error:
        rows = filled_rows(likely_sheet(error.sheets.sheets))
        there = rows[likely_header_row(rows)][:_HEADERS]
        raise InputRefused(
            error.title,
            f"{error.advice} Nu staat er: {', '.join(there)}. Hernoem de koppen in het bestand, "
            f"bijvoorbeeld '{there[0]}' in 'naam'.",
        ) from error
    except ColumnsRefused as error:
        if not error.table.missing or not error.table.unknown:
            raise
        raise InputRefused(
            error.title,
            f"{error.advice} Hernoem daarvoor een kop in het bestand, bijvoorbeeld "
            f"'{error.table.unknown[0]}' in '{error.table.missing[0]}'.",
        ) from error


def register(
    typed_kind: str,
    file: Path,
    store: Path | None,
    theme: str | None,
    typed_date: str | None,
    include: list[str] | None = None,
    *,
    replace: bool = False,
    dry_run: bool = False,
) -> Answer:
    """Load a register, or with `dry_run` only say what that would do.

    `replace` says that most of what is there now may go, or make place for something older.
    """
    kind = cast(RegisterKind, one_of("Het register", typed_kind, KINDS))
    measured = measure_date(typed_date)
    filled("--theme", theme)
    content = content_of(file)
    with readable(store) as there:
        preview = read_register(
            there,
            kind,
            content,
            file.name,
            theme=theme,
            include=include,
            progress=bar(len(content)),
        )
    _refuse_register(preview, measured, replace=replace or dry_run)
    if not dry_run:
        with opened(store) as there:
            load_register(there, preview, WHO, measured, replace=replace)
    return register_answer(preview, measured, dry_run)


def _refuse_register(preview: RegisterPreview, measured: date, *, replace: bool) -> None:
    """Refuse before a store is made, and say which option lets the load go on.

    On the screen a person reads what is going to happen before confirming it; here the option
    is the confirmation.
    """
    option = "Met --replace laadt u het toch." if preview.locations else ""
    if not preview.locations and preview.register == "kinderopvang":
        option = "Met --include kiest u welke soorten opvang tellen."
    try:
        refuse_unusable(preview, replace=replace)
    except InputRefused as error:
        raise InputRefused(error.title, f"{error.advice} {option}".strip()) from error
    back = going_back(preview, measured)
    if back and not replace:
        raise InputRefused(
            "Dit bestand is ouder dan wat nu geladen is", f"{back} {option} Er is niets gewijzigd."
        )


def init(store: Path | None, example: bool) -> tuple[Path, bool]:
    """Make a store, with the example portfolio if asked; say where, and whether it was made."""
    path = store or settings().store
    if path.exists():
        return path, False
    with opened(path) as made:
        if example:
            from data.demo.generate import add_example

            add_example(made)
    return path, True


def bar(size: int) -> Callable[[float], None] | None:
    """A progress bar on stderr for a large file, when a person is looking."""
    if size < _LARGE or not sys.stderr.isatty():
        return None

    def show(share: float) -> None:
        done = round(30 * share)
        end = "\n" if share >= 1 else ""
        sys.stderr.write(f"\rLezen [{'#' * done}{'.' * (30 - done)}] {share:4.0%}{end}")
        sys.stderr.flush()

    return show
