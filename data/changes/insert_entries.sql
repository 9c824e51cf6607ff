insert into entry (
    consideration, session, round, participant, option, criterion, field, value, edit, made_by
)
select
    $consideration, $session, $round, $participant,
    e.option, e.criterion, e.field, e.value, e.id, $who
from (
    select unnest(from_json($edits, '[{
        "id": "VARCHAR", "option": "VARCHAR", "criterion": "VARCHAR", "field": "VARCHAR",
        "value": "VARCHAR"
    }]')) as e
)
returning id
