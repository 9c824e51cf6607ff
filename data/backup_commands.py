"""The commands `backup`, `restore` and `check`: what they do, say and end with."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from core.personal_wording import erased_after_backup
from core.wording import local_moment, number
from data.answers import as_json
from data.backup import REASONS, Backup, backups, folder_of, not_whole
from data.checking import findings
from data.command_options import StoreFile
from data.erased_before import erased_since
from data.errors import InputRefused, StoreError, StoreInUse
from data.extract import existing
from data.guarding import Guard
from data.restoring import chosen
from data.restoring import restore as put_back
from data.settings import settings
from data.store import Store

AsJson = Annotated[bool, typer.Option("--json", help="Antwoord als een JSON-object.")]
_IN_THE_APP = "Draait de app, maak de back-up dan daar: Gegevens, Back-ups."


def backup(store: StoreFile = None, json: AsJson = False) -> None:
    """Maak nu een back-up en lees die na."""
    try:
        with Store.open(existing(store), settings().threads) as opened:
            made = Guard(opened, 0).make("hand")
    except StoreInUse as error:
        refuse(StoreInUse(None, f"{_IN_THE_APP} {error.advice}"), json)
    except StoreError as error:
        refuse(error, json)
    answer = _described(made)
    typer.echo(
        as_json(answer)
        if json
        else f"Gemaakt en nagelezen: {made.described()}, {_size(made)}, in {made.folder}."
    )


def restore(
    which: Annotated[
        str | None,
        typer.Argument(
            metavar="[BACK-UP]", help="Nummer of map van de back-up; standaard de laatste goede."
        ),
    ] = None,
    store: StoreFile = None,
    show: Annotated[
        bool, typer.Option("--list", "--lijst", help="Toon welke back-ups er zijn.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Zet een back-up terug; wat er stond, blijft ernaast bewaard."""
    try:
        path = (store or settings().store).expanduser().resolve()
        if show:
            _list(path, json)
            return
        found = chosen(path, which)
        done = put_back(path, found)
    except StoreError as error:
        refuse(error, json)
    wrong, times = [*_passed_over(path, found, which), *done.wrong], None
    try:
        times = erased_since(path, found)
    except InputRefused as error:  # what was put back stays
        wrong = [*wrong, f"{error.title}. {error.advice}"]
    if json:
        restored = {"restored": _described(found), "store": path, "before": done.old}
        typer.echo(as_json({**restored, "findings": wrong, "erased_since": times}))
        return
    typer.echo(f"Teruggezet in {path}: {found.described()}.")
    if done.old:
        typer.echo(f"Wat er stond, is bewaard als {done.old}.")
    for line in wrong:
        typer.echo(f"Let op: {line}")
    if times:
        typer.echo(f"Let op: {erased_after_backup(times)}")


def check(store: StoreFile = None, json: AsJson = False) -> None:
    """Controleer of de gegevens heel zijn en met zichzelf kloppen, en de laatste back-up ook."""
    try:
        path = existing(store)
        with Store.open(path, settings().threads) as opened:
            wrong = findings(opened)
        last = next(iter(backups(folder_of(path))), None)
        if last and (damaged := last.damage()):
            wrong.append(f"De {last.described()} is beschadigd: {', '.join(damaged)}.")
    except StoreError as error:
        refuse(error, json)
    if json:
        typer.echo(as_json({"findings": wrong, "last_backup": _described(last) if last else None}))
    else:
        typer.echo("\n".join(wrong or ["De gegevens zijn heel en kloppen met zichzelf."]))
        typer.echo(
            f"De laatste goede back-up: {last.described()}, in {last.folder}."
            if last
            else "Er is nog geen back-up. Maak er een met: python -m data backup."
        )
    raise typer.Exit(1 if wrong else 0)


def _passed_over(store: Path, found: Backup, which: str | None) -> list[str]:
    """What to say of later backups that are not whole, where the latest good one was meant."""
    if which is not None:
        return []
    later = [name for name in not_whole(folder_of(store)) if name > found.folder.name]
    return [f"De back-up {name} is later, maar is niet heel." for name in later]


def _list(store: Path, json: bool) -> None:
    there = backups(folder_of(store))
    damaged = not_whole(folder_of(store))
    if json:
        typer.echo(as_json({"backups": [_described(one) for one in there], "not_whole": damaged}))
        return
    typer.echo(f"In {folder_of(store)}:" if there else f"In {folder_of(store)} is geen back-up.")
    for one in there:
        why = REASONS.get(one.manifest.reason, one.manifest.reason)
        typer.echo(
            f"{one.manifest.number:>6}  {local_moment(one.manifest.made_at)}  "
            f"{number(one.partnerships):>9} samenwerkingen  {_size(one):>10}  {why}"
        )
    for name in damaged:
        typer.echo(f"Niet heel, en niet terug te zetten: {name}")


def _described(one: Backup) -> dict[str, object]:
    return {
        "number": one.manifest.number,
        "made_at": f"{one.manifest.made_at.isoformat(timespec='seconds')}Z",
        "reason": one.manifest.reason,
        "partnerships": one.partnerships,
        "bytes": one.size,
        "folder": one.folder,
    }


def _size(one: Backup) -> str:
    return f"{number(one.size / 1e6, 1)} MB"


def refuse(error: StoreError, json: bool) -> NoReturn:
    """End the command with what a person can act on."""
    if json:
        typer.echo(as_json({"error": {"title": error.title, "advice": error.advice}}))
    else:
        typer.echo(f"{error.title}. {error.advice}", err=True)
    raise typer.Exit(2) from error
