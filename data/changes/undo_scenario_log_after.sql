update change
set after = to_json(r)
from scenario r
where change.batch = $batch and change.entity = 'scenario' and change.entity_id = r.id::text
