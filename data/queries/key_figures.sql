-- The key figures on the measure date and on the same day in each of the five years before it,
-- ascending: what was active on that day, under the shared filters. Hours and budget are those
-- that stand now; no year of them is kept. `with_hours` and `with_budget`: of how many partnerships
-- active on that day they are known. `undated`: those active on the measure date of which the start
-- is not known, so that they count in every year before it.
with in_time as materialized (
    from partnership_in_time($libraries, $chosen, $theme_bits, $statuses, $day)
),
active as materialized (
    select partnership, dates from in_time where counts_as = 'active'
),
reached as (
    select 'partners' as what, bit_or(a.dates) as dates
    from active a
    join partnership_partner p on p.partnership = a.partnership
    group by p.partner
    union all
    select 'gemeenten', bit_or(a.dates)
    from active a
    join partnership_gemeente p on p.partnership = a.partnership
    where p.gemeente in (select unnest($scope))
    group by p.gemeente
),
summed as materialized (
    select
        counts_as, dates, agreed, bit_or(themes & coalesce($theme_bits, -1)) as themes,
        count(*)::double as partnerships, sum(hours) as hours, sum(budget) as budget,
        count(hours)::double as with_hours, count(budget)::double as with_budget
    from in_time group by all
),
counted as (
    select what, dates, count(*)::double as amount, null as themes from reached group by all
    union all
    select counts_as, dates, partnerships, themes from summed
    union all
    select 'agreed', agreed, partnerships, null from summed where counts_as = 'active'
    union all
    select 'hours', dates, hours, null from summed where counts_as = 'active'
    union all
    select 'budget', dates, budget, null from summed where counts_as = 'active'
    union all
    select 'with_hours', dates, with_hours, null from summed where counts_as = 'active'
    union all
    select 'with_budget', dates, with_budget, null from summed where counts_as = 'active'
),
figure as (
    select
        d.measure_date,
        coalesce(sum(amount) filter (what = 'active'), 0)::bigint as partnerships,
        coalesce(sum(amount) filter (what = 'pipeline'), 0)::bigint as pipeline,
        coalesce(sum(amount) filter (what = 'partners'), 0)::bigint as partners,
        bit_count(coalesce(bit_or(themes) filter (what = 'active'), 0))::bigint as themes,
        coalesce(sum(amount) filter (what = 'gemeenten'), 0)::bigint as gemeenten,
        coalesce(sum(amount) filter (what = 'hours'), 0) as hours,
        coalesce(sum(amount) filter (what = 'budget'), 0) as budget,
        coalesce(sum(amount) filter (what = 'with_hours'), 0)::bigint as with_hours,
        coalesce(sum(amount) filter (what = 'with_budget'), 0)::bigint as with_budget,
        coalesce(sum(amount) filter (what = 'agreed'), 0)::bigint as under_agreement
    from six_years($measure_date) d
    left join counted c on c.dates >> d.bit & 1 = 1
    group by d.measure_date
)
select
    *,
    if(partnerships > 0, under_agreement / partnerships, null) as agreement_share,
    len($scope) as gemeenten_in_scope,
    (select count(*) from in_time where counts_as = 'active' and valid_from = 0 and dates & 1 = 1)
        as undated,
    (select count(*) from theme where $themes is null or list_contains($themes, code))
        as themes_in_scope
from figure
order by measure_date
