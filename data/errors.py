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
        "Zet een reservekopie terug, of kies met SAMENWERKING_STORE een ander bestand."
    )


class StoreNewer(StoreError):
    """The file was written by a newer version of this program."""

    title = "Het gegevensbestand is van een nieuwere versie van dit programma"
    advice = "Werk het programma bij, of zet een reservekopie van vóór die versie terug."


class StoreNotWritable(StoreError):
    """The folder or the disk does not take the file."""

    title = "De gegevens kunnen niet worden opgeslagen"
    advice = "Controleer of de map bestaat, of u er mag schrijven en of er schijfruimte is."


class ChangedMeanwhile(StoreError):
    """A change made on an older version of a row."""

    title = "Iemand anders heeft dit intussen gewijzigd"
    advice = "Bekijk de nieuwe versie en voer uw wijziging daarna opnieuw in."


class InputRefused(StoreError):
    """A file or a value that cannot be read at all."""

    title = "Dit bestand kan niet worden gelezen"
    advice = "Sla het op als Excel-werkmap (.xlsx) of als CSV en probeer het opnieuw."


def translated(error: duckdb.Error | OSError) -> StoreError:
    """The error of the driver or the file system as one that a person can act on."""
    text = str(error)
    if "Could not set lock" in text or "already open" in text or "used by another process" in text:
        return StoreInUse()
    if isinstance(error, OSError) or "Permission denied" in text:
        return StoreNotWritable()
    if "No space left" in text or "Read-only file system" in text or "Cannot open file" in text:
        return StoreNotWritable()
    if isinstance(error, duckdb.SerializationException) or "not a valid DuckDB" in text:
        return StoreUnreadable()
    if isinstance(error, duckdb.TransactionException):
        return ChangedMeanwhile()
    if isinstance(error, duckdb.IOException | duckdb.FatalException):
        return StoreUnreadable()
    return StoreError()
