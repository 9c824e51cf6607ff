-- Partners that only the example portfolio names.
select distinct unnest(partners) as id
from partnership where library in (select id from library where is_example)
except
select unnest(partners) from partnership
where library not in (select id from library where is_example)
