update change
set after = to_json(r)
from location_link r
where change.batch = $batch and change.entity = 'location_link' and change.entity_id = concat_ws('|', r.partner, r.register, r.location)
