delete from register_load r
where r.id::text in (
    select entity_id from change
    where batch = $undone and entity = 'register_load' and before is null
)
