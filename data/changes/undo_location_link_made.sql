delete from location_link r
where concat_ws('|', r.partner, r.register, r.location) in (
    select entity_id from change where batch = $undone and entity = 'location_link' and before is null
)
returning r.partner as id
