-- The population of one theme in one gemeente, location by location, with what covers it.
with here as (
    from gemeente_population where theme = $theme and gemeente = $gemeente
),
reached as (
    select
        r.place, any_value(r.unknown_id) as unknown_id,
        coalesce(bit_or(covered_under(
            $definition, (v.counts_as = 'active')::integer,
            (v.agreed_from <= $day and $day < v.agreed_to)::integer, r.by_programme
        )), 0) > 0 as covered,
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
        case when r.place = 0 then 'gemeente' else coalesce(r.unknown_id, 'partner ' || -r.place)
        end as location,
        case when r.place = 0 then g.gemeente_name else coalesce(r.unknown_id, partner.name) end
            as name,
        null as place, null as kind, if(r.place = 0, g.inhabitants, null) as size,
        r.covered, r.pipeline, r.place < 0 as unlinked, r.partnerships
    from reached r
    cross join here g
    left join partner on partner.id = -r.place
    where r.place <= 0
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
