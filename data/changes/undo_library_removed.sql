insert into library by name
select unnest(from_json(before, '{
    "id": "INTEGER", "name": "VARCHAR", "name_key": "VARCHAR", "gemeenten": ["VARCHAR"],
    "goal_sets": [{
        "valid_from": "DATE",
        "goals": [{"code": "VARCHAR", "label": "VARCHAR", "weight": "DOUBLE"}]
    }],
    "is_example": "BOOLEAN", "version": "INTEGER", "changed_at": "TIMESTAMP",
    "changed_by": "VARCHAR"
}')) from change
where batch = $undone and entity = 'library' and after is null and before is not null
returning id
