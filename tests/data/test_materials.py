"""Materials and their files: kept together, found again, undone, and never overwritten."""

from datetime import date
from typing import Any

import pytest

from core.material import Material, Shelved
from core.material_search import search
from data import material_files
from data.errors import ChangedMeanwhile, InputRefused
from data.material_files import (
    clear_unused_files,
    file_storage,
    kept_files,
    material_file,
)
from data.materials import (
    change_material,
    hide_guide,
    make_material,
    mark_checked,
    material_index,
    materials,
    remove_material,
    show_guide,
)
from data.store import Store
from data.undo import undo_batch
from data.uploads import checked_upload
from tests.uploads import GOOD, PDF

DAY = date(2026, 11, 28)
PLAN = checked_upload("plan.pdf", PDF)


def material(**fields: Any) -> Material:
    return Material(**{"title": "Format", "kind": "format", "summary": "Over iets", **fields})


def own(store: Store) -> list[Shelved]:
    return [one for one in materials(store) if not one.is_shipped]


def found(store: Store, typed: str) -> list[str]:
    return [one.key for one in search(material_index(store), typed).found]


def test_materials_are_the_guides_and_what_people_added(store: Store) -> None:
    assert {one.content.kind for one in materials(store)} == {"guide"}
    id_, _ = make_material(store, material(title="Één format"), "iemand")
    [one] = own(store)
    assert (one.key, one.id, one.version, one.changed_by) == (str(id_), id_, 1, "iemand")
    titles = [one.content.title.casefold() for one in materials(store)]
    assert titles == sorted(titles)


def test_material_index_finds_guides_and_own_materials(store: Store) -> None:
    assert found(store, "vve")[0] == "kinderopvang"
    assert "mfa" in found(store, "intentieoverenkomst")
    id_, _ = make_material(
        store, material(title="Brief", maker="Bibliotheek Zwolle", file=PLAN), "x", PDF
    )
    for typed in ("zwole", "plan pdf brief", "over iets"):
        assert str(id_) in found(store, typed), typed


def test_a_material_is_changed_and_a_conflict_is_refused(store: Store) -> None:
    id_, _ = make_material(store, material(), "een")
    change_material(store, id_, 1, material(title="Nieuw"), "twee")
    with pytest.raises(ChangedMeanwhile):
        change_material(store, id_, 1, material(title="Oud"), "drie")
    assert [one.content.title for one in own(store)] == ["Nieuw"]


def test_mark_checked_is_one_change(store: Store) -> None:
    make_material(store, material(link="https://a.example", checked_on=date(2020, 1, 1)), "x")
    [one] = own(store)
    batch = mark_checked(store, one, DAY, "x")
    assert own(store)[0].content.checked_on == DAY
    with pytest.raises(ChangedMeanwhile):
        mark_checked(store, one, DAY, "x")
    undo_batch(store, batch, "x")
    assert own(store)[0].content.checked_on == date(2020, 1, 1)


@pytest.mark.parametrize(
    "fields",
    [
        {"link": "javascript:alert(1)"},
        {"link": "https://bank.example@evil.example"},
        {"kind": "link"},
        {"summary": ""},
    ],
)
def test_what_is_refused_leaves_nothing(store: Store, fields: dict[str, Any]) -> None:
    with pytest.raises(InputRefused):
        make_material(store, material(**fields), "x")
    assert own(store) == []


def test_material_file_is_written_with_the_material(store: Store) -> None:
    make_material(store, material(file=PLAN), "x", PDF)
    assert material_file(store, PLAN.sha256) == PDF
    assert material_file(store, "0") is None
    assert kept_files(store) == {PLAN.sha256}


def test_the_same_file_is_kept_once(store: Store) -> None:
    for _ in range(3):
        make_material(store, material(file=PLAN), "x", PDF)
    assert file_storage(store) == {
        "files": 1, "size": len(PDF), "unused_files": 0, "unused_size": 0,
    }  # fmt: skip


def test_a_conflict_keeps_no_file(store: Store) -> None:
    id_, _ = make_material(store, material(), "x")
    with pytest.raises(ChangedMeanwhile):
        change_material(store, id_, 7, material(file=PLAN), "x", PDF)
    assert file_storage(store)["files"] == 0


