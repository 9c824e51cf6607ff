-- Partners of partnerships that count on the measure date or after it: a link to one of which all
-- have ended changes no figure from that day on. A partner without gemeente is looked for in those
-- of its partnerships, and where these name none, in the werkgebied of the library.
with named as (
    select unnest(p.partners) as partner,
        if(len(p.gemeenten) > 0, p.gemeenten, l.gemeenten) as gemeenten
    from partnership p join library l on l.id = p.library
    where p.removed_at is null and len(p.locations) = 0
        and p.id in (
            select partnership from partnership_activity
            where valid_to > day_number($measure_date::date)
        )
),
places as (
    select partner, list_sort(list_distinct(flatten(list(gemeenten)))) as gemeenten
    from named group by partner
)
select r.id, r.name, t.register,
    if(r.gemeente is null, places.gemeenten, [r.gemeente]) as gemeenten
from places
join partner r on r.id = places.partner
join (select distinct partner_type, register from theme where register is not null) t
    on t.partner_type = r.type
where r.id not in (
    select k.partner
    from location_link k
    join location l on l.register = k.register and l.id = k.location and l.in_register
)
order by r.name, r.id
