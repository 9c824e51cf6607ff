"""The guides that come with the product: facts, one file each in data/reference/guides."""

import tomllib
from functools import cache
from pathlib import Path

from core.material import Material, Shelved

FOLDER = Path(__file__).parent / "reference" / "guides"
MAKER = "Samenwerkingsdossier"


@cache
def guides() -> tuple[Shelved, ...]:
    """The guides in the order of their codes; `key` is the code."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.toml")))


def _read(path: Path) -> Shelved:
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    pages = tuple(said.pop("pages"))
    content = Material.model_validate({"kind": "guide", "maker": MAKER, **said})
    return Shelved(key=path.stem, content=content, pages=pages)
