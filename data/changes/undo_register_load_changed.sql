-- A load is made or taken back as a whole; this keeps every entity to the same four steps.
update register_load
set
    file_name = c.before ->> 'file_name', measure_date = (c.before ->> 'measure_date')::date,
    locations = (c.before ->> 'locations')::integer
from change c
where c.batch = $undone and c.entity = 'register_load' and c.entity_id = register_load.id::text
    and c.before is not null and c.after is not null
