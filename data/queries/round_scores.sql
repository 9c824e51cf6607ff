-- What participants gave up to a round, once that round is shown to all: it was revealed, or is
-- followed by another. What somebody left as it was in the round before holds, also of who left.
with shown as (
    select id, consideration from session
    where id = $session and (round > $round or (round = $round and revealed))
),
last as (
    select e.participant, e.option, e.criterion, e.field, arg_max_null(e.value, e.id) as value
    from entry e
    join shown s on s.id = e.session
    join consideration_cell c
        on (c.consideration, c.option, c.criterion) = (s.consideration, e.option, e.criterion)
    where e.session = $session and e.round <= $round
    group by all
)
select l.participant, p.name, l.option, l.criterion,
    any_value(l.value) filter (l.field = 'score') as score,
    coalesce(any_value(l.value) filter (l.field = 'note'), '') as note
from last l join participant p on p.id = l.participant
where l.value is not null
group by all
order by l.participant, l.option, l.criterion
