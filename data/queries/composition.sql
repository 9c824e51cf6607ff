-- How the partnerships divide over theme, form, partner type and status on the measure date:
-- those active, those in the pipeline, and all. A partnership with two themes stands under both.
with in_view as materialized (
    select partnership, status, counts_as, hours
    from partnership_on($libraries, $chosen, $theme_bits, $statuses, $day)
),
counted as (
    select
        d.value,
        count(*) filter (v.counts_as = 'active') as active,
        count(*) filter (v.counts_as = 'pipeline') as pipeline,
        count(*) as partnerships,
        coalesce(sum(v.hours) filter (v.counts_as = 'active'), 0) as hours
    from in_view v
    join partnership_dimension d on d.partnership = v.partnership
    group by d.value
    union all
    select
        d.number,
        coalesce(sum(v.n) filter (v.counts_as = 'active'), 0),
        coalesce(sum(v.n) filter (v.counts_as = 'pipeline'), 0),
        sum(v.n),
        coalesce(sum(v.hours) filter (v.counts_as = 'active'), 0)
    from (
        select status, counts_as, count(*) as n, sum(hours) as hours from in_view group by all
    ) v
    join dimension_value d on d.dimension = 'status' and d.code = v.status
    group by d.number
)
select
    d.dimension, d.code, d.label, d.theme_group, d.position,
    c.active::bigint as active, c.pipeline::bigint as pipeline,
    c.partnerships::bigint as partnerships, c.hours
from counted c
join dimension_value d on d.number = c.value
where d.dimension <> 'theme' or $themes is null or list_contains($themes, d.code)
order by d.dimension, d.position
