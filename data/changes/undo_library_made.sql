delete from library r
where r.id::text in (
    select entity_id from change where batch = $undone and entity = 'library' and before is null
)
    and id not in (select library from partnership where removed_at is null)
returning r.id
