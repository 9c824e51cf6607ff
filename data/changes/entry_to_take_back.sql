-- An entry with the value that stood before it, if nothing was entered after it; not in a round
-- that is over.
with cell as (
    select e.*
    from entry e
    join entry taken on taken.id = $entry
        and (e.option, e.criterion, e.field) = (taken.option, taken.criterion, taken.field)
    where e.consideration = $consideration and e.session is not distinct from $session
        and e.participant is not distinct from $participant
),
ordered as (
    select *, lag(value) over (order by id) as before, lead(id) over (order by id) as next
    from cell
)
select option, criterion, field, before as value
from ordered
where id = $entry and next is null and round is not distinct from $round
    and ($session is null or $session in (
        select id from session_state where running and round = $round and not revealed
    ))
