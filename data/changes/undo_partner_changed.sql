update partner
set name = c.before ->> 'name', name_key = c.before ->> 'name_key',
    type = c.before ->> 'type', gemeente = c.before ->> 'gemeente',
    version = version + 1, changed_by = $who, changed_at = timezone('UTC', now())
from change c
where c.batch = $undone and c.entity = 'partner' and c.entity_id = partner.id::text
    and c.before is not null and c.after is not null
returning partner.id
