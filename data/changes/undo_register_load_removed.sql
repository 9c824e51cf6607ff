insert into register_load by name
select unnest(from_json(before, '{
    "id": "INTEGER", "register": "VARCHAR", "file_name": "VARCHAR", "measure_date": "DATE",
    "locations": "INTEGER", "loaded_at": "TIMESTAMP", "loaded_by": "VARCHAR"
}')) from change
where batch = $undone and entity = 'register_load' and after is null and before is not null
