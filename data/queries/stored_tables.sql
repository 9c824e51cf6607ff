-- The tables of the store, whatever its version, by name.
select table_name as name from duckdb_tables() where not internal and not temporary order by name
