-- How the active partnerships and those in the pipeline divide over theme, form, partner type
-- and status on the measure date. A partnership with two themes stands under both.
with in_view as materialized (
    select id, themes, form, partners, status, counts_as, hours
    from partnership_on($libraries, $regions, $gemeenten, $themes, $statuses, $measure_date)
),
partner_in_view as (
    select distinct v.id, partner.type, v.counts_as
    from (select id, counts_as, unnest(partners) as one from in_view) v
    join partner on partner.id = v.one
),
counted as (
    select
        'theme' as dimension, code, counts_as, count(*) as partnerships, sum(hours) as hours
    from (select unnest(themes) as code, counts_as, hours from in_view)
    group by code, counts_as
    union all
    select 'form', coalesce(form, ''), counts_as, count(*), sum(hours)
    from in_view group by form, counts_as
    union all
    select 'partner_type', coalesce(type, ''), counts_as, count(*), null
    from partner_in_view group by type, counts_as
    union all
    select 'status', status, counts_as, count(*), sum(hours)
    from in_view group by status, counts_as
)
select
    c.dimension, c.code,
    coalesce(theme.label, status.label, nullif(c.code, ''), 'niet ingevuld') as label,
    coalesce(theme.theme_group, '') as theme_group,
    coalesce(theme.position, form.position, partner_type.position, status.position, 999)
        as position,
    coalesce(sum(c.partnerships) filter (c.counts_as = 'active'), 0)::bigint as active,
    coalesce(sum(c.partnerships) filter (c.counts_as = 'pipeline'), 0)::bigint as pipeline,
    sum(c.partnerships)::bigint as partnerships,
    coalesce(sum(c.hours) filter (c.counts_as = 'active'), 0) as hours
from counted c
left join theme on c.dimension = 'theme' and theme.code = c.code
left join status on c.dimension = 'status' and status.code = c.code
left join form on c.dimension = 'form' and form.label = c.code
left join partner_type on c.dimension = 'partner_type' and partner_type.label = c.code
where c.dimension <> 'theme' or $themes is null or list_contains($themes, c.code)
group by all
order by c.dimension, position
