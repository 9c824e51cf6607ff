"""Loading a register as its preview promised, in one transaction that can be undone."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from core.filters import today
from core.wording import enumerated, long_date, number
from data.errors import ChangedMeanwhile, InputRefused
from data.ingest.gemeenten import Read
from data.ingest.registers import RegisterPreview, compared_again
from data.store import Change, Store

# Open data on schools and childcare is younger.
FIRST_REGISTER_DATE = date(2000, 1, 1)
_LOCATION = pa.schema(
    [(name, pa.string()) for name in ("register", "id", "name", "gemeente", "place", "kind")]
    + [("size", pa.int32())]
)


@dataclass(frozen=True)
class RegisterLoaded:
    """What a load did; without any difference there is no batch."""

    batch: int | None
    register: str
    measure_date: date
    new: int
    changed: int
    unchanged: int
    removed: int


def refuse_unusable(preview: RegisterPreview, *, replace: bool) -> None:
    """Refuse a file without one usable row, and one that empties the register unasked."""
    if not preview.locations:
        raise InputRefused(
            "Uit dit bestand kan geen enkele locatie worden overgenomen", _why_nothing(preview)
        )
    if preview.removes_most and not replace:
        raise InputRefused(
            f"Met dit bestand vervallen {number(len(preview.removed))} van de "
            f"{number(preview.present)} locaties in het register {preview.register}",
            "Dat is meer dan de helft. Controleer of dit het juiste bestand is en bevestig dat "
            "deze locaties mogen vervallen. Er is niets gewijzigd.",
        )


def _why_nothing(preview: RegisterPreview) -> str:
    left_out = [f"{number(times)} overgeslagen ({why})" for why, times in preview.skipped.items()]
    if preview.rejected:
        rows, first = len({one.row for one in preview.rejected}), preview.rejected[0]
        left_out.append(
            f"{number(rows)} afgekeurd (rij {first.row}, kolom {first.column}: {first.reason})"
        )
    found = f"Van de rijen zijn er {enumerated(left_out)}. " if left_out else ""
    return f"{found}Controleer of dit het juiste bestand is. Er is niets gewijzigd."


def refuse_measure_date(measured: date) -> None:
    """Refuse a day for which no register can hold."""
    if measured > today():
        raise InputRefused(
            f"De peildatum {long_date(measured)} ligt in de toekomst",
            "Geef de dag waarvoor de gegevens in het bestand gelden: vandaag of eerder.",
        )
    if measured < FIRST_REGISTER_DATE:
        raise InputRefused(
            f"De peildatum {long_date(measured)} kan niet kloppen",
            f"Geef een dag vanaf {long_date(FIRST_REGISTER_DATE)}.",
        )


def load_register(
    store: Store,
    preview: RegisterPreview,
    who: str,
    measure_date: date | None = None,
    *,
    replace: bool = False,
) -> RegisterLoaded:
    """Write what the preview promised, in one transaction; `measure_date` is today by default.

    Raises InputRefused when there is nothing to load, for a date that cannot be right, and when
    more than half of the register would go unless `replace` says that this is meant;
    ChangedMeanwhile when the register is no longer as the preview saw it.
    """
    refuse_unusable(preview, replace=replace)
    measured = measure_date or today()
    refuse_measure_date(measured)
    counts = (len(preview.new), len(preview.changed), preview.unchanged, len(preview.removed))
    if preview.is_loaded(measured):
        _refuse_changed(store.rows, preview)
        return RegisterLoaded(None, preview.register, measured, *counts)
    store.before_much()
    with store.change(who, f"register {preview.register} {preview.file_name}") as change:
        _refuse_changed(change.run, preview)
        _write(change, preview)
        [made] = change.run(
            "insert_register_load",
            register=preview.register,
            file_name=preview.file_name,
            measure_date=measured,
            locations=preview.locations,
        )
        change.run("log_register_load", id=made["id"])
        return RegisterLoaded(change.batch, preview.register, measured, *counts)


def _refuse_changed(read: Read, preview: RegisterPreview) -> None:
    if compared_again(read, preview) != preview:
        raise ChangedMeanwhile(
            advice=f"Het register {preview.register} is gewijzigd nadat dit bestand werd bekeken. "
            "Lees het bestand opnieuw in en bekijk wat er verandert."
        )


def _write(change: Change, preview: RegisterPreview) -> None:
    rows = [
        {"register": preview.register, **{name: getattr(one, name) for name in _LOCATION.names[1:]}}
        for one in (*preview.new, *preview.changed)
    ]
    change.offer("incoming_locations", pa.Table.from_pylist(rows, schema=_LOCATION))
    touched: dict[str, Any] = {"register": preview.register, "leaving": list(preview.removed)}
    change.run("log_locations_before", **touched)
    there = preview.table.index
    change.run(
        "write_locations",
        has_place="plaats" in there,
        has_kind="type" in there,
        has_size="omvang" in there,
    )
    change.run("leave_register", **touched)
    change.run("log_locations_after", **touched)
