"""Which partner a name means: one that is known, or a new one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.partner import BY_GEMEENTE
from data.ingest.findings import Remarks
from data.ingest.gemeenten import Read
from data.ingest.rows import Draft
from data.store import Row

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
    """The partners with these names, or that had them: id, name_key, type, gemeente.

    `now_called` is the name of one that had it, else None.
    """
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

    def refs(
        self, draft: Draft, said: Remarks, stored: Sequence[int] = ()
    ) -> tuple[tuple[Ref, ...], bool]:
        """The partners of a row, and whether a known one gets its type from this row.

        `stored` are the partners (ids) that the partnership of the row already has: of several
        with the same name these are meant, and one name stands for all of them.
        """
        refs, typed = [], False
        gemeente = draft.gemeenten[0] if len(draft.gemeenten) == 1 else None
        for name, key in draft.partners:
            place = gemeente if draft.partner_type in BY_GEMEENTE else None
            rows = self._own(key, place, draft.partner_type, stored)
            rows = rows or self._rows(key, place, draft.partner_type, gemeente)[:1]
            if not rows:
                refs.append(Ref(None, (key, place)))
                self._make(name, (key, place), draft, said)
            for row in rows:
                refs.append(Ref(row["id"], (key, row["gemeente"])))
                if row["now_called"]:
                    text = f"Deze partner heet hier {row['now_called']}; dat blijft zo."
                    said.add(draft.row, "partner", name, text)
                typed |= self._typed(row, name, place, draft, said)
        # Two names of one partner, its own and one that was merged into it, are one.
        once = {ref.id or ref.identity: ref for ref in reversed(refs)}
        refs = list(once.values())[::-1]
        if len(refs) > len(draft.partners):
            order = {id_: at for at, id_ in enumerate(stored)}
            refs.sort(key=lambda ref: order.get(ref.id or 0, len(order)))
        return tuple(refs), typed

    def type_of(self, ref: Ref) -> str | None:
        """The type of a partner as the load leaves it."""
        if ref.id is None:
            return self.new[ref.identity].type
        return next(
            (row["type"] for row in self.known[ref.identity[0]] if row["id"] == ref.id), None
        )

    def _own(
        self, key: str, place: str | None, kind: str | None, stored: Sequence[int]
    ) -> list[Row]:
        """Those of the stored partners that a name means, unless type or gemeente say otherwise."""
        own = [row for row in self.known.get(key, []) if row["id"] in stored]
        return own if kind is None else [row for row in own if row["gemeente"] == place]

    def _rows(
        self, key: str, place: str | None, kind: str | None, gemeente: str | None
    ) -> list[Row]:
        """The known partners that a name can mean, the likeliest first."""
        rows = self.known.get(key, [])
        exact = [row for row in rows if row["gemeente"] == place]
        if kind is not None:
            return exact or [row for row in rows if row["type"] is None]
        nearby = [row for row in rows if row["gemeente"] == gemeente]
        return exact or nearby or (rows if len(rows) == 1 else [])

    def _typed(self, row: Row, name: str, place: str | None, draft: Draft, said: Remarks) -> bool:
        """Whether a known partner without a type gets that of the row."""
        if draft.partner_type and row["type"] is None:
            row["type"], row["gemeente"] = draft.partner_type, place
            self.typed[row["id"]] = (draft.partner_type, place)
            return True
        self._differs(name, row["type"], draft, said)
        return False

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
