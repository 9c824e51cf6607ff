delete from document
where id::text in (
    select entity_id from change where batch = $undone and entity = 'document' and before is null
)
