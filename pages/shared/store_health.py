"""Whether the store answers, for whoever watches over the app: `/gezondheid`.

Streamlit's own `/_stcore/health` only says that the process lives.
"""

import threading
from typing import TYPE_CHECKING, Any

import anyio
from anyio import to_thread
from starlette.responses import JSONResponse

from data.errors import StoreError
from data.store_version import store_version
from pages.shared.opened import whole_store

if TYPE_CHECKING:
    from starlette.requests import Request

SECONDS = 3.0
# One at a time: while a store hangs, who asks again must not take ever more threads.
_ASKING = threading.Lock()


async def store_health(_: "Request") -> JSONResponse:
    """`{"store": "ok", "version": 9}` with 200; `silent` or which error with 503. No data."""
    said: dict[str, Any] = {"store": "silent"}
    with anyio.move_on_after(SECONDS):
        said = await to_thread.run_sync(_asked, abandon_on_cancel=True)
    status = 200 if said["store"] == "ok" else 503
    return JSONResponse(said, status, {"cache-control": "no-store"})


def _asked() -> dict[str, Any]:
    if not _ASKING.acquire(timeout=SECONDS):
        return {"store": "silent"}
    try:
        return {"store": "ok", "version": store_version(whole_store())}
    except StoreError as error:
        return {"store": type(error).__name__}
    finally:
        _ASKING.release()
