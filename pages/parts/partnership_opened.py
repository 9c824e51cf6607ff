"""An open form of a partnership: what it started from, its fields, and what is wrong in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from core.partnership_edit import LABELS
from core.wording import plain
from data import form_choices
from pages.shared.opened import result

REQUIRED = ("name", "library", "partners", "themes", "status")
# All that a field can hold: what lies outside its limits it refuses in English, and drops. What is
# believable says the model.
FIRST, LAST = date.min, date.max
AGREEMENT = {"Ja": True, "Nee": False}


@dataclass(frozen=True)
class Form:
    """One form: the beginning of its widget keys, and what it started from."""

    key: str
    base: dict[str, Any]

    @property
    def is_new(self) -> bool:
        return "id" not in self.base

    @property
    def what(self) -> str:
        """What the address asks for: the id, or a new one."""
        return self.key.removeprefix("sw_")

    @property
    def theirs_key(self) -> str:
        return f"{self.key}_hunne"

    @property
    def faults_key(self) -> str:
        return f"{self.key}_fouten"

    @property
    def theirs(self) -> dict[str, Any] | None:
        """What somebody else stored meanwhile; nothing in it where they removed it."""
        found: dict[str, Any] | None = st.session_state.get(self.theirs_key)
        return found

    @property
    def faults(self) -> dict[str, tuple[str, Any]]:
        """By field: why it was refused, and what stood there then."""
        found: dict[str, tuple[str, Any]] = st.session_state.get(self.faults_key, {})
        return found

    def fault(self, field: str) -> str:
        """What is wrong with a field; what was filled in since is judged later."""
        reason, wrong = self.faults.get(field, ("", None))
        return reason if self.value(field) == wrong else ""

    def value(self, field: str) -> Any:
        return st.session_state.get(f"{self.key}_{field}")

    @property
    def library(self) -> int | None:
        """The library, as far as it is one that is there."""
        chosen = self.value("library") if self.is_new else self.base["library"]
        return chosen if isinstance(chosen, int) else None

    def goals(self) -> list[dict[str, Any]]:
        """The goals (goal, label) of the library; of one that is typed those that it gets."""
        chosen = self.value("library") if self.is_new else self.base["library"]
        return result(form_choices.form_goals, self.library) if chosen else []

    def draw(self, field: str, widget: Callable[..., Any], *given: Any, **said: Any) -> None:
        """A field under its label, and below it what is wrong with it."""
        label = LABELS.get(field, said.pop("label", field)) + (" *" if field in REQUIRED else "")
        with st.container(width=said.pop("width", "stretch"), gap="xxsmall"):
            # Also when another page was shown meanwhile: what was filled in stays.
            widget(label, *given, key=f"{self.key}_{field}", persist_state="session", **said)
            self.say_fault(field)

    def say_fault(self, field: str) -> None:
        if reason := self.fault(field):
            st.markdown(f":red[:material/error: {plain(reason)}]")

    def select(
        self, field: str, options: Sequence[Any], names: dict[Any, str], what: str, **said: Any
    ) -> None:
        self.draw(
            field,
            st.selectbox,
            options_with(options, self.value(field)),
            index=None,
            format_func=lambda one: names.get(one, str(one)),
            placeholder=what,
            **said,
        )

    def several(
        self, field: str, options: Sequence[Any], names: dict[Any, str], what: str, **said: Any
    ) -> None:
        self.draw(
            field,
            st.multiselect,
            options_with(options, *(self.value(field) or ())),
            format_func=lambda one: names.get(one, str(one)),
            placeholder=what,
            # Enter would choose all that match, where a new name is typed.
            select_all=False,
            filter_mode="contains",
            **said,
        )

    def day(self, field: str, **said: Any) -> None:
        self.draw(
            field, st.date_input, value=None, format="DD-MM-YYYY", min_value=FIRST, max_value=LAST,
            **said,
        )  # fmt: skip


def options_with(options: Sequence[Any], *chosen: Any) -> list[Any]:
    """The options, with what was chosen before and is offered no more."""
    return [*options, *(one for one in chosen if one is not None and one not in options)]
