update library
set name = c.before ->> 'name', name_key = c.before ->> 'name_key',
    gemeenten = from_json(c.before -> 'gemeenten', '["VARCHAR"]'),
    goal_sets = from_json(c.before -> 'goal_sets', '[{
        "valid_from": "DATE",
        "goals": [{"code": "VARCHAR", "label": "VARCHAR", "weight": "DOUBLE"}]
    }]'),
    version = version + 1, changed_by = $who, changed_at = timezone('UTC', now())
from change c
where c.batch = $undone and c.entity = 'library' and c.entity_id = library.id::text
    and c.before is not null and c.after is not null
returning library.id
