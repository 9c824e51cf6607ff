update change
set after = to_json(r)
from register_load r
where change.batch = $batch and change.entity = 'register_load' and change.entity_id = r.id::text
