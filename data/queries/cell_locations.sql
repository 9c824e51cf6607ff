-- The population of one theme in one gemeente, location by location, with what covers it.
with here as (
    from gemeente_population where theme = $theme and gemeente = $gemeente
),
reached as (
    select
        r.place, any_value(r.unknown_id) as unknown_id,
        coalesce(
            bit_or(covered_under($definition, v.active, v.agreed, r.by_programme)), 0
        ) > 0 as covered,
        bool_or(v.counts_as = 'pipeline') as pipeline,
        list(distinct v.partnership) as partnerships
    from partnership_on($libraries, null, null, $statuses, $day) v
    join partnership_reach r on r.partnership = v.partnership
    where v.counts_as <> 'none' and r.cell = (select cell from here)
    group by r.place
),
named as (
    select
        l.id as location, l.name, l.place, l.kind, l.size,
        r.covered, r.pipeline, false as unlinked, r.partnerships
    from location l
    join theme_population t on t.theme = $theme and t.register = l.register
    left join reached r on r.place = l.number
    where l.in_register and l.gemeente = $gemeente
    union all by name
    select
        coalesce(r.unknown_id, 'partner ' || -r.place) as location,
        coalesce(r.unknown_id, partner.name) as name,
        null as place, null as kind, null as size,
        r.covered, r.pipeline, true as unlinked, r.partnerships
    from reached r
    left join partner on partner.id = -r.place
    where r.place < 0
    union all by name
    select
        'gemeente' as location, g.gemeente_name as name,
        null as place, null as kind, g.inhabitants as size,
        r.covered, r.pipeline, false as unlinked, r.partnerships
    from here g
    left join reached r on r.place = 0
    where not g.by_location
)
select
    n.location, n.name, n.place, n.kind, n.size,
    case
        when coalesce(n.covered, false) then 'gedekt'
        when coalesce(n.pipeline, false) then 'in voorbereiding'
        else 'geen samenwerking'
    end as state,
    n.unlinked,
    coalesce(list_sort(list(p.name) filter (p.name is not null)), []) as partnerships
from named n
left join partnership p on list_contains(n.partnerships, p.id)
group by all
order by state desc, n.size desc nulls last, n.name
