"""What the choices of the shared filters come down to."""

from core.filters import Filters
from data.memory import Memory
from data.scope import parameters, scope
from data.store import Store
from tests.portfolio import ALKMAAR, DAY, VEENDAM, ZAANSTAD, Portfolio


def asked(store: Store, **filters: tuple[object, ...]) -> tuple[object, ...]:
    """chosen, scope and theme_bits, the lists as sets."""
    chosen = Filters.model_validate({"measure_date": DAY, **filters})
    found = scope(store, chosen.parameters())
    bits = found["theme_bits"]
    return (found["chosen"] and set(found["chosen"]), set(found["in_scope"]), bits)


def test_scope(store: Store) -> None:
    made = Portfolio(store)
    home = made.library("Bibliotheek", ZAANSTAD, ALKMAAR)
    made.library("Ander", VEENDAM)
    store.memory = Memory()
    served = {ZAANSTAD, ALKMAAR, VEENDAM}
    assert asked(store) == (None, served, None)
    assert asked(store, libraries=(home,)) == (None, {ZAANSTAD, ALKMAAR}, None)
    province, inside, bits = asked(store, regions=("PV27",), themes=("PO", "KOV"))
    assert isinstance(province, set)
    assert {ZAANSTAD, ALKMAAR} < province
    assert inside == {ZAANSTAD, ALKMAAR}
    assert isinstance(bits, int)
    assert bits.bit_count() == 2
    # One that was named itself is in scope, also when no library serves it.
    assert asked(store, gemeenten=("GM0363",)) == ({"GM0363"}, {"GM0363"}, None)
    assert asked(store, regions=("PV20",), gemeenten=(ZAANSTAD,)) == ([], set(), None)


def test_scope_without_libraries_is_everything(store: Store) -> None:
    assert len(parameters(store, Filters(measure_date=DAY))["scope"]) == 342


def test_scope_is_asked_anew_after_a_change(store: Store) -> None:
    made = Portfolio(store)
    made.library("Bibliotheek", ZAANSTAD)
    made.partnership()
    assert asked(store)[1] == {ZAANSTAD}
    with store.change("ik", "wider") as change:
        change.run("extend_library", id=made.home, gemeenten=[VEENDAM])
    assert asked(store)[1] == {ZAANSTAD, VEENDAM}
