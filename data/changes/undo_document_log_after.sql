update change
set after = to_json(r)
from document r
where change.batch = $batch and change.entity = 'document' and change.entity_id = r.id::text
