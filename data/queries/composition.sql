-- How the partnerships divide over theme, form, partner type and status on the measure date:
-- those active, those in the pipeline, and all. A partnership with two themes stands under both.
with combination as (
    select
        themes, form, partner_types, status, counts_as,
        count(*) as partnerships, sum(hours) as hours
    from partnership_on($libraries, $chosen, $theme_bits, $statuses, $day)
    group by all
),
divided as (
    select
        themes, form, partner_types, status,
        sum(partnerships) filter (counts_as = 'active') as active,
        sum(partnerships) filter (counts_as = 'pipeline') as pipeline,
        sum(partnerships) as partnerships,
        sum(hours) filter (counts_as = 'active') as hours
    from combination
    group by grouping sets (themes, form, partner_types, status)
)
select
    d.dimension, d.code, d.label, d.theme_group, d.position,
    coalesce(sum(c.active), 0)::bigint as active,
    coalesce(sum(c.pipeline), 0)::bigint as pipeline,
    sum(c.partnerships)::bigint as partnerships,
    coalesce(sum(c.hours), 0) as hours
from divided c
join dimension_value d on case d.dimension
    when 'theme' then c.themes >> d.number & 1 = 1
    when 'partner_type' then c.partner_types >> d.number & 1 = 1
    when 'form' then c.form = d.number
    else c.status = d.code
end
where d.dimension <> 'theme' or $themes is null or list_contains($themes, d.code)
group by all
order by d.dimension, d.position
