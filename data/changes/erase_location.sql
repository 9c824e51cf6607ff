update location
set name = e.content ->> 'name'
from erased e
where e.place = 'location' and e.side is null
    and e.id = concat_ws('|', location.register, location.id)
returning location.id
