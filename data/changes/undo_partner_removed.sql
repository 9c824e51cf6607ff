insert into partner by name
select unnest(from_json(before, '{
    "id": "INTEGER", "name": "VARCHAR", "name_key": "VARCHAR", "type": "VARCHAR",
    "gemeente": "VARCHAR", "version": "INTEGER", "changed_at": "TIMESTAMP",
    "changed_by": "VARCHAR"
}')) from change
where batch = $undone and entity = 'partner' and after is null and before is not null
returning id
