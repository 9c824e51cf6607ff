insert into change (batch, entity, entity_id, before)
select $batch, 'partner', id::text, to_json(r)
from partner r
where id in (select unnest($ids::integer[]))
