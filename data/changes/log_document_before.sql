insert into change (batch, entity, entity_id, before)
select $batch, 'document', id::text, to_json(r)
from document r
where id = $id
