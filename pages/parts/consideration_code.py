"""The code of a session, the address to open on a phone, and the same as a QR code."""

import io
import ipaddress
import socket
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

import segno
import streamlit as st

PAGE = "deelnemen"


def code_and_address(code: str) -> None:
    """Large enough to be read from the back of the room."""
    address, reachable = _join(code)
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="large"):
        st.image(_qr(address), width=200, caption=None)
        with st.container(width="stretch", gap="small"):
            st.markdown("Doe mee met de code")
            st.title(f"{code[:3]} {code[3:]}", anchor=False)
            st.markdown(f"op **{address.partition('?')[0]}**")
            st.link_button("Op dit apparaat meedoen", address, icon=":material/open_in_new:")
    if not reachable:
        st.info(
            "De app luistert nu alleen op deze computer: telefoons kunnen er niet bij. Laat "
            "deelnemers om de beurt op dit apparaat scoren, of vraag de beheerder de app voor dit "
            "netwerk open te zetten (zie README: *Live sessions on the local network*).",
            icon=":material/wifi_off:",
        )


def _join(code: str) -> tuple[str, bool]:
    """The address of the page for participants, and whether another device can open it."""
    here = urlsplit(st.context.url or "http://localhost:8501")
    host, port = here.hostname or "localhost", f":{here.port}" if here.port else ""
    reachable = True
    if _is_loopback(host):
        reachable = not _is_loopback(str(st.get_option("server.address") or "0.0.0.0"))
        host = (_own_address() or host) if reachable else host
    base = here.path.rsplit("/", 1)[0]
    return urlunsplit(
        (here.scheme, f"{host}{port}", f"{base}/{PAGE}", f"code={code}", "")
    ), reachable


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@lru_cache(maxsize=1)
def _own_address() -> str | None:
    """The address of this computer on its network; asking for a route sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            found = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if _is_loopback(found) else found


@lru_cache(maxsize=32)
def _qr(address: str) -> bytes:
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="png", scale=6, border=2)
    return drawn.getvalue()
