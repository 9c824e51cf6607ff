-- The partnerships that stood otherwise on $since than on the measure date, under the shared
-- filters; of the filter on status, those that had it on either day. `turn`:
--
-- begun      active now, and not then          prepared  in the pipeline now, and nothing then
-- ended      active then, and not now          dropped   in the pipeline then, and nothing now
-- changed    active or in the pipeline on both days, with another status or agreement in force
--
-- `since_status` and `status` are labels, null on a day on which it was not there yet. Largest in
-- hours first within a turn.
with before as (
    from partnership_on($libraries, $chosen, $theme_bits, null, $since_day)
),
now as (
    from partnership_on($libraries, $chosen, $theme_bits, null, $day)
),
both_days as (
    select
        coalesce(n.partnership, b.partnership) as id,
        coalesce(n.library, b.library) as library,
        b.status as since_status, n.status,
        coalesce(b.counts_as, 'none') as was, coalesce(n.counts_as, 'none') as is_,
        coalesce(b.agreed, 0) = 1 as was_agreed, coalesce(n.agreed, 0) = 1 as is_agreed,
        coalesce(n.hours, b.hours) as hours
    from before b
    full join now n on n.partnership = b.partnership
    where $statuses is null
        or list_contains($statuses, b.status) or list_contains($statuses, n.status)
),
turned as (
    select
        *,
        case
            when is_ = 'active' and was <> 'active' then 'begun'
            when was = 'active' and is_ <> 'active' then 'ended'
            when is_ = 'pipeline' and was = 'none' then 'prepared'
            when was = 'pipeline' and is_ = 'none' then 'dropped'
            when is_ <> 'none'
                and (status <> since_status or (is_ = 'active' and was_agreed <> is_agreed))
                then 'changed'
        end as turn
    from both_days
),
told as materialized (
    select * from turned where turn is not null
)
select
    t.id, t.turn, p.name, l.name as library, o.names as partners, h.labels as theme_labels,
    coalesce(g.names, ['hele werkgebied']) as gemeente_names,
    since_.label as since_status, now_.label as status,
    t.was_agreed, t.is_agreed, p.start_date, p.end_date, p.ended_reason, t.hours, p.budget
from told t
join partnership p on p.id = t.id
join library l on l.id = t.library
left join status since_ on since_.code = t.since_status
left join status now_ on now_.code = t.status
left join partners_in_words((select list(id) from told)) o on o.id = t.id
left join themes_in_words((select list(id) from told)) h on h.id = t.id
left join gemeenten_in_words((select list(id) from told)) g on g.id = t.id
order by
    list_position(['begun', 'ended', 'changed', 'prepared', 'dropped'], t.turn),
    t.hours desc nulls last, p.name, t.id
