update partnership
set
    name = e.content ->> 'name', name_key = e.content ->> 'name_key',
    programmes = from_json(e.content -> 'programmes', '["VARCHAR"]'),
    owner = e.content ->> 'owner',
    intended_result = e.content ->> 'intended_result',
    actual_result = e.content ->> 'actual_result',
    note = e.content ->> 'note', ended_reason = e.content ->> 'ended_reason',
    contributions = from_json(e.content -> 'contributions', '[{
        "goal": "VARCHAR", "value": "UTINYINT", "realised": "UTINYINT", "reason": "VARCHAR"
    }]'),
    changed_by = e.content ->> 'changed_by', version = version + 1
from erased e
where e.place = 'partnership' and e.side is null and e.id = partnership.id::text
returning partnership.id
