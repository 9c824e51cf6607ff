"""What people do with a material wherever one is shown: download it, or open its link."""

import streamlit as st

from core.filters import today
from core.material import Shelved, file_size, web_address
from core.material_suggesting import Suggestion
from core.material_wording import about_line
from core.wording import plain
from data import material_files, materials
from data.material_pdf import material_pdf, pdf_name
from data.uploads import MIME
from pages.parts.materials_state import KEY, PAGES
from pages.shared import allowed, done, offered
from pages.shared.opened import recorded, store

PAGE = "pages/materials.py"


def use(one: Shelved) -> None:
    """The buttons to use it: its file, its link, its text as PDF; in a horizontal container."""
    content = one.content
    if content.file:
        stored = content.file
        is_kept = stored.sha256 in recorded(material_files.kept_files)
        offered.file(
            f"Download ({stored.extension}, {file_size(stored.size)})"
            if is_kept
            else "Bestand niet beschikbaar",
            lambda: material_files.material_file(store(), stored.sha256) or b"",
            file_name=stored.name,
            mime=MIME[stored.extension],
            icon=":material/download:",
            key=f"bestand_{one.key}",
            on_click="ignore",
            disabled=not is_kept,
        )
    if content.link and web_address(content.link):
        st.link_button("Open de link", content.link, icon=":material/open_in_new:")
    if content.text:
        address = _address(one)  # at the click there is no page around it
        offered.file(
            "Download (pdf)",
            lambda: _pdf(one, address),
            file_name=pdf_name(content),
            mime=MIME["pdf"],
            icon=":material/download:",
            key=f"pdf_{one.key}",
            on_click="ignore",
        )


def check(one: Shelved) -> None:
    """The one click that says that a material was looked at today."""
    allowed.button(
        "Vandaag gecontroleerd",
        icon=":material/event_available:",
        key=f"gecontroleerd_{one.key}",
        on_click=_checked,
        args=(one,),
    )


def suggestion(found: Suggestion) -> None:
    """A material that may help: why it is suggested, the way to it, and its buttons."""
    one = found.shelved
    with st.container(border=True, gap="xsmall", key=f"past_{one.key}"):
        st.markdown(f"**{plain(one.content.title)}**")
        st.caption(f"{about_line(one.content)} · {plain(found.why)}")
        with st.container(horizontal=True, vertical_alignment="center"):
            way(one)
            use(one)


def way(one: Shelved) -> None:
    """The link to a material, from another page."""
    st.page_link(
        PAGE, label="Lees verder", icon=":material/description:", query_params={KEY: one.key}
    )


def _checked(one: Shelved) -> None:
    batch = done.doing(lambda: materials.mark_checked(store(), one, today(), "app"))
    if batch is not None:
        done.remember("Vastgelegd: vandaag gecontroleerd.", batch, in_sight=False)


def _pdf(one: Shelved, address: str) -> bytes:
    titles = [PAGES[page] for page in one.pages]
    return material_pdf(one.content, titles, address, today())


def _address(one: Shelved) -> str:
    """The link that opens the material, from wherever in the app it is downloaded."""
    here = st.context.url or ""
    return f"{here.rpartition('/')[0]}/dossier?{KEY}={one.key}"
