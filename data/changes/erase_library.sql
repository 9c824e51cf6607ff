update library
set
    goal_sets = from_json(e.content -> 'goal_sets', '[{
        "valid_from": "DATE",
        "goals": [{"code": "VARCHAR", "label": "VARCHAR", "weight": "DOUBLE"}]
    }]'),
    changed_by = e.content ->> 'changed_by', version = version + 1
from erased e
where e.place = 'library' and e.side is null and e.id = library.id::text
returning library.id
