-- What each goal gets from the active partnerships, over all libraries that have it (its weight is
-- the mean of theirs).
--
-- partnerships, direct_or_core   those that contribute at all (1 or more), and 2 or more
-- strength                       the sum of the contributions
-- hours, budget                  of each partnership the part that goes to this goal, divided over
--                                its goals like its contributions; as a share of all hours and
--                                budget, also of partnerships that serve no goal
-- largest_partner                the partner whose partnerships hold most of the strength
-- reach_share                    how far the goal is reached where it is to be served (0-1): the
--                                strongest contribution in each gemeente of the werkgebied, as a
--                                part of core in all of them; null without such a gemeente
with served as materialized (
    from contribution_on($libraries, $chosen, $theme_bits, $statuses, $day)
),
whole as (
    select partnership, any_value(hours) as hours, any_value(budget) as budget, sum(value) as strength
    from served group by partnership
),
goal_ as (
    select
        s.goal, mode(s.label) as label, min(s.position) as position,
        count(s.value) as judged, count(*) as partnerships_in_view,
        count(*) filter (s.value >= 1) as partnerships,
        count(*) filter (s.value >= 2) as direct_or_core,
        coalesce(sum(s.value), 0) as strength,
        sum(w.hours * s.value / w.strength) filter (w.strength > 0) as hours,
        sum(w.budget * s.value / w.strength) filter (w.strength > 0) as budget
    from served s
    join whole w on w.partnership = s.partnership
    group by s.goal
),
weight_ as (
    select w.goal, avg(w.weight) as weight
    from goal_weight w
    where w.valid_from <= $day and $day < w.valid_to
        and w.library in (select library from served)
    group by w.goal
),
partner_ as (
    select s.goal, p.name, sum(s.value) as strength
    from served s
    join partnership_partner o on o.partnership = s.partnership
    join partner p on p.id = o.partner
    where s.value > 0
    group by s.goal, p.id, p.name
),
largest as (
    select goal, arg_max(name, (strength, name)) as name, max(strength) as strength
    from partner_ group by goal
),
strongest as (
    select s.library, s.goal, g.gemeente, max(s.value) as value
    from served s
    join partnership_gemeente g on g.partnership = s.partnership
    where s.value > 0
    group by all
),
reached as (
    select c.goal, sum(coalesce(s.value, 0)) / count(*) / 3 as reach_share
    from goal_cell($libraries, $scope, $day) c
    left join strongest s
        on s.library = c.library and s.goal = c.goal and s.gemeente = c.gemeente
    group by c.goal
),
total as (
    select nullif(sum(hours), 0) as hours, nullif(sum(budget), 0) as budget from whole
)
select
    g.goal, g.label, w.weight,
    g.partnerships, g.direct_or_core, g.judged, g.partnerships_in_view,
    g.strength::bigint as strength,
    coalesce(g.hours, 0) as hours, coalesce(g.hours, 0) / t.hours as hours_share,
    coalesce(g.budget, 0) as budget, coalesce(g.budget, 0) / t.budget as budget_share,
    l.name as largest_partner, l.strength / g.strength as largest_partner_share,
    r.reach_share
from goal_ g
join weight_ w on w.goal = g.goal
cross join total t
left join largest l on l.goal = g.goal
left join reached r on r.goal = g.goal
order by g.position, g.goal
