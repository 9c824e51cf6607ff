-- The lists of partnerships (ids) in words, a row per partnership that has any: its partners in its
-- own order with their types, its themes in that of all themes, its gemeenten by name.
create or replace macro partners_in_words(in_ids) as table
select
    o.id, list(partner.name order by o.position) as names,
    list(distinct partner.type) filter (partner.type is not null) as types
from (
    select id, unnest(partners) as partner, generate_subscripts(partners, 1) as position
    from partnership where id in (select unnest(in_ids))
) o
join partner on partner.id = o.partner
group by o.id;

create or replace macro themes_in_words(in_ids) as table
select o.id, list(theme.label order by theme.position) as labels
from (
    select id, unnest(themes) as theme from partnership where id in (select unnest(in_ids))
) o
join theme on theme.code = o.theme
group by o.id;

create or replace macro gemeenten_in_words(in_ids) as table
select o.id, list(g.name order by g.name) as names
from (
    select id, unnest(gemeenten) as gemeente from partnership where id in (select unnest(in_ids))
) o
join gemeente g on g.code = o.gemeente
group by o.id;
