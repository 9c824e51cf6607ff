update location
set
    name = c.before ->> 'name', gemeente = c.before ->> 'gemeente', place = c.before ->> 'place',
    kind = c.before ->> 'kind', size = (c.before ->> 'size')::integer,
    in_register = (c.before ->> 'in_register')::boolean
from change c
where c.batch = $undone and c.entity = 'location'
    and c.entity_id = concat_ws('|', location.register, location.id)
    and c.before is not null and c.after is not null
returning location.id
