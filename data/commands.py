"""What the commands of `python -m data` do, apart from parsing and printing.

Each returns the one answer that `--json` prints; the Dutch lines for people are made from it.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from data.errors import InputRefused
from data.ingest.columns import ColumnsRefused, HeadersNotFound
from data.ingest.findings import Problem, Remark
from data.ingest.header_rows import filled_rows, likely_header_row, likely_sheet
from data.ingest.partnerships import Preview, load_partnerships, read_partnerships
from data.ingest.register_kinds import RegisterKind
from data.ingest.registers import (
    RegisterPreview,
    load_register,
    read_register,
    refuse_unusable,
)
from data.ingest.rows import NO_LIBRARY
from data.settings import settings
from data.store import Store

Answer = dict[str, Any]
WHO = "opdrachtregel"
_SHOWN = 20
# What a person does on the screen, said for the command line.
_IN_A_TERMINAL = {
    NO_LIBRARY: "Van welke bibliotheek is deze rij? Vul de kolom bibliotheek in, of geef de naam "
    "bij het laden (--library NAAM)."
}
_LARGE = 200_000


def opened(path: Path | None) -> Store:
    """The store at a path, by default that of the settings; made when it does not exist."""
    return Store.open(path or settings().store, settings().threads)


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
        there = rows[likely_header_row(rows)][:_SHOWN]
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


def partnerships_answer(preview: Preview, dry_run: bool) -> Answer:
    new, changed = preview.count("new"), preview.count("changed")
    return {
        "accepted": new + changed,
        "new": new,
        "changed": changed,
        "unchanged": preview.count("unchanged"),
        "rejected": _as_rows(preview.rejected),
        "unknown_columns": list(preview.unknown_columns),
        "remarks": _as_rows(preview.remarks),
        "libraries_new": [asdict(one) for one in preview.libraries_new],
        "partners_new": preview.partners_new,
        "example_removed": preview.example_removed,
        "dry_run": dry_run,
    }


def register(
    kind: RegisterKind,
    file: Path,
    store: Path | None,
    theme: str | None,
    measured: date | None,
    include: list[str] | None = None,
    *,
    replace: bool = False,
) -> Answer:
    """Load a register; `replace` says that most of what is there now may go."""
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
    _refuse_register(preview, replace=replace)
    with opened(store) as there:
        loaded = load_register(there, preview, WHO, measured, replace=replace)
    return {
        "register": preview.register,
        "measure_date": loaded.measure_date.isoformat(),
        "accepted": preview.accepted,
        "new": loaded.new,
        "changed": loaded.changed,
        "unchanged": loaded.unchanged,
        "removed": loaded.removed,
        "rejected": _as_rows(preview.rejected),
        "skipped": preview.skipped,
        "unknown_columns": list(preview.unknown_columns),
        "remarks": _as_rows(preview.remarks),
    }


def _refuse_register(preview: RegisterPreview, *, replace: bool) -> None:
    """Refuse before a store is made, and say which option lets the load go on."""
    option = "Met --replace laadt u het toch." if preview.locations else ""
    if not preview.locations and preview.register == "kinderopvang":
        option = "Met --include kiest u welke soorten opvang tellen."
    try:
        refuse_unusable(preview, replace=replace)
    except InputRefused as error:
        raise InputRefused(error.title, f"{error.advice} {option}".strip()) from error


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


def summary(answer: Answer) -> str:
    """The answer in Dutch, for people: counts, what was not understood, the first bad rows."""
    names = {
        "new": "nieuw",
        "changed": "gewijzigd",
        "unchanged": "ongewijzigd",
        "removed": "niet meer in het register",
    }
    counts = [f"{answer[key]} {name}" for key, name in names.items() if key in answer]
    rejected = answer["rejected"]
    rows = len({one["row"] for one in rejected})
    dry = "Dit zou er gebeuren (er is niets opgeslagen): " if answer.get("dry_run") else ""
    lines = [f"{dry}{', '.join(counts)}; {rows} rijen afgekeurd."]
    for one in answer.get("libraries_new", []):
        served = len(one["gemeenten"])
        lines.append(
            f"Nieuwe bibliotheek: {one['name']}, met {served} gemeenten in het werkgebied."
        )
    if answer.get("example_removed"):
        lines.append("De voorbeeldgegevens maken plaats voor uw eigen gegevens.")
    for reason, times in answer.get("skipped", {}).items():
        lines.append(f"Overgeslagen: {times} rijen ({reason}).")
    if answer["unknown_columns"]:
        lines.append(f"Niet gebruikte kolommen: {', '.join(answer['unknown_columns'])}.")
    lines += [_line(one) + _times(one) for one in answer["remarks"][:_SHOWN]]
    if rejected:
        lines.append("Afgekeurd:")
    lines += [_line(one) for one in rejected[:_SHOWN]]
    if len(rejected) > _SHOWN:
        lines.append(f"  ... en nog {len(rejected) - _SHOWN}. Met --json ziet u ze allemaal.")
    return "\n".join(lines)


def exit_code(answer: Answer) -> int:
    """1 when nothing could be accepted and something was rejected, else 0."""
    used = answer["accepted"] + answer["unchanged"]
    return 1 if answer["rejected"] and not used else 0


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


def as_json(answer: Any) -> str:
    """One JSON object, readable by a person as well."""
    return json.dumps(answer, ensure_ascii=False, indent=1, default=str)


def _as_rows(found: Iterable[Problem | Remark]) -> list[dict[str, Any]]:
    rows = [asdict(one) for one in found]
    for row in rows:
        if row.get("reason") in _IN_A_TERMINAL:
            row["reason"] = _IN_A_TERMINAL[row["reason"]]
    return rows


def _line(one: dict[str, Any]) -> str:
    where = f", kolom {one['column']}" if one["column"] else ""
    value = f" '{one['value']}'" if one["value"] else ""
    return f"  rij {one['row']}{where}{value}: {one.get('reason') or one.get('text')}"


def _times(one: dict[str, Any]) -> str:
    return f" (geldt voor {one['times']} rijen)" if one["times"] > 1 else ""
