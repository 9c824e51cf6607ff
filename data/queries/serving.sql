-- Which active partnerships serve a goal (contribution 2 or more) where it is to be served: one row
-- per library, gemeente and goal (see goal_cell), with an empty list where nobody does.
with served as materialized (
    select s.library, s.goal, s.partnership, g.gemeente
    from contribution_on($libraries, $chosen, $theme_bits, $statuses, $day) s
    join partnership_gemeente g on g.partnership = s.partnership
    where s.value >= 2
)
select
    c.library, c.goal, c.gemeente,
    coalesce(
        list(s.partnership order by s.partnership) filter (s.partnership is not null), []
    ) as partnerships
from goal_cell($libraries, $scope, $day) c
left join served s on s.library = c.library and s.goal = c.goal and s.gemeente = c.gemeente
group by c.library, c.goal, c.gemeente
order by c.gemeente, c.goal, c.library
