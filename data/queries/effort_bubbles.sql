-- The active partnerships by what they ask and what they serve (see effort_on), those that ask
-- most first: of one quadrant, or all that stand in any. Their theme is the first of the chosen.
-- `nth` numbers those that would lie on each other, from 0 for the one that adds most.
with found as materialized (
    from effort_on($libraries, $chosen, $theme_bits, $statuses, $day, $scope, $effort)
    where if($quadrant is null, quadrant <> 'unplaced', quadrant = $quadrant)
    order by effort desc nulls last, alignment desc nulls last, partnership
    limit $limit
)
select
    f.partnership as id, p.name, l.name as library, t.label as theme_label, t.theme_group,
    g.label as group_label, f.alignment, f.hours, f.budget, f.effort, f.reached, f.added, f.quadrant,
    row_number() over (
        partition by f.effort, round(f.alignment) order by f.added desc, f.partnership
    ) - 1 as nth
from found f
join partnership p on p.id = f.partnership
join library l on l.id = f.library
left join theme t on t.code = themes_within(p.themes, $themes)[1]
left join theme_group g on g.code = t.theme_group
order by f.effort desc nulls last, f.alignment desc nulls last, p.name, f.partnership
