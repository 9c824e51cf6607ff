"""What is no store is refused: DuckDB itself would take a table file for one, and lose the rows."""

from pathlib import Path

import pytest

from data.errors import StoreUnreadable
from data.store import Store


@pytest.mark.parametrize("name", ["tabel.csv", "tabel.json", "tabel.PARQUET"])
@pytest.mark.parametrize("there", [True, False])
def test_a_name_of_a_table_is_refused(tmp_path: Path, name: str, there: bool) -> None:
    path = tmp_path / name
    if there:
        path.write_text("a;b\n1;2\n")
    with pytest.raises(StoreUnreadable, match="geen naam voor een gegevensbestand"):
        Store.open(path)
    assert path.exists() == there


@pytest.mark.parametrize("content", [b"", b"a;b\n1;2\n", b"geen gegevensbestand" * 1000])
def test_another_file_under_the_name_of_a_store_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "store.duckdb"
    path.write_bytes(content)
    with pytest.raises(StoreUnreadable):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_store_is_made_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "samen"
    Store.open(path).close()
    with Store.open(path) as store:
        assert len(store.rows("known_gemeenten")) >= 342
