"""One material: what it is, its text, and what can be done with it."""

import streamlit as st

from core.filters import today
from core.material import PHASES, Shelved
from core.material_wording import about_line, checked_line
from core.wording import by_whom, local_moment, plain
from core.written_text import as_markdown
from data import materials
from pages.parts import materials_actions, materials_form
from pages.parts.materials_state import PAGES, open_
from pages.shared import allowed, done
from pages.shared.opened import store


def show(one: Shelved) -> None:
    """The material as people read it, with the buttons to use, change or remove it."""
    content = one.content
    st.button(
        "Terug naar de materialen", icon=":material/arrow_back:", on_click=open_, args=(None,)
    )
    st.subheader(plain(content.title), anchor=False)
    st.caption(_about(one))
    with st.container(horizontal=True):
        materials_actions.use(one)
        if not one.is_shipped:
            materials_actions.check(one)
        _change(one)
    if content.summary:
        st.markdown(f"**{plain(content.summary)}**")
    if content.text:
        with st.container(width=760):
            st.markdown(as_markdown(content.text))
    if content.link:
        st.caption(f"Link: {plain(content.link)}")
    if one.pages:
        st.caption("Verder in dit dashboard:")
        with st.container(horizontal=True):
            for page in one.pages:
                st.page_link(f"pages/{page}.py", label=PAGES[page])


def _about(one: Shelved) -> str:
    content = one.content
    parts = [
        about_line(one.content, len(PHASES)),
        *(plain(label) for label in content.programmes),
        f"van {plain(content.maker)}" if content.maker else "",
        checked_line(content, today()),
        f"gewijzigd op {local_moment(one.changed_at)}{by_whom(one.changed_by)}"
        if one.changed_at
        else "",
        "verborgen in de lijst" if one.hidden_by else "",
    ]
    return " · ".join(filter(None, parts))


def _change(one: Shelved) -> None:
    """Own materials are changed and removed; one of ours is copied or hidden."""
    if one.is_shipped:
        materials_form.offer_copy(one)
        hidden = one.hidden_by is not None
        allowed.button(
            "Toon weer in de lijst" if hidden else "Verberg",
            icon=":material/visibility:" if hidden else ":material/visibility_off:",
            key="tonen" if hidden else "verbergen",
            on_click=unhide if hidden else _hide,
            args=(one,),
        )
        return
    materials_form.offer_change(one)
    allowed.button(
        "Verwijderen", icon=":material/delete:", key="weg", on_click=_remove, args=(one,)
    )


def _remove(one: Shelved) -> None:
    batch = done.doing(lambda: materials.remove_material(store(), one.id or 0, one.version, "app"))
    if batch is not None:
        open_(None)
        done.remember(f"**{plain(one.content.title)}** is verwijderd.", batch, in_sight=False)


def _hide(one: Shelved) -> None:
    batch = done.doing(lambda: materials.hide_guide(store(), one, "app"))
    if batch is not None:
        open_(None)
        said = f"**{plain(one.content.title)}** is verborgen; onder aan de lijst toont u haar weer."
        done.remember(said, batch, in_sight=False)


def unhide(one: Shelved) -> None:
    """Show a hidden guide again; for a callback."""
    batch = done.doing(lambda: materials.show_guide(store(), one, "app"))
    if batch is not None:
        done.remember(f"**{plain(one.content.title)}** staat weer in de lijst.", batch)
