-- The quadrants of effort_on that hold any partnership, each with what it holds, and the two
-- medians (the same in every row) and its highest alignment.
select
    quadrant, count(*) as partnerships,
    coalesce(sum(hours), 0) as hours, coalesce(sum(budget), 0) as budget,
    sum(reached)::bigint as reached, sum(added)::bigint as added,
    count(*) filter (effort is null) as without_effort,
    count(*) filter (alignment is null) as unjudged,
    max(alignment) as highest, any_value(middle_effort) as middle_effort, any_value(middle_alignment) as middle_alignment
from effort_on($libraries, $chosen, $theme_bits, $statuses, $day, $scope, $effort)
group by quadrant
order by quadrant
