"""What a command answers: one object for `--json`, and Dutch lines for people made from it.

Problems, remarks and libraries stay what they are; they become rows where JSON is written.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from core.wording import counted, short_date
from data.ingest.findings import Mistake, Problem, Remark, mistakes
from data.ingest.partnerships import NewLibrary, Preview
from data.ingest.register_notices import notices
from data.ingest.registers import RegisterPreview
from data.ingest.rows import NO_LIBRARY

Answer = dict[str, Any]
_SHOWN = 20
# What a person does on the screen, said for the command line.
_IN_A_TERMINAL = {
    NO_LIBRARY: "Van welke bibliotheek is deze rij? Vul de kolom bibliotheek in, of geef de naam "
    "bij het laden (--library NAAM)."
}


def partnerships_answer(preview: Preview, dry_run: bool) -> Answer:
    new, changed = preview.count("new"), preview.count("changed")
    return {
        "accepted": new + changed,
        "new": new,
        "changed": changed,
        "unchanged": preview.count("unchanged"),
        "rejected": _in_a_terminal(preview.rejected),
        "unknown_columns": list(preview.unknown_columns),
        "remarks": preview.remarks,
        "libraries_new": preview.libraries_new,
        "partners_new": preview.partners_new,
        "example_removed": preview.example_removed,
        "dry_run": dry_run,
    }


def register_answer(preview: RegisterPreview, measured: date, dry_run: bool) -> Answer:
    return {
        "register": preview.register,
        "measure_date": measured,
        "accepted": preview.accepted,
        "new": len(preview.new),
        "changed": len(preview.changed),
        "unchanged": preview.unchanged,
        "removed": len(preview.removed),
        "removed_rejected": len(preview.removed_rejected),
        "notices": list(notices(preview, measured)),
        "rejected": _in_a_terminal(preview.rejected),
        "skipped": preview.skipped,
        "unknown_columns": list(preview.unknown_columns),
        "remarks": preview.remarks,
        "dry_run": dry_run,
    }


def summary(answer: Answer) -> str:
    """The answer in Dutch, for people: counts, what was not understood, the first bad rows."""
    names = {
        "new": "nieuw",
        "changed": "gewijzigd",
        "unchanged": "ongewijzigd",
        "removed": "niet meer in het register",
    }
    counts = [f"{answer[key]} {name}" for key, name in names.items() if key in answer]
    rows = len({one.row for one in answer["rejected"]})
    dry = "Dit zou er gebeuren (er is niets opgeslagen): " if answer.get("dry_run") else ""
    lines = [f"{dry}{', '.join(counts)}; {rows} rijen afgekeurd."]
    if "measure_date" in answer:
        lines.append(
            f"Peildatum {short_date(answer['measure_date'])}; een andere geeft u met --peildatum."
        )
    lines += [f"Let op: {notice}" for notice in answer.get("notices", [])]
    for one in answer.get("libraries_new", []):
        served = len(one.gemeenten)
        lines.append(
            f"Nieuwe bibliotheek: {one.name}, met {counted(served, 'gemeente', 'gemeenten')} in "
            "het werkgebied."
        )
    if answer.get("example_removed"):
        lines.append("De voorbeeldgegevens maken plaats voor uw eigen gegevens.")
    for reason, times in answer.get("skipped", {}).items():
        lines.append(f"Overgeslagen: {times} rijen ({reason}).")
    if answer["unknown_columns"]:
        lines.append(f"Niet gebruikte kolommen: {', '.join(answer['unknown_columns'])}.")
    remarks: tuple[Remark, ...] = answer["remarks"]
    lines += [f"{_line(one.row, one, one.text)}{_times(one)}" for one in remarks[:_SHOWN]]
    lines += _more(len(remarks), "opmerking", "opmerkingen")
    return "\n".join([*lines, *_rejected(answer["rejected"])])


def _rejected(problems: Iterable[Problem]) -> list[str]:
    """Each mistake once, with the rows that have it."""
    found = mistakes(problems)
    lines = [_line(one.where, one, one.reason) for one in found[:_SHOWN]]
    more = _more(len(found), "soort fout", "soorten fouten")
    return ["Afgekeurd:", *lines, *more] if found else []


def _more(count: int, one: str, many: str) -> list[str]:
    left = count - _SHOWN
    return [f"  ... en nog {counted(left, one, many)}. Met --json ziet u alles."] * (left > 0)


def exit_code(answer: Answer) -> int:
    """1 when nothing could be accepted and something was rejected, else 0."""
    used = answer["accepted"] + answer["unchanged"]
    return 1 if answer["rejected"] and not used else 0


def as_json(answer: Any) -> str:
    """One JSON object, readable by a person as well."""
    return json.dumps(answer, ensure_ascii=False, indent=1, default=_jsonable)


def _jsonable(one: object) -> object:
    return asdict(one) if isinstance(one, Problem | Remark | NewLibrary) else str(one)


def _in_a_terminal(found: Iterable[Problem]) -> list[Problem]:
    return [replace(one, reason=_IN_A_TERMINAL.get(one.reason, one.reason)) for one in found]


def _line(rows: int | str, one: Mistake | Remark, text: str) -> str:
    where = f", kolom {one.column}" if one.column else ""
    value = f" '{one.value}'" if one.value else ""
    return f"  rij {rows}{where}{value}: {text}"


def _times(one: Remark) -> str:
    return f" (geldt voor {one.times} rijen)" if one.times > 1 else ""
