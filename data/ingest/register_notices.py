"""What a person must know before a register is loaded: what leaves, stays or goes back."""

from datetime import date

from core.wording import counted, enumerated, long_date, number
from data.ingest.registers import RegisterPreview

_KEPT = {
    "plaats": "plaatsnamen",
    "type": "soorten",
    "omvang": "aantallen leerlingen of plaatsen",
}


def notices(preview: RegisterPreview, measured: date) -> tuple[str, ...]:
    """What loading this file, with this measure date, does that one might not expect."""
    return tuple(filter(None, (_leaving(preview), *_kept(preview), going_back(preview, measured))))


def _leaving(preview: RegisterPreview) -> str:
    leaving = preview.removed_rejected
    if not leaving:
        return ""
    if len(leaving) == 1:
        return (
            "1 locatie die nu in het register staat, vervalt doordat de rij in dit bestand is "
            f"afgekeurd: {leaving[0]}. Verbeter die rij eerst als deze locatie moet blijven."
        )
    return (
        f"{number(len(leaving))} locaties die nu in het register staan, vervallen doordat hun rij "
        f"in dit bestand is afgekeurd: {enumerated(leaving)}. Verbeter die rijen eerst als deze "
        "locaties moeten blijven."
    )


def _kept(preview: RegisterPreview) -> list[str]:
    return [
        f"Dit bestand heeft geen kolom '{column}'; de {_KEPT[column]} van de vorige lading blijven "
        f"staan (bij {counted(times, 'locatie', 'locaties')})."
        for column, times in preview.kept.items()
    ]


def going_back(preview: RegisterPreview, measured: date) -> str:
    """That the register would go back to before the last load; empty when it would not.

    The same locations with an older date take nothing back: a date may be mended.
    """
    last = preview.last_load
    if preview.same_locations or last is None or measured >= last["measure_date"]:
        return ""
    return (
        f"De peildatum {long_date(measured)} ligt vóór die van wat nu geladen is "
        f"({last['file_name']}, peildatum {long_date(last['measure_date'])}, "
        f"{number(preview.present)} locaties). Met dit bestand gaat het register "
        f"{preview.register} terug in de tijd. Klopt dat niet, geef dan een andere peildatum of "
        "kies het nieuwste bestand."
    )
