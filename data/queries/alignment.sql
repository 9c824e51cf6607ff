-- How much each active partnership serves the goals of its library: the mean of its contributions
-- (0-3) weighed by the goals, as 0-100. A goal that was not judged adds nothing, so this is the
-- least that it can be and `at_most` the most; without any judged goal it is unknown (null).
with figure as (
    select
        partnership, any_value(hours) as hours, any_value(budget) as budget,
        count(value) as judged, count(*) as goals,
        if(count(value) > 0, sum(weight * value / 3), null) as alignment,
        sum(weight * coalesce(value, 3) / 3) as at_most,
        list({'goal': goal, 'value': value, 'realised': realised} order by position)
            as contributions
    from contribution_on($libraries, $chosen, $theme_bits, $statuses, $day)
    group by partnership
)
select
    f.partnership as id, p.name, l.name as library, p.themes,
    f.alignment, f.at_most, f.judged, f.goals, f.hours, f.budget, f.contributions
from figure f
join partnership p on p.id = f.partnership
join library l on l.id = p.library
order by f.alignment desc nulls last, p.name, f.partnership
