-- Coverage of every theme in every gemeente under $definition (see cell_coverage) on the measure
-- date and on the same day in each of the five years before it, against the population of today:
-- of earlier populations no figure is kept.
with place as (
    select
        r.cell, any_value(r.size) as size,
        bit_or(covered_under($definition, v.dates, v.agreed, r.by_programme)) as covered
    from partnership_in_time($libraries, null, null, $statuses, $day) v
    join partnership_reach r on r.partnership = v.partnership
    where v.counts_as = 'active'
    group by r.cell, r.place
),
reached as (
    select
        p.cell, d.measure_date,
        sum(case
            when $definition <> 'reach' then 1
            when p.by_location then coalesce(c.size, 0)
            else p.reach
        end) as numerator
    from place c
    join gemeente_population p on p.cell = c.cell
    join six_years($measure_date) d on c.covered >> d.bit & 1 = 1
    group by all
)
select
    d.measure_date, p.theme, p.theme_label, p.theme_group, p.position, p.gemeente,
    coalesce(r.numerator, 0)::bigint as numerator,
    if($definition = 'reach', p.reach, p.locations)::bigint as denominator
from gemeente_population p
cross join six_years($measure_date) d
left join reached r on r.cell = p.cell and r.measure_date = d.measure_date
