delete from partner r
where r.id::text in (
    select entity_id from change where batch = $undone and entity = 'partner' and before is null
)
    and id not in (select unnest(partners) from partnership where removed_at is null)
    and id not in (select partner from location_link)
returning r.id
