-- The key figures on each of $dates: what was active on that day, under the shared filters.
-- Hours and budget are those that stand now; no year of them is kept.
with in_time as materialized (
    select partners, themes, gemeenten, active, pipeline, under_agreement, hours, budget
    from partnership_in_time(
        $libraries, $regions, $gemeenten, $themes, $statuses, $dates
    )
),
active as (
    select * from in_time where active > 0
),
day as (
    select unnest(generate_series(0, len($dates) - 1)) as bit
),
summed as (
    select
        active, pipeline, active & under_agreement as agreed,
        count(*) as partnerships, sum(hours) as hours, sum(budget) as budget
    from in_time group by all
),
partnership_figure as (
    select
        bit,
        coalesce(sum(partnerships) filter (active >> bit & 1 = 1), 0)::bigint as partnerships,
        coalesce(sum(partnerships) filter (pipeline >> bit & 1 = 1), 0)::bigint as pipeline,
        coalesce(sum(partnerships) filter (agreed >> bit & 1 = 1), 0)::bigint as under_agreement,
        coalesce(sum(hours) filter (active >> bit & 1 = 1), 0) as hours,
        coalesce(sum(budget) filter (active >> bit & 1 = 1), 0) as budget
    from day cross join summed group by bit
),
reached as (
    select 'partners' as what, bit_or(active) as active
    from (select unnest(partners) as one, active from active) group by one
    union all
    select 'themes', bit_or(active)
    from (select unnest(themes) as one, active from active)
    where $themes is null or list_contains($themes, one)
    group by one
    union all
    select 'gemeenten', bit_or(active)
    from (select unnest(gemeenten) as one, active from active)
    where one in (select gemeente from gemeente_in_scope($libraries, $regions, $gemeenten))
    group by one
),
counted as (
    select what, active, count(*) as ones from reached group by all
),
reach_figure as (
    select
        bit,
        coalesce(sum(ones) filter (what = 'partners' and active >> bit & 1 = 1), 0)::bigint
            as partners,
        coalesce(sum(ones) filter (what = 'themes' and active >> bit & 1 = 1), 0)::bigint
            as themes,
        coalesce(sum(ones) filter (what = 'gemeenten' and active >> bit & 1 = 1), 0)::bigint
            as gemeenten
    from day left join counted on true group by bit
)
select
    ($dates)[bit + 1] as measure_date,
    coalesce(partnerships, 0) as partnerships, coalesce(pipeline, 0) as pipeline, partners, themes, gemeenten,
    coalesce(hours, 0) as hours, coalesce(budget, 0) as budget,
    coalesce(under_agreement, 0) as under_agreement,
    if(partnerships > 0, under_agreement / partnerships, null) as agreement_share,
    (select count(*) from gemeente_in_scope($libraries, $regions, $gemeenten))
        as gemeenten_in_scope,
    (select count(*) from theme where $themes is null or list_contains($themes, code))
        as themes_in_scope
from reach_figure left join partnership_figure using (bit)
order by measure_date
