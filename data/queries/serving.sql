-- Which active partnerships serve a goal (contribution 2 or more) in each gemeente in scope: one
-- row per gemeente and goal of a library that works there, with an empty list where nobody does.
with served as materialized (
    from contribution_on($libraries, $chosen, $theme_bits, $statuses, $day)
),
cell as (
    select distinct w.goal, served_gemeente.gemeente
    from goal_weight w
    join (
        select distinct s.library, g.gemeente
        from served s
        join partnership_gemeente g on g.partnership = s.partnership
    ) served_gemeente on served_gemeente.library = w.library
    where w.valid_from <= $day and $day < w.valid_to and w.weight > 0
        and served_gemeente.gemeente in (select unnest($scope))
),
server as (
    select s.goal, g.gemeente, list(s.partnership order by s.partnership) as partnerships
    from served s
    join partnership_gemeente g on g.partnership = s.partnership
    where s.value >= 2
    group by s.goal, g.gemeente
)
select c.goal, c.gemeente, coalesce(s.partnerships, []) as partnerships
from cell c
left join server s on s.goal = c.goal and s.gemeente = c.gemeente
order by c.gemeente, c.goal
