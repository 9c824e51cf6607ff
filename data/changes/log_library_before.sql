insert into change (batch, entity, entity_id, before)
select $batch, 'library', id::text, to_json(r)
from library r
where id in (select unnest($ids::integer[]))
