update change
set after = to_json(r)
from location r
where change.batch = $batch and change.entity = 'location'
    and change.entity_id = concat_ws('|', r.register, r.id)
