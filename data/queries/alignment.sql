-- How much each active partnership serves the goals of its library (see alignment_on), with its
-- contribution to each goal in the order of the goals.
--
-- Kept are those with every word of `words` and of one `group_key` under `grouping`. The first
-- order is alignment; `order_by` puts goal (alike profiles beside each other), theme, library or
-- partner before it, of several themes or partners the one that is named first.
with in_view as materialized (
    select
        f.*, p.name, p.themes, l.name as library_name,
        case $order_by
            when 'theme' then t.position
            when 'goal' then coalesce(f.strongest_position, if(f.judged = 0, 1e9, 1e8))
        end as first_by,
        case $order_by
            when 'theme' then p.themes::text
            when 'library' then l.name_key
            when 'partner' then o.name_key
        end as then_by,
        if($order_by = 'goal', f.profile, null) as alike
    from alignment_on($libraries, $chosen, $theme_bits, $statuses, $day) f
    join partnership p on p.id = f.partnership
    join library l on l.id = f.library
    left join theme t on t.code = p.themes[1]
    left join partner o on o.id = p.partners[1]
    where has_words($words, p.name_key, l.name_key)
        and ($group_key is null or list_contains(
            group_keys(
                $grouping, themes_within(p.themes, $themes), p.partners, f.library, f.strongest,
                f.judged
            ),
            $group_key
        ))
    order by first_by, then_by, alike desc, f.alignment desc nulls last, p.name, f.partnership
    limit $limit
),
contributed as (
    select
        partnership,
        -- Sorting a list of a few costs a sixth of the query less than an ordered aggregate.
        list_sort(list(
            {'position': position, 'goal': goal, 'value': value, 'realised': realised}
        )).list_transform(
            lambda c: {'goal': c.goal, 'value': c.value, 'realised': c.realised}
        ) as contributions
    from contribution_on($libraries, $chosen, $theme_bits, $statuses, $day)
    where partnership in (select partnership from in_view)
    group by partnership
)
select
    v.partnership as id, v.name, v.library_name as library, v.themes,
    v.alignment, v.at_most, v.judged, v.goals, v.hours, v.budget, c.contributions
from in_view v
join contributed c on c.partnership = v.partnership
order by v.first_by, v.then_by, v.alike desc, v.alignment desc nulls last, v.name, v.partnership
