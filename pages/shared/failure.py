"""How an error is shown: what happened and what to do, never a traceback."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st
from starlette.responses import PlainTextResponse

from core.wording import plain
from data.errors import StoreError
from data.log import new_reference
from pages.shared.headers import always

if TYPE_CHECKING:
    from starlette.requests import Request


def show_failure(error: StoreError) -> None:
    """A Dutch title and advice, and the reference where the log says more."""
    said = f"**{plain(error.title)}.** {plain(error.advice)}"
    if error.reference:
        said += f" Code voor de beheerder: **{error.reference}**."
    st.error(said, icon=":material/error:")


def show_any(error: Exception) -> bool:
    """What a person can act on as such; of anything else a reference that the log has too.

    Answers that it was shown, which is what Streamlit wants to hear.
    """
    if isinstance(error, StoreError):
        show_failure(error)
        return True
    reference = logged(error)
    st.error(
        "**Er ging iets mis in het programma.** Wat al was opgeslagen, is bewaard. "
        "Ververs de pagina of wis de filters en probeer het opnieuw. Blijft het misgaan, geef dan "
        f"deze code door aan de beheerder: **{reference}**. In het logboek staat daarbij wat er "
        "gebeurde.",
        icon=":material/error:",
    )
    return True


async def answer_for(_: "Request", error: Exception) -> PlainTextResponse:
    """The answer where no page is: something outside all pages, and their headers, went wrong."""
    said = (
        "Er ging iets mis in het programma. Wat al was opgeslagen, is bewaard. Probeer het "
        f"opnieuw. Blijft het misgaan, geef dan deze code door aan de beheerder: {logged(error)}."
    )
    return PlainTextResponse(said, 500, always())


def logged(error: BaseException) -> str:
    """Put an error that nobody expected into the log; the reference that it has there."""
    reference = new_reference()
    shown = {"reference": reference}
    logging.getLogger(__name__).error("unexpected error", exc_info=error, extra=shown)
    return reference


@contextmanager
def failing_softly() -> Iterator[None]:
    """Show an error of what runs inside, and go on with the page."""
    try:
        yield
    except StoreError as error:
        show_failure(error)