def test_undo_of_a_removal_brings_the_file_back(store: Store) -> None:
    id_, _ = make_material(store, material(file=PLAN), "x", PDF)
    batch = remove_material(store, id_, 1, "x")
    assert own(store) == []
    assert file_storage(store)["unused_files"] == 1
    undo_batch(store, batch, "x")
    [one] = own(store)
    assert one.content.file == PLAN
    assert material_file(store, PLAN.sha256) == PDF


def test_undo_of_another_file_brings_the_first_back(store: Store) -> None:
    other = checked_upload("ander.txt", GOOD["txt"])
    id_, _ = make_material(store, material(file=PLAN), "x", PDF)
    batch = change_material(store, id_, 1, material(file=other), "x", GOOD["txt"])
    undo_batch(store, batch, "x")
    assert own(store)[0].content.file == PLAN
    assert material_file(store, PLAN.sha256) == PDF


def test_clear_unused_files_leaves_those_in_use(store: Store) -> None:
    other = checked_upload("ander.txt", GOOD["txt"])
    make_material(store, material(file=other), "x", GOOD["txt"])
    id_, _ = make_material(store, material(file=PLAN), "x", PDF)
    batch = remove_material(store, id_, 1, "x")
    assert clear_unused_files(store, "x") == (1, len(PDF))
    assert kept_files(store) == {other.sha256}
    assert clear_unused_files(store, "x") == (0, 0)
    undo_batch(store, batch, "x")  # the material comes back, and says that its file is gone
    assert len(own(store)) == 2
    assert material_file(store, PLAN.sha256) is None


def test_all_files_together_have_a_limit(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(material_files, "MOST_TOGETHER", len(PDF))
    make_material(store, material(file=PLAN), "x", PDF)
    make_material(store, material(file=PLAN), "x", PDF)  # there already: takes no room
    other = checked_upload("ander.txt", GOOD["txt"])
    with pytest.raises(InputRefused, match="samen"):
        make_material(store, material(file=other), "x", GOOD["txt"])
    assert kept_files(store) == {PLAN.sha256}
    assert len(own(store)) == 2


def test_hide_guide_and_show_guide(store: Store) -> None:
    [guide] = [one for one in materials(store) if one.key == "mbo"]
    batch = hide_guide(store, guide, "x")
    with pytest.raises(ChangedMeanwhile):
        hide_guide(store, guide, "x")
    [hidden] = [one for one in materials(store) if one.hidden_by]
    assert hidden.key == "mbo"
    assert "mbo" not in found(store, "mbo")
    show_guide(store, hidden, "x")
    assert "mbo" in found(store, "mbo")
    with pytest.raises(ChangedMeanwhile):
        show_guide(store, hidden, "x")
    with pytest.raises(ChangedMeanwhile):
        undo_batch(store, batch, "x")


def test_a_changed_material_leaves_the_figures_as_they_are(store: Store) -> None:
    before = store.data_version
    make_material(store, material(file=PLAN), "x", PDF)
    assert store.data_version == before


def test_a_copy_of_the_store_has_the_files(tmp_path: Any) -> None:
    with Store.open(tmp_path / "een.duckdb") as store:
        make_material(store, material(file=PLAN), "x", PDF)
    (tmp_path / "kopie.duckdb").write_bytes((tmp_path / "een.duckdb").read_bytes())
    with Store.open(tmp_path / "kopie.duckdb") as copy:
        assert material_file(copy, PLAN.sha256) == PDF


def test_five_thousand_materials(store: Store) -> None:
    with store.change("x", "veel") as change:
        change.cursor.execute(
            "insert into document (kind, name, name_key, content, changed_by) "
            "select 'material', 'Stuk ' || i, 'stuk' || i, "
            """'{"title": "Stuk ' || i || '", "kind": "tool", "summary": "over lezen"}', 'x' """
            "from range(5000) t(i)"
        )
    assert len(own(store)) == 5_000
    assert found(store, "4711")[0] == own(store)[[o.content.title for o in own(store)].index(
        "Stuk 4711")].key  # fmt: skip
