delete from scenario
where id::text in (
    select entity_id from change where batch = $undone and entity = 'scenario' and before is null
)
