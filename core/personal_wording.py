"""What is said of somebody's personal data, in Dutch."""

from core.wording import counted, number

CONFIRM = "WISSEN"
BEFORE = (
    "Wissen kan **niet ongedaan** worden gemaakt. Waar deze persoon staat, komt “gewist” te staan, "
    "ook in het logboek en bij eerdere versies, zodat een wijziging ongedaan maken de naam niet "
    "terugbrengt. Een contactpersoon verliest alle gegevens, een account de toegang. Scores en "
    "cijfers blijven gelijk."
)
BACKUPS = (
    "Back-ups van vóór nu bevatten deze persoon nog, tot ze door nieuwe zijn vervangen: hoogstens "
    "een jaar als er geregeld back-ups worden gemaakt. Zet u er een terug, dan zegt het programma "
    "hoe vaak er daarna is gewist; doe dat dan opnieuw. Wis ook kopieën en eerder gedownloade "
    "bestanden."
)


def finding(now: int, logged: int, texts: int) -> str:
    """How often somebody was found, in one or two sentences (Markdown)."""
    if not now and not logged:
        return "Er is **niets gevonden**. Probeer ook een andere schrijfwijze, of alleen de naam."
    found = f"**{counted(now, 'keer', 'keer')}** gevonden in wat er nu staat"
    found += f", en {counted(logged, 'keer', 'keer')} in het logboek." if logged else "."
    if texts:
        found += (
            f" Daaronder {'is' if texts == 1 else 'zijn'} **{counted(texts, 'tekst', 'teksten')}** "
            "waarvan u zelf beoordeelt of het om deze persoon gaat."
        )
    return found


def erased(rows: int, texts_left: int) -> str:
    """What was erased, and what was left (Markdown)."""
    done = f"Gewist in {counted(rows, 'rij', 'rijen')}."
    if texts_left:
        done += f" In {counted(texts_left, 'tekst', 'teksten')} staat de naam nog: die koos u niet."
    return f"{done} {BACKUPS}"


def erased_after_backup(times: int) -> str:
    """What is said when a backup is put back that is older than erasures."""
    return (
        f"Na deze back-up zijn {number(times)} keer persoonsgegevens gewist; die staan er weer in. "
        "Wis ze opnieuw (Gegevens, Persoonsgegevens)."
        if times > 1
        else "Na deze back-up zijn persoonsgegevens van iemand gewist; die staan er weer in. Wis "
        "ze opnieuw (Gegevens, Persoonsgegevens)."
    )
