"""How an error is shown: what happened and what to do, never a traceback."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from core.wording import plain
from data.errors import StoreError


def show_failure(error: StoreError) -> None:
    """A Dutch title and advice."""
    st.error(f"**{plain(error.title)}.** {plain(error.advice)}", icon=":material/error:")


def show_any(error: Exception) -> bool:
    """What a person can act on as such; of anything else a reference that the log has too.

    Answers that it was shown, which is what Streamlit wants to hear.
    """
    if isinstance(error, StoreError):
        show_failure(error)
        return True
    reference = secrets.token_hex(3).upper()
    logging.getLogger(__name__).error("Onverwachte fout %s", reference, exc_info=error)
    st.error(
        "**Er ging iets mis in het programma.** Wat al was opgeslagen, is bewaard. "
        "Ververs de pagina of wis de filters en probeer het opnieuw. Blijft het misgaan, geef dan "
        f"deze code door aan de beheerder: **{reference}**. In het logboek staat daarbij wat er "
        "gebeurde.",
        icon=":material/error:",
    )
    return True


@contextmanager
def failing_softly() -> Iterator[None]:
    """Show an error of what runs inside, and go on with the page."""
    try:
        yield
    except StoreError as error:
        show_failure(error)
