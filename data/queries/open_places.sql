-- Where a partnership for $theme can reach locations that no active one reaches on the measure
-- date: a row per gemeente with how many (null: unknown) and, where a register is loaded, which.
-- Those with most of them first. A register that has none in a gemeente has none to reach there.
-- A theme that counts gemeenten has no locations.
with reached as materialized (
    select distinct r.cell, r.place
    from partnership_period p
    join partnership_reach r on r.partnership = p.partnership
    where p.valid_from <= $day and $day < p.valid_to and p.counts_as = 'active'
),
cell as (
    select
        g.cell, g.gemeente, g.locations, t.register, t.register_loaded, t.partner_type,
        count(r.place) as reached
    from gemeente_population g
    join theme_population t on t.theme = g.theme
    left join reached r on r.cell = g.cell
    where g.theme = $theme and t.by_location
        and g.gemeente in (select unnest($gemeenten::text[]))
    group by all
),
free as (
    select c.cell, list(l.id order by l.id) as ids
    from cell c
    join location l on l.register = c.register and l.gemeente = c.gemeente and l.in_register
    where c.register_loaded
        and (c.cell, l.number) not in (select (cell, place) from reached)
    group by c.cell
)
select
    c.gemeente, c.register_loaded, c.partner_type,
    case
        when c.register_loaded
            then greatest(least(c.locations - c.reached, coalesce(len(f.ids), 0)), 0)
        when c.locations is not null then greatest(c.locations - c.reached, 0)
    end as open,
    coalesce(f.ids, []) as ids
from cell c
left join free f on f.cell = c.cell
order by open desc nulls first, c.gemeente
