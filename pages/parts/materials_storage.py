"""What is out of sight: hidden guides, and files that no material has any more."""

import streamlit as st

from core.material import file_size
from core.wording import counted, plain
from data import material_files
from data.material_files import MOST_TOGETHER
from pages.parts import materials_opened
from pages.parts.materials_state import Shelf
from pages.shared import allowed, done
from pages.shared.opened import recorded, store

KEPT = """
Bestanden staan in het gegevensbestand zelf: een back-up bevat ze alle. Hetzelfde
bestand wordt één keer bewaard, bij hoeveel materialen het ook staat. Het bestand van een verwijderd
materiaal blijft bewaard, zodat *Ongedaan maken* alles terugbrengt.
"""


def show(shelf: Shelf) -> None:
    """The hidden guides with the way back, and the room that files take."""
    hidden = [one for one in shelf if one.hidden_by]
    if hidden:
        with st.expander(f"Verborgen handreikingen ({len(hidden)})", key="verborgen"):
            for one in hidden:
                with st.container(horizontal=True, vertical_alignment="center"):
                    st.markdown(plain(one.content.title), width="stretch")
                    allowed.button(
                        "Toon weer",
                        icon=":material/visibility:",
                        key=f"toon_{one.key}",
                        on_click=materials_opened.unhide,
                        args=(one,),
                    )
    with st.expander("Opslag", key="opslag"):
        _room()


def _room() -> None:
    found = recorded(material_files.file_storage)
    st.markdown(
        f"**{counted(found['files'], 'bestand', 'bestanden')}**, samen "
        f"{file_size(found['size']) if found['files'] else '0 kB'} van ten hoogste "
        f"{file_size(MOST_TOGETHER)}."
    )
    st.markdown(KEPT)
    if not found["unused_files"]:
        return
    unused = counted(found["unused_files"], "bestand staat", "bestanden staan")
    st.markdown(
        f"{unused} bij geen enkel materiaal meer, samen {file_size(found['unused_size'])}. "
        "Opruimen is voorgoed: een verwijderd materiaal komt daarna zonder bestand terug."
    )
    sure = st.checkbox("Ja, deze bestanden mogen voorgoed weg", key="opruimen_zeker")
    allowed.button(
        "Ruim op",
        icon=":material/delete_sweep:",
        key="opruimen",
        disabled=not sure,
        on_click=_clear,
    )


def _clear() -> None:
    gone = done.doing(lambda: material_files.clear_unused_files(store(), "app"))
    if gone is not None:
        st.session_state["opruimen_zeker"] = False
        count, size = gone
        said = counted(count, "bestand is", "bestanden zijn")
        done.remember(f"{said} opgeruimd ({file_size(size)}).", None, in_sight=False)
