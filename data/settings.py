"""Settings from the environment, refused at start when wrong."""

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from data.errors import SettingRefused

# A name, a number, or all names below one: *.bibliotheek.nl.
HOST = re.compile(r"(\*\.)?[\w-]+(\.[\w-]+)*|[0-9a-f:]+", re.ASCII)
ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What an operator can set, each as an environment variable `SAMENWERKING_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="SAMENWERKING_", extra="forbid")

    store: Path = ROOT / "data" / "store" / "samenwerking.duckdb"
    threads: int = Field(default=0, ge=0, le=64, description="0 leaves the choice to DuckDB")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="names at which the app is reached, besides this computer's"
    )

    @field_validator("hosts", mode="before")
    @classmethod
    def _separated_by_commas(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        names = tuple(name.strip().lower() for name in value.split(",") if name.strip())
        if wrong := [name for name in names if not HOST.fullmatch(name)]:
            raise ValueError(
                f"{wrong[0]} is geen naam van een computer; noem alleen de naam, zoals "
                "dossier.bibliotheek.nl, en scheid namen met een komma"
            )
        return names

    @field_validator("store")
    @classmethod
    def _names_a_file(cls, value: Path) -> Path:
        if value.is_dir():
            raise ValueError(
                "dit is een map; noem een bestand, bijvoorbeeld .../samenwerking.duckdb"
            )
        return value.expanduser().resolve()


@cache
def settings() -> Settings:
    """The settings of this process; raises SettingRefused with the setting's name."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "SAMENWERKING_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingRefused(name, str(first["msg"]).removeprefix("Value error, ")) from error
