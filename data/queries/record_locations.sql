-- The locations that a partnership names, with what the registers of its themes know of each; one
-- that no register of them has keeps its id alone. Where it names none, those that its partners are
-- linked to in these registers, with the partner: they count as covered as long as they are in the
-- register (see partnership_reach_now).
with one as (
    from partnership where id = $id
),
registers as (
    select t.register, t.partner_type from theme_population t
    where t.theme in (select unnest(themes) from one)
),
named as (
    select distinct unnest(locations) as id, null as register, null as partner from one
    union all
    select k.location, k.register, string_agg(distinct p.name, ', ' order by p.name)
    from location_link k
    join partner p on p.id = k.partner
    join registers r on r.register = k.register and r.partner_type = p.type
    where p.id in (select unnest(partners) from one) and (select len(locations) = 0 from one)
    group by k.location, k.register
),
known as (
    select l.id, any_value(l.name) as name, any_value(l.place) as place, any_value(g.name) as gemeente,
        any_value(l.size) as size, bool_or(l.in_register) as in_register
    from location l
    left join gemeente g on g.code = l.gemeente
    where l.id in (select id from named) and l.register in (select register from registers)
    group by l.id
)
select
    n.id, k.name, k.place, k.gemeente, k.size, coalesce(k.in_register, false) as in_register,
    n.partner
from named n
left join known k on k.id = n.id
order by k.name is null, k.gemeente, k.name, n.id
