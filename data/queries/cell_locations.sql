-- The population of one theme in one gemeente, location by location, with what covers it.
with reached as (
    select
        location, any_value(unlinked) as unlinked,
        bit_or(covered) > 0 as covered,
        bit_or(pipeline) > 0 as pipeline,
        list(distinct partnership) as partnerships
    from reached_location($libraries, null, [$gemeente], [$theme], $statuses, $dates, $definition)
    where gemeente = $gemeente and theme = $theme
    group by location
),
named as (
    select
        l.id as location, l.name, l.place, l.kind, l.size,
        r.covered, r.pipeline, false as unlinked, r.partnerships
    from location l
    join theme_population t on t.theme = $theme and t.register = l.register
    left join reached r on r.location = l.id and not r.unlinked
    where l.in_register and l.gemeente = $gemeente
    union all by name
    select
        r.location,
        coalesce(partner.name, if(r.location = 'gemeente', g.name, r.location)) as name,
        null as place, null as kind, if(r.location = 'gemeente', g.inhabitants, null) as size,
        r.covered, r.pipeline, r.unlinked, r.partnerships
    from reached r
    join gemeente g on g.code = $gemeente
    left join partner on r.location = 'partner ' || partner.id
    where r.unlinked or r.location = 'gemeente'
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
