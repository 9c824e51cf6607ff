-- Who takes part, whether they are ready with this round and how many cells they scored in it.
-- Never which, or what.
with given as (
    select e.participant, e.option, e.criterion
    from entry e
    join session s on s.id = e.session and s.round = e.round
    join consideration_cell c
        on (c.consideration, c.option, c.criterion) = (s.consideration, e.option, e.criterion)
    where e.session = $session and e.field = 'score'
    group by all
    having arg_max_null(e.value, e.id) is not null
),
counted as (
    select participant, count(*) as cells from given group by all
)
select p.id, p.name, p.joined_at, p.left_at, p.ready_round = s.round as ready,
    coalesce(c.cells, 0) as given
from participant p
join session s on s.id = p.session
left join counted c on c.participant = p.id
where p.session = $session
order by p.id
