-- How many numbers each sequence gave out; none of these is given out again.
select sequence_name as name, coalesce(last_value, start_value - 1) as given
from duckdb_sequences()
order by name
