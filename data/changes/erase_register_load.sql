update register_load
set file_name = e.content ->> 'file_name', loaded_by = e.content ->> 'loaded_by'
from erased e
where e.place = 'register_load' and e.side is null and e.id = register_load.id::text
returning register_load.id
