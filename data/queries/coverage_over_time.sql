-- Coverage per theme under $definition (see coverage) on the measure date and on the same day in
-- each of the five years before it, against the population of today: of earlier populations no
-- figure is kept. As in a total of coverage, only gemeenten with a known denominator take part,
-- or all where none is known.
with population as materialized (
    select
        cell, theme, theme_label, theme_group, position, by_location, reach,
        if($definition = 'reach', reach, locations) as denominator,
        count(denominator) over (partition by theme) > 0 as is_known
    from gemeente_population
    where gemeente in (select unnest($scope))
        and ($themes is null or list_contains($themes, theme))
),
place as (
    select
        r.cell, any_value(r.size) as size,
        bit_or(covered_under($definition, v.dates, v.agreed, r.by_programme)) as covered
    from partnership_in_time($libraries, null, $theme_bits, $statuses, $day) v
    join partnership_reach r on r.partnership = v.partnership
    where v.counts_as = 'active' and r.cell in (select cell from population)
    group by r.cell, r.place
),
reached as (
    select
        p.theme, c.covered,
        sum(case
            when $definition <> 'reach' then 1
            when p.by_location then coalesce(c.size, 0)
            else p.reach
        end) as numerator
    from place c
    join population p on p.cell = c.cell
    where c.covered > 0 and (p.denominator is not null or not p.is_known)
    group by p.theme, c.covered
),
total as (
    select theme, theme_label, theme_group, position, sum(denominator) as denominator
    from population group by all
),
figure as (
    select
        d.measure_date, t.*,
        coalesce(sum(r.numerator) filter (r.covered >> d.bit & 1 = 1), 0) as numerator
    from total t
    cross join six_years($measure_date) d
    left join reached r on r.theme = t.theme
    group by all
)
select
    measure_date, theme, theme_label, theme_group,
    numerator::bigint as numerator, denominator::bigint as denominator,
    if(denominator > 0, numerator / denominator, null) as share
from figure
order by measure_date, position
