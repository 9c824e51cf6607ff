delete from location r
where concat_ws('|', r.register, r.id) in (
    select entity_id from change where batch = $undone and entity = 'location' and before is null
)
returning r.id
