update location_link
set decided_by = e.content ->> 'decided_by'
from erased e
where e.place = 'location_link' and e.side is null
    and e.id = concat_ws('|', location_link.partner, location_link.register, location_link.location)
returning location_link.partner as id
