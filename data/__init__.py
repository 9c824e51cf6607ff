"""The store: connection, migrations, views, queries, ingest, export and command line."""

import os

# DuckDB's allocator (jemalloc, on Linux) reads this at the first `import duckdb`. By itself it
# gives what is free back to the system within a second, so that the queries of a page somebody
# looks at now and then ask for all of it again: 10 to 20% of their time (`python -m bench pauses`).
os.environ.setdefault("DUCKDB_JE_MALLOC_CONF", "dirty_decay_ms:60000,muzzy_decay_ms:60000")
