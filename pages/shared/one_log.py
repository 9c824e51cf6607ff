"""What Streamlit and the web server log goes into the one log (data/log.py)."""

import logging

from streamlit import logger as of_streamlit

from data.errors import StoreError
from data.log import configure
from data.settings import settings

_OF_THE_SERVER = ("uvicorn", "uvicorn.error", "uvicorn.asgi", "websockets")


def begin() -> None:
    """Write one log from here on; a level that is no level is said elsewhere, to every visitor."""
    try:
        level = settings().log_level
    except StoreError:
        level = "INFO"
    configure(level)
    # Streamlit gives each of its loggers, now and later, a handler of its own.
    of_streamlit.setup_formatter = _hand_on
    for one in (*of_streamlit._loggers.values(), *map(logging.getLogger, _OF_THE_SERVER)):
        _hand_on(one)
    of_streamlit.set_log_level(level)
    # The same error comes once more, with its reference (pages/shared/failure.py).
    logging.getLogger("streamlit.error_util").addFilter(
        lambda record: record.msg != "Uncaught app execution"
    )
    # It says of every visitor that he came and went, with addresses left out: nothing to know.
    logging.getLogger("uvicorn.error").setLevel(max(logging.WARNING, logging.root.level))
    # Who asked for what is nobody's business, and addresses hold keys.
    logging.getLogger("uvicorn.access").disabled = True


def _hand_on(logger: logging.Logger) -> None:
    """Leave what a logger says to the one handler."""
    logger.handlers = []
    logger.propagate = True
