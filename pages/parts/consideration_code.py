"""The code of a session, the address to open on a phone, and the same as a QR code."""

import io
import socket
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

import segno
import streamlit as st

from core.wording import plain
from pages.shared.hosts import is_this_computer

PAGE = "deelnemen"


@dataclass(frozen=True)
class Joining:
    """What a participant needs: a code, or an address that has it, also as a picture."""

    code: str
    address: str
    is_reachable: bool

    @property
    def spaced(self) -> str:
        return f"{self.code[:3]} {self.code[3:]}"

    @property
    def page(self) -> str:
        """The address to type: without the code, which is asked there, and without `http://`."""
        return self.address.partition("?")[0].removeprefix("http://")

    @property
    def qr(self) -> bytes:
        return _qr(self.address)


def joining(code: str) -> Joining:
    """How to join the session with this code, from where this browser stands."""
    return Joining(code, *_join(code))


def late(how: Joining) -> None:
    """For who comes in when the rest has begun to talk."""
    with st.popover(f"Later meedoen: code {how.spaced}", icon=":material/qr_code:"):
        st.markdown(f"Code **{how.spaced}** op **{plain(how.page)}**")
        st.image(how.qr, width=200)


def unreachable(how: Joining) -> None:
    """For the leader, where no telephone can open the address."""
    if not how.is_reachable:
        st.caption(
            ":material/wifi_off: De app luistert nu alleen op deze computer: telefoons kunnen er "
            "niet bij. Laat deelnemers om de beurt op dit apparaat scoren, of vraag de beheerder "
            "de app voor dit netwerk open te zetten (README: *Live sessions on the local network*)."
        )


def _join(code: str) -> tuple[str, bool]:
    """The address of the page for participants, and whether another device can open it."""
    here = urlsplit(st.context.url or "http://localhost:8501")
    host, port = here.hostname or "localhost", f":{here.port}" if here.port else ""
    reachable = True
    if is_this_computer(host):
        reachable = not is_this_computer(str(st.get_option("server.address") or "0.0.0.0"))
        host = (_own_address() or host) if reachable else host
    host = f"[{host}]" if ":" in host else host
    base = here.path.rsplit("/", 1)[0]
    return urlunsplit(
        (here.scheme, f"{host}{port}", f"{base}/{PAGE}", f"code={code}", "")
    ), reachable


@lru_cache(maxsize=1)
def _own_address() -> str | None:
    """The address of this computer on its network; asking for a route sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            found = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if is_this_computer(found) else found


@lru_cache(maxsize=32)
def _qr(address: str) -> bytes:
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="png", scale=6, border=2)
    return drawn.getvalue()
