"""What Bronnen says, on the reference facts."""

from data.sources import merged, published_figures, sources, status_meanings, theme_meanings
from data.store import Store


def test_sources_each_with_origin_and_date(store: Store) -> None:
    found = sources(store).to_pylist()
    assert len(found) > 5
    assert all(row["topic"] and row["what"] and row["origin"] and row["date"] for row in found)
    kinds = {row["topic"]: row["kind"] for row in found}
    assert (kinds["Inwoners"], kinds["Statussen"]) == ("facts", "own")
    assert kinds["Landelijke cijfers kinderopvang"] == "published"


def test_published_figures_with_period_source_and_our_definition(store: Store) -> None:
    found = published_figures(store).to_pylist()
    assert found
    assert all(row["indicator"] and row["period"] and row["source"] for row in found)
    assert all(row["published"] or row["numerator"] for row in found)
    labels = {row["definition"]: row["definition_label"] for row in found}
    assert labels["contact"] == "Contact"
    assert {labels[one] for one in labels if one is None} <= {"–"}


def test_theme_meanings_in_order_with_their_group(store: Store) -> None:
    found = theme_meanings(store).to_pylist()
    assert len(found) == 12
    assert found[1]["label"] == "Primair onderwijs"
    assert found[1]["group_label"] == "Onderwijs en opvang"
    assert all(row["description"] for row in found)


def test_status_meanings_say_what_each_counts_as(store: Store) -> None:
    found = {row["label"]: row["counts"] for row in status_meanings(store).to_pylist()}
    assert found["Actief"] == found["Evaluatie"] == "lopend"
    assert found["Verkenning"] == found["Opstart"] == "in voorbereiding"
    assert found["Slapend"] == "telt niet mee"


def test_merged_names_the_successor(store: Store) -> None:
    found = {row["old_name"]: row["new_name"] for row in merged(store).to_pylist()}
    assert found["Dongeradeel"] == "Noardeast-Fryslân"
