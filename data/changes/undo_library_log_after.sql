update change
set after = to_json(r)
from library r
where change.batch = $batch and change.entity = 'library' and change.entity_id = r.id::text
