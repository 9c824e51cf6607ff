"""A link with which others see the portfolio without names."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Token = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{22}$")]


class SharedLink(BaseModel):
    """What a link without names shows. `token`: 128 random bits, the key in the address.

    `libraries`: their names are hidden too.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    token: Token
    libraries: bool = False
