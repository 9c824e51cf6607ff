update entry
set value = e.content ->> 'value', made_by = e.content ->> 'made_by'
from erased e
where e.place = 'entry' and e.id = entry.id::text
returning entry.id
