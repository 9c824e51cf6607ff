-- The key figures on the measure date and on the same day in each of the five years before it,
-- ascending: what was active on that day, under the shared filters. Hours and budget are those
-- that stand now; no year of them is kept. `with_hours`, `with_budget`: those of the active of
-- which these are filled in. `undated`: those of which the start is not known, so that they count
-- in every year before it.
with summed as (
    select
        counts_as = 'active' as active, dates, agreed,
        count(*) as n, bit_or(themes & coalesce($theme_bits, -1)) as themes,
        sum(hours) as hours, sum(budget) as budget,
        count(hours) as with_hours, count(budget) as with_budget,
        count(*) filter (valid_from = 0) as undated
    from partnership_in_time($libraries, $chosen, $theme_bits, $statuses, $day)
    group by all
),
figure as (
    select
        d.bit, d.measure_date,
        sum(s.n) filter (s.active) as partnerships,
        sum(s.n) filter (not s.active) as pipeline,
        bit_or(s.themes) filter (s.active) as themes,
        sum(s.hours) filter (s.active) as hours,
        sum(s.budget) filter (s.active) as budget,
        sum(s.with_hours) filter (s.active) as with_hours,
        sum(s.with_budget) filter (s.active) as with_budget,
        sum(s.n) filter (s.active and s.agreed >> d.bit & 1 = 1) as under_agreement,
        sum(s.undated) filter (s.active) as undated
    from six_years($measure_date) d
    left join summed s on s.dates >> d.bit & 1 = 1
    group by all
),
reached as (
    select 'partner' as what, bit_or(dates) as dates
    from partner_in_time($libraries, $chosen, $theme_bits, $statuses, $day)
    group by partner
    union all
    select 'gemeente', bit_or(dates)
    from gemeente_in_time($libraries, $chosen, $theme_bits, $statuses, $day)
    group by gemeente having gemeente in (select unnest($scope))
),
reach as (
    select
        d.bit,
        sum(r.n) filter (r.what = 'partner') as partners,
        sum(r.n) filter (r.what = 'gemeente') as gemeenten
    from six_years($measure_date) d
    join (select what, dates, count(*) as n from reached group by all) r
        on r.dates >> d.bit & 1 = 1
    group by d.bit
)
select
    f.measure_date,
    coalesce(f.partnerships, 0)::bigint as partnerships,
    coalesce(f.pipeline, 0)::bigint as pipeline,
    coalesce(r.partners, 0)::bigint as partners,
    bit_count(coalesce(f.themes, 0))::bigint as themes,
    coalesce(r.gemeenten, 0)::bigint as gemeenten,
    coalesce(f.hours, 0) as hours,
    coalesce(f.budget, 0) as budget,
    coalesce(f.with_hours, 0)::bigint as with_hours,
    coalesce(f.with_budget, 0)::bigint as with_budget,
    coalesce(f.under_agreement, 0)::bigint as under_agreement,
    coalesce(f.under_agreement, 0) / f.partnerships as agreement_share,
    len($scope) as gemeenten_in_scope,
    coalesce(f.undated, 0)::bigint as undated,
    (select count(*) from theme where $themes is null or list_contains($themes, code))
        as themes_in_scope
from figure f
left join reach r on r.bit = f.bit
order by f.measure_date
