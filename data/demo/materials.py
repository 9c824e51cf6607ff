"""Materials as a library would have added them, from materials.toml; those with a file have one."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from core.material import Material
from data import materials
from data.demo.written import write
from data.material_files import keep_file
from data.store import Change, Store
from data.uploads import checked_upload


def add_example_materials(store: Store, today: date) -> None:
    """Write them; not in the change log, as the example itself."""
    said = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    with store.recording("voorbeeld") as change:
        for entry in said["material"]:
            _write(change, entry, today)


def _write(change: Change, entry: dict[str, Any], today: date) -> None:
    name, text, days = entry.pop("file", ""), entry.pop("content", ""), entry.pop("days")
    made = Material(**entry, checked_on=today - timedelta(days=days))
    if name:
        content = text.encode()
        made = made.model_copy(update={"file": checked_upload(name, content)})
        if made.file:
            keep_file(change, made.file, content)
    write(change, materials.KIND, made.title, made)
