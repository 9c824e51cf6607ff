"""Views of the table are kept under a name and come back as they were."""

import pytest

from core.saved_view import SavedView
from data.errors import ChangedMeanwhile, InputRefused
from data.saved_views import keep_view, remove_view, rename_view, saved_views
from data.store import Store
from data.undo import undo_batch

VIEW = SavedView(
    columns=("name", "hours"), sort="hours", descending=True, words="zon",
    filters={"thema": ("Primair onderwijs",)},
)  # fmt: skip


def test_a_view_is_kept_once_under_a_name(store: Store) -> None:
    id_, _ = keep_view(store, "Scholen", VIEW, "Anna")
    [row] = saved_views(store)
    assert (row["id"], row["name"], row["content"]) == (id_, "Scholen", VIEW)
    with pytest.raises(InputRefused, match="al een weergave"):
        keep_view(store, "scholen!", VIEW, "Anna")


def test_a_view_goes_and_comes_back(store: Store) -> None:
    id_, _ = keep_view(store, "Scholen", VIEW, "Anna")
    batch = remove_view(store, id_, 1, "Anna")
    assert saved_views(store) == []
    undo_batch(store, batch, "Anna")
    assert [row["content"] for row in saved_views(store)] == [VIEW]


def test_a_view_gets_another_name(store: Store) -> None:
    id_, _ = keep_view(store, "Scholen", VIEW, "Anna")
    keep_view(store, "Zorg", VIEW, "Anna")
    batch = rename_view(store, id_, 1, " Alle  scholen ", VIEW, "Anna")
    assert [row["name"] for row in saved_views(store)] == ["Alle scholen", "Zorg"]
    with pytest.raises(InputRefused, match="al een weergave"):
        rename_view(store, id_, 2, "zorg", VIEW, "Anna")
    with pytest.raises(ChangedMeanwhile):
        rename_view(store, id_, 1, "Scholen!", VIEW, "Bert")
    undo_batch(store, batch, "Anna")
    assert [row["content"] for row in saved_views(store)] == [VIEW, VIEW]
    assert saved_views(store, id_)[0]["name"] == "Scholen"
