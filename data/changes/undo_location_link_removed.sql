insert into location_link by name
select unnest(from_json(before, '{
    "partner": "INTEGER", "register": "VARCHAR", "location": "VARCHAR", "likeness": "DOUBLE",
    "decided_at": "TIMESTAMP", "decided_by": "VARCHAR"
}')) from change
where batch = $undone and entity = 'location_link' and after is null and before is not null
returning partner as id
