update change
set after = to_json(r)
from partner r
where change.batch = $batch and change.entity = 'partner' and change.entity_id = r.id::text
