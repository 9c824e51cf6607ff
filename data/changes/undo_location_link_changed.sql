update location_link
set likeness = (c.before ->> 'likeness')::double, decided_by = $who, decided_at = timezone('UTC', now())
from change c
where c.batch = $undone and c.entity = 'location_link'
    and c.entity_id = concat_ws('|', partner, register, location)
    and c.before is not null and c.after is not null
returning partner as id
