-- Partners as they are stored, by id; no row where one is no more.
select id, name, name_key, type, gemeente, version, changed_at, changed_by
from partner
where id in (select unnest($ids::integer[]))
order by id
