-- The change log says of the rows that were written which version they are now: it is no gap.
with stored(place, entity, entity_id, version) as (
    select 'partnership', 'partnership', id::text, version from partnership
    union all select 'partner', 'partner', id::text, version from partner
    union all select 'library', 'library', id::text, version from library
    union all select kind, 'document', id::text, version from document
),
last_ as (
    select max(id) as id, entity, entity_id
    from change
    where after is not null
    group by entity, entity_id
)
update change
set after = json_merge_patch(change.after, json_object('version', s.version))
from erased e
join stored s on s.place = e.place and s.entity_id = e.id
join last_ l on l.entity = s.entity and l.entity_id = s.entity_id
where e.side is null and change.id = l.id
