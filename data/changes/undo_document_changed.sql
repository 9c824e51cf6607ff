update document
set name = c.before ->> 'name', name_key = c.before ->> 'name_key',
    content = c.before -> 'content',
    version = version + 1, changed_by = $who, changed_at = timezone('UTC', now())
from change c
where c.batch = $undone and c.entity = 'document' and c.entity_id = document.id::text
    and c.before is not null and c.after is not null
