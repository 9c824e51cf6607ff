insert into change (batch, entity, entity_id, before)
select $batch, 'scenario', id::text, to_json(r)
from scenario r
where id = $id
