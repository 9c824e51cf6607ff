"""Settings from the environment, refused at start when wrong."""

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from core.access import EMAIL
from data.errors import SettingRefused

# A name, a number, or all names below one: *.bibliotheek.nl.
HOST = re.compile(r"(\*\.)?[\w-]+(\.[\w-]+)*|[0-9a-f:]+", re.ASCII)
ROOT = Path(__file__).resolve().parent.parent


def _addresses(typed: object) -> object:
    """Several, separated by commas or spaces, as an environment variable has them."""
    return tuple(typed.replace(",", " ").split()) if isinstance(typed, str) else typed


def _is_address(value: str) -> str:
    if not EMAIL.fullmatch(value):
        raise ValueError(f"“{value}” is geen e-mailadres")
    return value


Addresses = Annotated[
    tuple[Annotated[str, AfterValidator(_is_address)], ...],
    NoDecode,
    BeforeValidator(_addresses),
]


class Settings(BaseSettings):
    """What an operator can set, each as an environment variable `SAMENWERKING_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="SAMENWERKING_", extra="forbid")

    store: Path = ROOT / "data" / "store" / "samenwerking.duckdb"
    threads: int = Field(default=0, ge=0, le=64, description="0 leaves the choice to DuckDB")
    backups: Path | None = Field(default=None, description="a folder; by default beside the store")
    backup_hours: float = Field(default=24, ge=0, le=24 * 31, description="0: none by itself")

    # Everybody who reaches the app may do everything, also from another computer.
    trusted_network: bool = False
    administrators: Addresses = Field(default=(), description="e-mail addresses")
    # The claim of the login that holds the e-mail address.
    login_claim: Literal["email", "preferred_username", "upn"] = "email"
    # Who logged in longer ago does it again.
    login_hours: int = Field(default=12, ge=1, le=24 * 30)
    months_with_names_in_log: int = Field(default=24, ge=1, le=120)
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

    @field_validator("backups")
    @classmethod
    def _names_a_folder(cls, value: Path | None) -> Path | None:
        if value is not None and value.is_file():
            raise ValueError("dit is een bestand; noem een map, bijvoorbeeld /srv/backups")
        return value and value.expanduser().resolve()


@cache
def settings() -> Settings:
    """The settings of this process; raises SettingRefused with the setting's name."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"SAMENWERKING_{first['loc'][0]}".upper()
        is_ours = first["type"] == "value_error"
        said = str(first["msg"]).removeprefix("Value error, ")
        wrong = said if is_ours else f"“{first['input']}” kan hier niet"
        raise SettingRefused(name, wrong) from error
