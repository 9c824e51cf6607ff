"""Which partner a name means: one that is known, or a new one."""

from collections import defaultdict
from dataclasses import dataclass, field

from data.ingest.findings import Remarks
from data.ingest.gemeenten import Read
from data.ingest.rows import Draft
from data.store import Row

# Many schools and childcare locations share a name; for these the gemeente tells them apart.
BY_GEMEENTE = frozenset({"basisschool", "vo-school", "kinderopvang"})
Identity = tuple[str, str | None]


@dataclass(frozen=True)
class Ref:
    """A partner of a row: the id of a known one, else the identity of one to be made."""

    id: int | None
    identity: Identity


@dataclass
class New:
    """A partner that the load makes."""

    name: str
    type: str | None


def known_partners(read: Read, name_keys: list[str]) -> list[Row]:
    """The partners with these names: id, name_key, type, gemeente."""
    return read("known_partners", name_keys=name_keys)


@dataclass
class Partners:
    """The partners of a load: known, new, and known ones that get a type."""

    known: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    new: dict[Identity, New] = field(default_factory=dict)
    typed: dict[int, tuple[str, str | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, read: Read, drafts: list[Draft]) -> "Partners":
        """Ready for these drafts. Partners of the example portfolio are not among the known."""
        found = cls()
        keys = {key for draft in drafts for _, key in draft.partners}
        for row in known_partners(read, sorted(keys)):
            found.known[row["name_key"]].append(row)
        return found

    def refs(self, draft: Draft, said: Remarks) -> tuple[tuple[Ref, ...], bool]:
        """The partners of a row, and whether a known one gets its type from this row."""
        refs, typed = [], False
        gemeente = draft.gemeenten[0] if len(draft.gemeenten) == 1 else None
        for name, key in draft.partners:
            place = gemeente if draft.partner_type in BY_GEMEENTE else None
            row = self._row(key, place, draft.partner_type, gemeente)
            if row is None:
                refs.append(Ref(None, (key, place)))
                self._make(name, (key, place), draft, said)
                continue
            refs.append(Ref(row["id"], (key, row["gemeente"])))
            if draft.partner_type and row["type"] is None:
                row["type"], row["gemeente"], typed = draft.partner_type, place, True
                self.typed[row["id"]] = (draft.partner_type, place)
            else:
                self._differs(name, row["type"], draft, said)
        return tuple(refs), typed

    def _row(
        self, key: str, place: str | None, kind: str | None, gemeente: str | None
    ) -> Row | None:
        rows = self.known.get(key, [])
        exact = [row for row in rows if row["gemeente"] == place]
        if exact:
            return exact[0]
        if kind is None:
            nearby = [row for row in rows if row["gemeente"] == gemeente]
            likely = nearby or (rows if len(rows) == 1 else [])
            return likely[0] if likely else None
        untyped = [row for row in rows if row["type"] is None]
        return untyped[0] if untyped else None

    def _make(self, name: str, identity: Identity, draft: Draft, said: Remarks) -> None:
        new = self.new.setdefault(identity, New(name, draft.partner_type))
        new.type = new.type or draft.partner_type
        self._differs(name, new.type, draft, said)

    @staticmethod
    def _differs(name: str, kind: str | None, draft: Draft, said: Remarks) -> None:
        if draft.partner_type and kind and kind != draft.partner_type:
            said.add(
                draft.row,
                "partnertype",
                draft.partner_type,
                f"De partner {name} is al bekend als {kind}; dat blijft zo.",
            )
