"""The setting of DuckDB's allocator is read at its import: whatever starts the store sets it."""

import os
import subprocess
import sys

import pytest

SETTING = "DUCKDB_JE_MALLOC_CONF"
SAID_AT_THE_IMPORT = f"""
import os, sys
class Watching:
    def find_spec(self, name, path, target=None):
        if name == "duckdb":
            print(os.environ.get({SETTING!r}))
sys.meta_path.insert(0, Watching())
import {{module}}
"""


def _said(module: str, **given: str) -> str:
    clean = {name: value for name, value in os.environ.items() if name != SETTING}
    asked = [sys.executable, "-c", SAID_AT_THE_IMPORT.format(module=module)]
    done = subprocess.run(asked, env=clean | given, capture_output=True, check=True, text=True)
    return done.stdout.strip()


@pytest.mark.parametrize("module", ["server", "data.__main__", "bench.pauses"])
def test_memory_is_kept_before_duckdb_is_there(module: str) -> None:
    assert _said(module).startswith("dirty_decay_ms:60000")


def test_who_sets_it_decides() -> None:
    assert _said("data.store", **{SETTING: "dirty_decay_ms:0"}) == "dirty_decay_ms:0"
