-- Coverage on each of $dates per theme under $definition, against the population of today: of
-- earlier populations no figure is kept. As in a total of coverage, only gemeenten with a known denominator take part, or all where none is known.
with location as (
    select
        theme, gemeente, location, size,
        bit_or(covered) as covered
    from reached_location($libraries, $regions, $gemeenten, $themes, $statuses, $dates, $definition)
    group by all
),
population as (
    select
        p.theme, p.gemeente, t.by_location, p.reach,
        if($definition = 'reach', p.reach, p.locations) as denominator
    from gemeente_population p
    join theme_population t on t.theme = p.theme
    where p.gemeente in (select gemeente from gemeente_in_scope($libraries, $regions, $gemeenten))
        and ($themes is null or list_contains($themes, p.theme))
),
total as (
    select theme, sum(denominator) as denominator from population group by theme
),
per_mask as (
    select
        p.theme, l.covered,
        sum(case
            when $definition <> 'reach' then 1
            when p.by_location then coalesce(l.size, 0)
            else p.reach
        end) as numerator
    from location l
    join population p on p.theme = l.theme and p.gemeente = l.gemeente
    join total on total.theme = p.theme
    where l.covered > 0 and (p.denominator is not null or total.denominator is null)
    group by all
),
day as (
    select unnest(generate_series(0, len($dates) - 1)) as bit
)
select
    ($dates)[day.bit + 1] as measure_date,
    total.theme, theme.label as theme_label, theme.theme_group,
    coalesce(sum(m.numerator) filter (m.covered >> day.bit & 1 = 1), 0)::bigint as numerator,
    total.denominator::bigint as denominator,
    if(
        total.denominator > 0,
        coalesce(sum(m.numerator) filter (m.covered >> day.bit & 1 = 1), 0) / total.denominator,
        null
    ) as share
from total
join theme on theme.code = total.theme
cross join day
left join per_mask m on m.theme = total.theme
group by day.bit, total.theme, theme.label, theme.theme_group, theme.position, total.denominator
order by measure_date, theme.position
