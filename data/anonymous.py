"""A store with the same portfolio in which nobody can be recognised by name.

Pages, exports and reports that read from it cannot show a name, because there is none in it: it
is another database, in memory, into which only what `data/pseudonyms` gives was copied. A table
or a kind of document that is not named here is not in it. Nothing can be changed in it.

Gemeenten keep their names: without them there is no portfolio to look at.
"""

import json
import logging
import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NoReturn

import pyarrow as pa
from pydantic import ValidationError

from core.consideration_table import SHIPPED
from core.decision import Decision, StoredDecision
from core.names import name_key
from core.pseudonyms import HIDDEN, PEOPLE, SENTENCES, Hiding, Names, texts_in, words
from data import (
    accounts,
    agreements,
    considerations,
    contact_persons,
    criteria_sets,
    decisions,
    factsheet_documents,
    forces,
    health,
    materials,
    merging,
    partner_register,
    reviews,
    saved_views,
    scenarios,
    shared_links,
    step_plans,
    strategies,
    yearly_results,
)
from data.documents import Kind
from data.errors import InputRefused
from data.report import kept
from data.store import Reader, Row, Store

TABLES = (
    "library", "partner", "location", "partnership", "location_link", "register_load", "batch",
    "session", "participant", "entry",
)  # fmt: skip
KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        agreements.KIND,
        considerations.KIND,
        contact_persons.KIND,
        criteria_sets.KIND,
        decisions.KIND,
        factsheet_documents.FIGURES,
        factsheet_documents.STYLE,
        factsheet_documents.WORDS,
        forces.FIELD,
        forces.KIND,
        health.KIND,
        kept.KIND,
        materials.HIDDEN,
        materials.KIND,
        merging.DISTINCT,
        reviews.KIND,
        scenarios.KIND,
        step_plans.CHECK,
        step_plans.PLAN,
        step_plans.TEMPLATE,
        step_plans.WISH,
        strategies.KIND,
        yearly_results.KIND,
    )
}
# Saved views, accounts and other names of partners consist of names; a link is a key.
LEFT_OUT = {
    accounts.KIND.code, partner_register.ALIAS.code, saved_views.KIND.code, shared_links.KIND.code,
}  # fmt: skip
# What is left of some fields when their text is hidden, by kind: a hidden address is none. Files
# stay behind, for names are in them too.
_LEFT: dict[str, Row] = {
    contact_persons.KIND.code: {"phone": None, "email": None},
    materials.KIND.code: {"link": "", "file": None},
    step_plans.CHECK.code: {"link": None},
}
# The field in which a document of a kind has a name of its own, and what it is called instead.
_NAMED = {
    contact_persons.KIND.code: ("name", "Persoon"),
    materials.KIND.code: ("title", "Materiaal"),
}
_ONLY_TO_LOOK_AT = (
    "Hier kunt u alleen kijken",
    "De namen zijn verborgen. Wijzigen kan waar ze te zien zijn.",
)
RECENT = 30.0
LOG = logging.getLogger(__name__)
# What partners and partnerships are called instead, by id.
Called = Mapping[str, Mapping[int, str]]


class AnonymousStore(Store):
    """It answers every question that a store does, and refuses every change."""

    is_read_only = True

    def change(self, who: str, action: str) -> NoReturn:
        """Raises InputRefused."""
        raise InputRefused(*_ONLY_TO_LOOK_AT)

    def recording(self, who: str) -> NoReturn:
        """Raises InputRefused."""
        raise InputRefused(*_ONLY_TO_LOOK_AT)


class Disguise:
    """What a store looks like without names, made anew when it has changed.

    A change of figures shows at once. What people wrote and scored shows after RECENT seconds: in a
    session there is something new every second, and making it all anew takes longer than that.
    """

    def __init__(self, store: Store, libraries: bool) -> None:
        self._store, self._libraries = store, libraries
        self._making = threading.Lock()
        self._made: AnonymousStore | None = None
        self._made_at = 0.0

    def now(self) -> AnonymousStore:
        """The store without names; one that was given out before may still be read from."""
        with self._making:
            if self._made is None or self._is_outdated(self._made):
                self._made = anonymous(self._store, self._libraries)
                self._made_at = time.monotonic()
            return self._made

    def _is_outdated(self, made: AnonymousStore) -> bool:
        if made.data_version != self._store.data_version:
            return True
        is_older = made.change_version != self._store.change_version
        return is_older and time.monotonic() - self._made_at > RECENT


