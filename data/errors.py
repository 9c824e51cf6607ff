"""The one family of errors that the store shows to people.

Every error carries a Dutch title and what to do about it; driver errors are translated
here, at the boundary, so that no page and no command ever shows a traceback.
"""

import duckdb


class StoreError(Exception):
    """Something a person can act on: `title` says what happened, `advice` what to do."""

    title = "De gegevens zijn nu niet te gebruiken"
    advice = (
        "Probeer het opnieuw. Blijft dit zo, vraag dan de beheerder om het logboek te bekijken."
    )

    def __init__(self, title: str | None = None, advice: str | None = None) -> None:
        self.title = title or type(self).title
        self.advice = advice or type(self).advice
        # What stands beside it in the log, where there is more to know than is said here.
        self.reference: str | None = None
        super().__init__(f"{self.title}. {self.advice}")


class SettingRefused(StoreError):
    """A setting in the environment that cannot be used."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"De instelling {name} klopt niet",
            f"Verbeter of verwijder deze omgevingsvariabele ({reason}).",
        )


class StoreInUse(StoreError):
    """Another process holds the file."""

    title = "De gegevens zijn in gebruik door een ander programma"
    advice = (
        "Sluit de app of de opdracht die dit bestand open heeft en probeer het opnieuw. "
        "Er kan maar één programma tegelijk in de gegevens werken."
    )


class StoreUnreadable(StoreError):
    """The file is no store, or it is damaged."""

    title = "Het gegevensbestand is niet leesbaar"
    advice = (
        "Het bestand is beschadigd of is geen gegevensbestand van dit programma. "
        "Zet een back-up terug met: python -m data restore. Of kies met SAMENWERKING_STORE een "
        "ander bestand."
    )


class NoStore(StoreUnreadable):
    """What is in the file is of another kind."""


class StoreNewer(StoreError):
    """The file was written by a newer version of this program."""

    title = "Het gegevensbestand is van een nieuwere versie van dit programma"
    advice = (
        "Er is niets gewijzigd. Werk het programma bij, of zet een back-up van vóór die versie "
        "terug: python -m data restore --list toont ze."
    )


class MigrationFailed(StoreError):
    """A migration cannot be applied to what is in the store."""

    title = "De gegevens konden niet worden bijgewerkt naar deze versie van het programma"
    advice = (
        "Er is niets gewijzigd: alles staat er nog zoals het was. Gebruik voorlopig de vorige "
        "versie van het programma en vraag de beheerder het logboek op te sturen."
    )


class StoreNotWritable(StoreError):
    """The folder or the disk does not take the file."""

    title = "De gegevens kunnen niet worden opgeslagen"
    advice = (
        "Wat al was opgeslagen, is bewaard. Controleer of de map van het gegevensbestand bestaat "
        "en of u daar mag schrijven."
    )


class DiskFull(StoreNotWritable):
    """There is no room for what is to be written."""

    title = "De schijf is vol"
    advice = (
        "Wat al was opgeslagen, is bewaard; uw laatste wijziging niet. Maak ruimte op de schijf en "
        "probeer het opnieuw."
    )


class ChangedMeanwhile(StoreError):
    """A change made on an older version of a row."""

    title = "Iemand anders heeft dit intussen gewijzigd"
    advice = "Bekijk de nieuwe versie en voer uw wijziging daarna opnieuw in."


class InputRefused(StoreError):
    """A file or a value that cannot be read at all."""

    title = "Dit bestand kan niet worden gelezen"
    advice = "Sla het op als Excel-werkmap (.xlsx) of als CSV en probeer het opnieuw."


_DAMAGED = ("not a valid DuckDB", "Corrupt database file", "does not match stored checksum")
_FULL = ("No space left", "File too large", "Disk quota exceeded", "not enough space")
_NOT_WRITABLE = ("Permission denied", "Read-only file system", "Cannot open file", "read-only mode")


def translated(error: duckdb.Error | OSError) -> StoreError:
    """The error of the driver or the file system as one that a person can act on."""
    text = str(error)
    if "Could not set lock" in text or "already open" in text or "used by another process" in text:
        return StoreInUse()
    if any(said in text for said in _FULL):
        return DiskFull()
    if isinstance(error, OSError) or any(said in text for said in _NOT_WRITABLE):
        return StoreNotWritable()
    if isinstance(error, duckdb.SerializationException) or any(said in text for said in _DAMAGED):
        return StoreUnreadable()
    if isinstance(error, duckdb.TransactionException):
        return ChangedMeanwhile()
    if isinstance(error, duckdb.IOException | duckdb.FatalException):
        return StoreUnreadable()
    return StoreError()
