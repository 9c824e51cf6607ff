-- One partnership by its id, also one that was removed, with the names of what it points at.
--
-- partner_rows      id, name, type and gemeente of each partner, in the order of the partnership
-- goals             the goals of its library on $day in their order, with what it contributes
with one as (
    from partnership where id = $id
),
partner_of as (
    select list({
        'id': partner.id, 'name': partner.name, 'type': partner.type, 'gemeente': g.name
    } order by v.position) as found
    from (select unnest(partners) as id, generate_subscripts(partners, 1) as position from one) v
    join partner on partner.id = v.id
    left join gemeente g on g.code = partner.gemeente
),
theme_of as (
    select
        list(theme.label order by theme.position) as labels,
        list(distinct theme.population order by theme.population) as populations
    from theme where theme.code in (select unnest(themes) from one)
),
gemeente_of as (
    select list(g.name order by g.name) as names
    from gemeente g where g.code in (select unnest(gemeenten) from one)
),
contribution as (
    select c.goal as goal, c.value as value, c.realised as realised, c.reason as reason
    from (select unnest(contributions) as c from one)
),
goal_of as (
    select list({
        'goal': w.goal, 'label': w.label, 'weight': w.weight, 'value': c.value,
        'realised': c.realised, 'reason': c.reason
    } order by w.position) as found
    from goal_weight w
    left join contribution c on c.goal = w.goal
    where w.library = (select library from one)
        and w.valid_from <= $day and $day < w.valid_to
)
select
    one.*, l.name as library_name, l.is_example, status.label as status_label, status.counts_as,
    coalesce(o.found, []) as partner_rows, coalesce(t.labels, []) as theme_labels,
    coalesce(t.populations, []) as populations, coalesce(g.names, []) as gemeente_names,
    coalesce(w.found, []) as goals
from one
join library l on l.id = one.library
join status on status.code = one.status
cross join partner_of o
cross join theme_of t
cross join gemeente_of g
cross join goal_of w
