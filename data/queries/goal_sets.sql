-- The sets of goals of a library, each with the day from which it holds (null: since always, the
-- shipped goals) and until which (null: for good), and whether it holds on $day. Of each goal:
-- source (shipped goals only), how many partnerships were judged on it and how many of those are
-- active on $day.
with judged as (
    select
        c.goal, count(*) as partnerships,
        count(*) filter (c.partnership in (
            select a.partnership from partnership_activity a
            where a.counts_as = 'active' and a.valid_from <= $day and $day < a.valid_to
        )) as active
    from partnership_contribution c
    join partnership p on p.id = c.partnership
    where p.library = $id and c.value is not null
    group by c.goal
)
select
    try_strptime(w.valid_from::text, '%Y%m%d')::date as valid_from,
    try_strptime(w.valid_to::text, '%Y%m%d')::date as valid_to,
    w.valid_from <= $day and $day < w.valid_to as holds,
    list({
        'code': w.goal, 'label': w.label, 'weight': w.weight,
        'source': if(w.valid_from = 0, g.source, null),
        'partnerships': coalesce(j.partnerships, 0), 'active': coalesce(j.active, 0)
    } order by w.position) as goals
from goal_weight w
left join goal g on g.code = w.goal
left join judged j on j.goal = w.goal
where w.library = $id
group by w.valid_from, w.valid_to
order by w.valid_from
