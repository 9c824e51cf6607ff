"""Loading a register: the target population of a theme."""

import streamlit as st

from core.filters import today
from core.wording import counted, long_date, number, plain
from data import choices as chosen_from
from data.ingest.register_kinds import RegisterKind
from data.ingest.register_notices import going_back, notices
from data.ingest.register_writing import (
    FIRST_REGISTER_DATE,
    RegisterLoaded,
    load_register,
    refuse_unusable,
)
from data.ingest.registers import RegisterPreview, read_register
from pages.shared import reading, registers
from pages.shared.failure import failing_softly
from pages.shared.opened import result, store

KINDS: dict[str, RegisterKind] = {
    "Basisscholen (DUO)": "po",
    "Scholen voor voortgezet onderwijs (DUO)": "vo",
    "Kinderopvang (Landelijk Register Kinderopvang)": "kinderopvang",
    "Een andere lijst (bijvoorbeeld wijken)": "generic",
}


def show() -> None:
    """What is loaded, and the steps to load another."""
    st.subheader("Geladen registers", anchor=False)
    registers.show_loads()
    st.subheader("Een register laden", anchor=False)
    kind = st.selectbox("Soort register", list(KINDS), key="registersoort", width=420)
    theme = _theme() if KINDS[kind] == "generic" else None
    file = reading.upload("register", "Registerbestand")
    if file is None:
        st.caption(
            "DUO: ‘vestigingen basisonderwijs’ of ‘voortgezet onderwijs’ (CSV). Kinderopvang: de "
            "open data van het Landelijk Register Kinderopvang. Een andere lijst heeft een nummer, "
            "een naam en een gemeente nodig. Het nieuwe bestand vervangt het vorige."
        )
        return
    with failing_softly():
        preview: RegisterPreview = reading.once(
            ("register", kind, theme, file.file_id),
            lambda progress: read_register(
                store(),
                KINDS[kind],
                file.getvalue(),
                file.name,
                theme=theme,
                progress=progress,
            ),
        )
        _judge(preview, file.file_id)


def _theme() -> str | None:
    themes = {
        row["label"]: row["code"]
        for row in result(chosen_from.themes)
        if row["population"] == "gemeenten"
    }
    label = st.selectbox("Doelgroep van het thema", list(themes), key="registerthema", width=420)
    return themes.get(str(label))


def _judge(preview: RegisterPreview, file_id: str) -> None:
    rejected = reading.rejected_rows(preview.rejected)
    with st.grid(4, min_column_width=150, gap="small"):
        st.metric("Nieuw of gewijzigd", number(preview.accepted), border=True)
        st.metric("Ongewijzigd", number(preview.unchanged), border=True)
        st.metric("Vervalt", number(len(preview.removed)), border=True)
        st.metric("Afgekeurd", number(rejected), border=True)
    for reason, count in preview.skipped.items():
        st.caption(f"Overgeslagen: {number(count)} rijen — {plain(reason)}.")
    if rejected:
        st.markdown(
            f"**{counted(rejected, 'rij kan', 'rijen kunnen')} niet mee.** Een register wordt in "
            "zijn geheel geladen: verbeter ze in het registerbestand zelf en laad dat opnieuw."
        )
        reading.show_rejected(
            preview, alt="Afgekeurde rijen van het register", key="register_afgekeurd"
        )
    if preview.remarks:
        reading.show_remarks(preview.remarks)
    refuse_unusable(preview, replace=True)
    _confirm(preview, file_id)


def _confirm(preview: RegisterPreview, file_id: str) -> None:
    # What a tick is about: it holds for this file, on these data, and for no other.
    about = f"{file_id}_{preview.register}_{store().data_version}_{len(preview.removed)}"
    may_lapse = preview.removes_most and _may_lapse(preview, about)
    meant = may_lapse or not preview.removes_most
    day = st.date_input(
        "Peildatum van het register",
        value=today(),
        min_value=FIRST_REGISTER_DATE,
        max_value=today(),
        format="DD-MM-YYYY",
        key="registerpeildatum",
        width=220,
        help="De dag waarvoor de gegevens in het bestand gelden.",
    )
    if preview.is_loaded(day):
        st.caption(
            "Er verandert niets: dit bestand is al geladen, met deze peildatum. Klopt de peildatum "
            "niet, kies dan een andere."
        )
        return
    if said := notices(preview, day):
        st.warning("\n\n".join(map(plain, said)), icon=":material/warning:")
    if going_back(preview, day):
        back = f"Ja, het register mag terug naar {long_date(day)}"
        meant = st.checkbox(back, key=f"register_ouder_{day}_{about}") and meant
    if preview.same_locations:
        st.caption(
            "De locaties staan er al zo in. Wel kunt u vastleggen dat ze ook in dit bestand staan, "
            f"met deze peildatum{_recorded(preview)}."
        )
    pressed = reading.load_button(_label(preview), key="register_laden", disabled=not meant)
    # A click straight from the open calendar brings the date and the button in one run.
    if pressed and meant:
        with st.spinner("Het register wordt opgeslagen …"):
            loaded = load_register(store(), preview, "app", day, replace=may_lapse)
        reading.finish(
            f"Register {loaded.register}: {_done(loaded)}, peildatum "
            f"{long_date(loaded.measure_date)}.",
            loaded.batch,
        )


def _may_lapse(preview: RegisterPreview, about: str) -> bool:
    gone = f"{number(len(preview.removed))} van de {number(preview.present)} locaties"
    st.warning(
        f"**Met dit bestand vervallen {gone} in het register {preview.register}.** Dat is meer "
        "dan de helft: controleer of dit het juiste bestand is.",
        icon=":material/warning:",
    )
    return st.checkbox(f"Ja, {gone} mogen vervallen", key=f"register_vervalt_{about}")


def _recorded(preview: RegisterPreview) -> str:
    last = preview.last_load
    if last is None:
        return ""
    return f" (nu {plain(last['file_name'])}, peildatum {long_date(last['measure_date'])})"


def _label(preview: RegisterPreview) -> str:
    if preview.same_locations:
        return "Leg de peildatum vast"
    if not preview.accepted:
        return f"Laat {counted(len(preview.removed), 'locatie', 'locaties')} vervallen"
    return f"Laad {counted(preview.accepted, 'locatie', 'locaties')}"


def _done(loaded: RegisterLoaded) -> str:
    if not (loaded.new or loaded.changed or loaded.removed):
        return "dezelfde locaties"
    said = []
    if loaded.new or loaded.changed:
        said.append(f"{number(loaded.new)} nieuwe en {number(loaded.changed)} gewijzigde locaties")
    if loaded.removed:
        said.append(f"{counted(loaded.removed, 'locatie', 'locaties')} vervallen")
    return ", ".join(said)
