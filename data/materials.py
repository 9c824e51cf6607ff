"""The materials of the dossier: those that people added, and the guides that came along.

A material is a document (data/documents.py): versioned, in the change log, undone. Its file is
beside it (data/material_files.py), written in the same transaction.
"""

from datetime import date

from core.material import (
    HiddenGuide,
    Material,
    Shelved,
    web_address,
)
from core.material_search import Index, Searchable, indexed
from core.material_wording import labels_of
from core.written_text import as_plain
from data import documents
from data.errors import ChangedMeanwhile, InputRefused
from data.guides import guides
from data.material_files import keep_file
from data.store import Change, Reader, Store

KIND = documents.Kind("material", "materiaal", Material, shared_names=True)
HIDDEN = documents.Kind("hidden_guide", "verborgen handreiking", HiddenGuide, shared_names=True)


def materials(store: Reader) -> list[Shelved]:
    """All materials by title: the guides, also those that are hidden, and what people added."""
    hidden = {
        row["content"].guide: (int(row["id"]), int(row["version"]))
        for row in documents.documents(store, HIDDEN)
    }
    found = [
        Shelved(one.key, one.content, pages=one.pages, hidden_by=hidden.get(one.key))
        for one in guides()
    ]
    found += [
        Shelved(
            str(row["id"]),
            row["content"],
            row["id"],
            row["version"],
            row["changed_by"],
            row["changed_at"],
        )
        for row in documents.documents(store, KIND)
    ]
    return sorted(found, key=lambda one: (one.content.title.casefold(), one.key))


def material_index(store: Reader) -> Index:
    """What all materials but the hidden ones are searched with; keys are those of `materials`."""
    return indexed(
        Searchable(
            one.key,
            one.content.title,
            labels_of(one.content),
            f"{one.content.summary}\n{as_plain(one.content.text)}",
        )
        for one in materials(store)
        if one.hidden_by is None
    )


def make_material(
    store: Store, content: Material, who: str, upload: bytes | None = None
) -> tuple[int, int]:
    """A new material, with the bytes of its file if that is new; return its id and the batch.

    Raises InputRefused for what cannot be a material, or where there is no room for the file.
    """
    _refuse(content)
    title = documents.titled(KIND, content.title)
    with store.change(who, f"{KIND.noun} {title} toegevoegd") as change:
        _keep(change, content, upload)
        return documents.insert(change, KIND, title, content), change.batch


def change_material(
    store: Store, id: int, version: int, content: Material, who: str, upload: bytes | None = None
) -> int:
    """Write a material anew; return the batch. Raises as `make_material`, and ChangedMeanwhile."""
    _refuse(content)
    title = documents.titled(KIND, content.title)
    with store.change(who, f"{KIND.noun} {title} gewijzigd") as change:
        _keep(change, content, upload)
        documents.alter(change, KIND, id, version, title, content)
        return change.batch


def remove_material(store: Store, id: int, version: int, who: str) -> int:
    """Take a material away: see data.documents.remove. Its file is kept, so that undo works."""
    return documents.remove(store, KIND, id, version, who)


def mark_checked(store: Store, shelved: Shelved, on: date, who: str) -> int:
    """Write down that somebody saw on a day that a material holds; return the batch."""
    content = shelved.content.model_copy(update={"checked_on": on})
    with store.change(who, f"{KIND.noun} {content.title} gecontroleerd") as change:
        documents.alter(change, KIND, shelved.id or 0, shelved.version, content.title, content)
        return change.batch


def hide_guide(store: Store, shelved: Shelved, who: str) -> int:
    """Put a guide out of sight for everyone; return the batch.

    Raises ChangedMeanwhile where somebody else just did.
    """
    title = shelved.content.title
    with store.change(who, f"handreiking {title} verborgen") as change:
        if any(row["content"].guide == shelved.key for row in documents.documents(change, HIDDEN)):
            raise ChangedMeanwhile(
                "Deze handreiking is al verborgen", "Onder aan de lijst toont u haar weer."
            )
        content = HiddenGuide.model_validate({"guide": shelved.key})
        documents.insert(change, HIDDEN, title, content)
        return change.batch


def show_guide(store: Store, shelved: Shelved, who: str) -> int:
    """Show a guide again that was hidden; return the batch. Raises ChangedMeanwhile."""
    id_, version = shelved.hidden_by or (0, 0)
    with store.change(who, f"handreiking {shelved.content.title} weer getoond") as change:
        documents.delete(change, HIDDEN, id_, version)
        return change.batch


def _keep(change: Change, content: Material, upload: bytes | None) -> None:
    if content.file is not None and upload is not None:
        keep_file(change, content.file, upload)


def _refuse(content: Material) -> None:
    """What a material needs, beside what its form says: text, a file or an address to go to."""
    if content.link and web_address(content.link) is None:
        raise InputRefused(
            "Deze link kan niet worden gebruikt",
            "Begin met https:// of http://, zonder spaties, zoals u hem uit de adresbalk kopieert.",
        )
    if content.kind == "link" and not content.link:
        raise InputRefused("Er is nog geen link", "Vul het adres in, of kies een andere soort.")
    if not (content.link or content.file or content.text or content.summary):
        raise InputRefused(
            "Er is nog niets om te gebruiken",
            "Voeg een bestand, een link of een tekst toe, of schrijf waar het over gaat.",
        )
