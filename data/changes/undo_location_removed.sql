-- With its number, so that it is the same place as before.
insert into location by name
select unnest(from_json(before, '{
    "register": "VARCHAR", "id": "VARCHAR", "name": "VARCHAR", "gemeente": "VARCHAR",
    "place": "VARCHAR", "kind": "VARCHAR", "size": "INTEGER", "in_register": "BOOLEAN",
    "number": "INTEGER"
}')) from change
where batch = $undone and entity = 'location' and after is null and before is not null
returning id
