-- What hangs on one partner: the gemeenten in scope where every active partnership that serves a
-- goal of a library (contribution 2 or more, see goal_cell) is one with that partner, so that the
-- gemeente loses the goal when the partner stops. Those who take the most weight with them first.
with serving as materialized (
    select s.library, s.goal, s.label, s.weight, s.value, s.partnership, g.gemeente
    from contribution_on($libraries, $chosen, $theme_bits, $statuses, $day) s
    join partnership_gemeente g on g.partnership = s.partnership
    join goal_cell($libraries, $scope, $day) c
        on c.library = s.library and c.goal = s.goal and c.gemeente = g.gemeente
    where s.value >= 2
),
served as (
    select library, goal, gemeente, count(*) as partnerships, max(value) as value
    from serving group by all
),
alone as (
    select
        o.partner, s.library, s.goal, any_value(s.label) as label, any_value(s.weight) as weight,
        s.gemeente, count(*) as partnerships
    from serving s
    join partnership_partner o on o.partnership = s.partnership
    group by o.partner, s.library, s.goal, s.gemeente
),
lost as (
    select a.*, v.value, sum(a.weight) over (partition by a.partner) as weight_lost
    from alone a
    join served v
        on v.library = a.library and v.goal = a.goal and v.gemeente = a.gemeente
        and v.partnerships = a.partnerships
)
select
    l.partner, p.name as partner_name, l.gemeente, g.name as gemeente_name,
    l.goal, l.label, l.weight, l.value::integer as value, l.partnerships, l.weight_lost
from lost l
join partner p on p.id = l.partner
join gemeente g on g.code = l.gemeente
order by l.weight_lost desc, p.name, l.partner, l.weight desc, l.goal, g.name, l.library