def anonymous(store: Store, libraries: bool = False) -> AnonymousStore:
    """The portfolio of `store` as it is now, under pseudonyms; `libraries`: these too.

    A pseudonym holds the number of what it stands for, so it is the same every time.
    """
    with store.imagined() as seen:  # all tables at one moment
        tables = {name: _table(seen, name, libraries) for name in TABLES}
        written = _table(seen, "document", libraries)
        names = _table(seen, "names", libraries).to_pylist()
        shipped = {SHIPPED, *_table(seen, "shipped_texts", libraries)["text"].to_pylist()} - {None}
        versions = store.data_version, store.change_version
    contents = [json.loads(text) for text in written["content"].to_pylist()]
    people = dict.fromkeys(texts_in(contents, PEOPLE), HIDDEN)
    known = Known(people | {row["name"]: row["pseudonym"] for row in names}, shipped)
    called = {
        kind: dict(zip(*(tables[kind][of].to_pylist() for of in ("id", "name")), strict=True))
        for kind in ("partnership", "partner")
    }
    tables["library"] = _with_goals(tables["library"], known)
    tables["document"] = _documents(written, known, called)
    made = AnonymousStore.open(None)
    made.fill(tables)
    made.is_as(*versions)
    made.names = f"{'none' if libraries else 'of libraries'} of {store.names}"
    return made


def _table(store: Reader, name: str, libraries: bool) -> pa.Table:
    return store.table(f"pseudonyms/{name}", libraries=libraries, hidden=HIDDEN)


class Known:
    """What everybody is called instead, by name, and the texts that come with the product."""

    def __init__(self, pseudonyms: Mapping[str, str], shipped: Collection[str]) -> None:
        self._names = Names(pseudonyms, set(words("\n".join(shipped))))
        self.shipped = shipped

    def replacing(self, texts: Iterable[str]) -> Callable[[str], str]:
        """Puts pseudonyms for names in any of these texts that is not a shipped one."""
        replace = self._names.replacing(texts)
        return lambda text: text if text in self.shipped else replace(text)


def _with_goals(libraries: pa.Table, known: Known) -> pa.Table:
    """The libraries with the names replaced in the labels of their own goals."""
    sets = libraries["goal_sets"].to_pylist()
    goals = [goal for one in sets for stated in one or () for goal in stated["goals"]]
    replace = known.replacing([goal["label"] for goal in goals])
    for goal in goals:
        goal["label"] = replace(goal["label"])
    at = libraries.schema.get_field_index("goal_sets")
    field = libraries.schema.field(at)
    return libraries.set_column(at, field, pa.array(sets, field.type))


def _documents(written: pa.Table, known: Known, called: Called) -> pa.Table:
    """The documents under pseudonyms, without those that cannot be."""
    rows = [row for row in written.to_pylist() if row["kind"] in KINDS]
    contents = [json.loads(row["content"]) for row in rows]
    replace = known.replacing(texts_in(contents, SENTENCES))
    hiding = {code: Hiding(kind.form, known.shipped) for code, kind in KINDS.items()}

    def made(row: Row, content: Row) -> Row | None:
        kind = KINDS[row["kind"]]
        own = _options(content, called)
        replace_own = Names(own).replacing(texts_in(content, SENTENCES))
        hidden = hiding[kind.code].content(content, lambda text: replace(replace_own(text)))
        _rename(hidden, content, own)
        hidden |= _LEFT.get(kind.code, {})
        if kind.code in _NAMED:
            field, called_ = _NAMED[kind.code]
            hidden[field] = f"{called_} {row['id']}"
        try:
            kind.form.model_validate(hidden)
        except ValidationError:
            LOG.exception("cannot be shown under pseudonyms", extra={"kind": kind.code})
            return None
        about = [called[of].get(content.get(of) or 0) for of in called]
        name = next(filter(None, about), _called(kind, row["id"]))
        return row | {"name": name, "name_key": name_key(name), "content": json.dumps(hidden)}

    found = [made(row, content) for row, content in zip(rows, contents, strict=True)]
    return pa.Table.from_pylist([row for row in found if row], written.schema)


def _called(kind: Kind, id: int) -> str:
    return f"{kind.noun.capitalize()} {id}"


def _stated(content: Row) -> Row:
    """What was decided, within a decision; what a document says itself, of any other."""
    within = content.get("decision")
    return within if isinstance(within, dict) else content


def _options(content: Row, called: Called) -> dict[str, str]:
    """What the options of a consideration are called instead, by name."""
    options = _stated(content).get("options", [])
    known = [called["partnership"].get(one["partnership"] or 0) for one in options]
    return {
        one["name"]: name if name and known.count(name) == 1 else f"Optie {one['code']}"
        for one, name in zip(options, known, strict=True)
    }


def _rename(hidden: Row, content: Row, options: Mapping[str, str]) -> None:
    """Give what must have a name of its own one, and a decision the hash of what it now says.

    The question of a decision is called as its consideration is.
    """
    stated = _stated(hidden)
    if "question" in stated:
        stated["question"] = _called(considerations.KIND, stated["consideration"])
    for now, before in zip(
        stated.get("options", ()), _stated(content).get("options", ()), strict=True
    ):
        now["name"] = options[before["name"]]
    for number, one in enumerate(stated.get("imagined", ()), 1):
        one["name"] = f"Bedachte samenwerking {number}"
    if "took_part" in stated:
        stated["took_part"] = [f"Deelnemer {at + 1}" for at in range(len(stated["took_part"]))]
    if stated is not hidden and StoredDecision.model_validate(content).is_unchanged:
        hidden["hash"] = Decision.model_validate(stated).hash
