insert into change (batch, entity, entity_id, after)
select $batch, 'register_load', id::text, to_json(l)
from register_load l
where id = $id
