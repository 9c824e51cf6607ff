"""The door: who has to log in, who is not known, and the way out."""

import streamlit as st

from core.access import ROLES
from core.wording import enumerated, plain
from data import choices as chosen_from
from pages.shared import visitor
from pages.shared.opened import result, rights
from pages.shared.way_back import FAILED


def is_open() -> bool:
    """Whether this visitor may come in. Raises StoreError where nobody may."""
    visitor.refuse_open_doors(st.get_option("server.address"))
    if visitor.login() is None:
        return True
    try:
        rights()
    except visitor.NotLetIn:
        return False
    st.query_params.pop(FAILED, None)  # he came in after all, and may share the address
    return True


def show() -> None:
    """What somebody sees who may not come in: how to, or whom to ask; nothing else."""
    st.title("Samenwerkingsdossier", anchor=False)
    said = visitor.claims()
    if said is None:
        was_here = st.user.get("is_logged_in")
        st.markdown(
            "Uw vorige bezoek is te lang geleden. Log opnieuw in."
            if was_here
            else "Log in met het account van uw organisatie."
        )
        if FAILED in st.query_params:
            st.error(
                "**Het inloggen is niet gelukt.** Probeer het opnieuw. Lukt het dan nog niet, "
                "neem dan contact op met de beheerder van het dashboard bij uw organisatie: in het "
                "logboek staat waarom.",
                icon=":material/error:",
            )
        st.button("Inloggen", type="primary", icon=":material/login:", on_click=st.login)
        return
    who = visitor.address_of(said)
    st.markdown(
        f"U bent ingelogd als **{plain(who)}**, en dat adres heeft hier geen toegang."
        if who
        else "U bent ingelogd, maar uw account heeft geen bevestigd e-mailadres."
    )
    st.markdown(
        "Vraag de beheerder van het dashboard bij uw organisatie om toegang, en noem daarbij dit "
        "adres. Hebt u nog een account, log dan uit en met dat account weer in."
    )
    st.button("Uitloggen", icon=":material/logout:", on_click=st.logout)


def say_who() -> None:
    """Who is logged in and what for, with the way out; nothing where nobody logs in."""
    if (his := rights()) is None:
        return
    with st.container(border=True):
        names = [plain(row["name"]) for row in result(chosen_from.libraries)]
        whose = enumerated(names, 4) if names else "geen bibliotheek"
        if his.libraries is None:
            whose = "alle bibliotheken"
        st.caption(f"**{plain(his.who)}**  \n{ROLES[his.role]} · {whose}")
        st.button("Uitloggen", icon=":material/logout:", type="tertiary", on_click=st.logout)
