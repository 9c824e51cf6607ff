update document
set
    name = e.content ->> 'name', name_key = e.content ->> 'name_key',
    content = e.content -> 'content',
    changed_by = e.content ->> 'changed_by', version = version + 1
from erased e
where e.place = document.kind and e.side is null and e.id = document.id::text
returning document.id
