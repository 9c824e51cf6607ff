-- Which active partnerships serve a goal (contribution 2 or more) in each gemeente in scope: one
-- row per gemeente and goal of a library that serves it, with an empty list where nobody does.
with served as materialized (
    from contribution_on($libraries, $chosen, $theme_bits, $statuses, $day)
    where value >= 2
),
cell as (
    select distinct goal, gemeente from goal_cell($libraries, $scope, $day)
),
server as (
    select s.goal, g.gemeente, list(s.partnership order by s.partnership) as partnerships
    from served s
    join partnership_gemeente g on g.partnership = s.partnership
    group by s.goal, g.gemeente
)
select c.goal, c.gemeente, coalesce(s.partnerships, []) as partnerships
from cell c
left join server s on s.goal = c.goal and s.gemeente = c.gemeente
order by c.gemeente, c.goal
