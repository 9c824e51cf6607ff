update partner
set
    name = e.content ->> 'name', name_key = e.content ->> 'name_key',
    changed_by = e.content ->> 'changed_by', version = version + 1
from erased e
where e.place = 'partner' and e.side is null and e.id = partner.id::text
returning partner.id
