"""The materials of the example: there with their files, and gone with the example."""

from datetime import date, timedelta

from core.material import is_stale
from data.demo.clear import clear_example
from data.demo.materials import add_example_materials
from data.material_files import file_storage, material_file
from data.materials import make_material, materials, remove_material
from data.store import Store

DAY = date(2026, 11, 28)


def test_add_example_materials(store: Store) -> None:
    add_example_materials(store, DAY)
    own = [one.content for one in materials(store) if not one.is_shipped]
    assert {one.kind for one in own} >= {"format", "tool", "example", "presentation", "link"}
    assert sum(is_stale(one, DAY) for one in own) == 1
    assert all(".example/" in one.link for one in own if one.link)
    files = [one.file for one in own if one.file]
    assert files
    assert all(material_file(store, one.sha256) for one in files)
    assert max(one.checked_on or DAY for one in own) < DAY + timedelta(days=1)


def test_they_go_with_the_example_but_not_what_people_made_of_them(store: Store) -> None:
    add_example_materials(store, DAY)
    with_file = [one for one in materials(store) if one.content.file]
    kept = with_file[0].content.model_copy(update={"title": "Van ons"})
    make_material(store, kept, "iemand")
    remove_material(store, with_file[1].id or 0, 1, "iemand")
    with store.change("iemand", "weg") as change:
        clear_example(change)
    assert [one.content for one in materials(store) if not one.is_shipped] == [kept]
    assert kept.file
    assert material_file(store, kept.file.sha256)
    assert file_storage(store)["files"] == 1
