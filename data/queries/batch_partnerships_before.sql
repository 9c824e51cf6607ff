with touched as (
    select entity_id::integer as id, before from change
    where batch = $undone and entity = 'partnership'
),
put_back as (
    select from_json(before, '{
        "id": "INTEGER", "library": "INTEGER", "name": "VARCHAR", "name_key": "VARCHAR",
        "partners": ["INTEGER"], "themes": ["VARCHAR"], "programmes": ["VARCHAR"],
        "gemeenten": ["VARCHAR"], "locations": ["VARCHAR"],
        "form": "VARCHAR", "level": "VARCHAR", "status": "VARCHAR",
        "start_date": "DATE", "end_date": "DATE", "evaluation_date": "DATE",
        "agreement": "BOOLEAN", "agreement_date": "DATE", "owner": "VARCHAR",
        "hours": "DOUBLE", "budget": "DOUBLE",
        "intended_result": "VARCHAR", "actual_result": "VARCHAR", "note": "VARCHAR",
        "contributions": [{
            "goal": "VARCHAR", "value": "UTINYINT", "realised": "UTINYINT", "reason": "VARCHAR"
        }],
        "history": [{"status": "VARCHAR", "since": "DATE"}],
        "removed_at": "TIMESTAMP", "ended_reason": "VARCHAR"
    }') as r
    from touched where before is not null
)
select unnest(r) from put_back
union all by name
select * exclude (version, changed_at, changed_by) replace (timezone('UTC', now()) as removed_at)
from partnership where id in (select id from touched where before is null)
order by id
