-- Partners (ids) that are no more as they were when they went, for partnerships that name them.
insert into partner by name
select unnest(from_json(last, '{
    "id": "INTEGER", "name": "VARCHAR", "name_key": "VARCHAR", "type": "VARCHAR",
    "gemeente": "VARCHAR", "version": "INTEGER", "changed_at": "TIMESTAMP",
    "changed_by": "VARCHAR"
}'))
from (
    select arg_max(before, id) as last from change
    where entity = 'partner' and after is null and entity_id in (select unnest($ids::text[]))
    group by entity_id
)
returning id
