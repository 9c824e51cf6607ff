-- The locations that a partnership names, with what the registers of its themes know of each; one
-- that no register of them has keeps its id alone.
with one as (
    from partnership where id = $id
),
named as (
    select distinct unnest(locations) as id from one
),
known as (
    select l.id, any_value(l.name) as name, any_value(l.place) as place, any_value(g.name) as gemeente,
        any_value(l.size) as size, bool_or(l.in_register) as in_register
    from location l
    left join gemeente g on g.code = l.gemeente
    where l.id in (from named)
        and l.register in (
            select t.register from theme_population t
            where t.theme in (select unnest(themes) from one)
        )
    group by l.id
)
select n.id, k.name, k.place, k.gemeente, k.size, coalesce(k.in_register, false) as in_register
from named n
left join known k on k.id = n.id
order by k.name is null, k.gemeente, k.name, n.id
