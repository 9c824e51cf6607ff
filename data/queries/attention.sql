-- The partnerships that need attention, most urgent first: a passed date before a coming one,
-- then the largest in hours. Without reasons given: all reasons.
with urgent as (
    select
        a.id, a.name, a.library, a.reason, a.due, a.status, a.owner, a.hours, a.budget,
        a.end_date, a.evaluation_date, a.themes, a.gemeenten, a.partners,
        case a.reason
            when 'agreement_ended' then 1 when 'evaluation_overdue' then 2
            when 'agreement_ends' then 3 when 'no_agreement' then 4
            when 'no_owner' then 5 when 'dormant' then 6 else 7
        end as urgency
    from attention($libraries, $regions, $gemeenten, $themes, $statuses, $measure_date) a
    where $reasons is null or list_contains($reasons, a.reason)
    order by urgency, a.due, a.hours desc nulls last, a.name, a.id
    limit $limit
),
partner_of as (
    select u.id, list(distinct partner.name) as names
    from (select id, unnest(partners) as one from urgent) u
    join partner on partner.id = u.one
    group by u.id
),
gemeente_of as (
    select u.id, list(distinct g.name order by g.name) as names
    from (select id, unnest(gemeenten) as one from urgent) u
    join gemeente g on g.code = u.one
    group by u.id
)
select
    u.id, u.name, l.name as library, u.reason, u.due, u.status, u.owner, u.hours, u.budget,
    u.end_date, u.evaluation_date, u.themes, u.gemeenten, g.names as gemeente_names,
    list_sort(o.names) as partners
from urgent u
join library l on l.id = u.library
left join partner_of o on o.id = u.id
left join gemeente_of g on g.id = u.id
order by u.urgency, u.due, u.hours desc nulls last, u.name, u.id
