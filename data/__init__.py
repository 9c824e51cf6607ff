"""The store: connection, migrations, views, queries, ingest, export and command line."""
