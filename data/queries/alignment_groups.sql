-- The active partnerships that alignment.sql keeps, added up: a row for all together (key null) and
-- then one per group of `grouping`, the largest first, or by alignment, name or (the largest) by
-- the goal that they serve most.
--
-- alignment, judged   the mean over those with a judged goal, and how many they are
-- cells               per goal of one of their libraries: `mean` (0-3) and `strength` (sum) of the
--                     contributions that were judged, how many those are and of how many
-- groups              how many groups there are, also beyond the limit
with kept as materialized (
    select
        f.partnership, f.alignment, f.judged, f.hours, f.budget,
        unnest(list_prepend(null, group_keys(
            $grouping, themes_within(p.themes, $themes), p.partners, f.library, f.strongest, f.judged
        ))) as key
    from alignment_on($libraries, $chosen, $theme_bits, $statuses, $day) f
    join partnership p on p.id = f.partnership
    join library l on l.id = f.library
    where has_words($words, p.name_key, l.name_key)
),
named as (
    from (select code as key, label, null as gemeente from theme where $grouping = 'theme')
    union all
    from (select id::text, name, null from library where $grouping = 'library')
    union all
    from (select id::text, name, gemeente from partner where $grouping = 'partner')
    union all
    from (
        select goal, any_value(label), null from goal_weight
        where $grouping = 'goal' and valid_from <= $day and $day < valid_to
        group by goal
    )
),
group_ as (
    select
        key, count(*) as partnerships, count(*) filter (judged > 0) as judged,
        avg(alignment) as alignment, sum(hours) as hours, sum(budget) as budget
    from kept
    group by key
),
shown as materialized (
    select
        g.*, coalesce(n.label, '') as label, n.gemeente, count(g.key) over () as groups,
        row_number() over (
            order by
                g.key is not null,
                if($order_by = 'alignment', g.alignment, null) desc nulls last,
                if($order_by = 'name', n.label, null) nulls last,
                g.partnerships desc, n.label, g.key
        ) as place
    from group_ g
    left join named n on n.key = g.key
    order by place
    limit $limit + 1
),
goal_ as (
    select
        k.key, c.goal, min(c.position) as position,
        avg(c.value) as mean, coalesce(sum(c.value), 0)::bigint as strength,
        count(c.value) as judged, count(*) as partnerships
    from kept k
    join contribution_on($libraries, $chosen, $theme_bits, $statuses, $day) c
        on c.partnership = k.partnership
    semi join shown s on s.key is not distinct from k.key
    group by k.key, c.goal
),
cells_ as (
    select
        key,
        list({
            'goal': goal, 'mean': mean, 'strength': strength, 'judged': judged,
            'partnerships': partnerships
        } order by position, goal) as cells,
        arg_max(position, mean - position * 1e-9) filter (mean > 0) as strongest, max(mean) as highest
    from goal_ group by key
)
select s.* exclude (place, gemeente), g.name as gemeente_name, c.cells
from shown s
join cells_ c on c.key is not distinct from s.key
left join gemeente g on g.code = s.gemeente
order by
    s.key is not null,
    if($order_by = 'goal', c.strongest, null) nulls last,
    if($order_by = 'goal', c.highest, null) desc nulls last,
    s.place
