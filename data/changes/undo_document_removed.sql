insert into document by name
select unnest(from_json(before, '{
    "id": "INTEGER", "name": "VARCHAR", "name_key": "VARCHAR", "content": "JSON",
    "version": "INTEGER", "changed_at": "TIMESTAMP", "changed_by": "VARCHAR",
    "kind": "VARCHAR", "libraries": ["INTEGER"]
}')) from change
where batch = $undone and entity = 'document' and after is null and before is not null
