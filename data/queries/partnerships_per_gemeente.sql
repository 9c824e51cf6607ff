-- The active partnerships in each gemeente in scope, with their themes and hours.
with placed as (
    select unnest(gemeenten) as gemeente, id, themes
    from partnership_on($libraries, $regions, $gemeenten, $themes, $statuses, $measure_date)
    where counts_as = 'active'
),
counted as (
    select gemeente, count(distinct theme) as themes
    from (select gemeente, id, unnest(themes) as theme from placed)
    where $themes is null or list_contains($themes, theme)
    group by gemeente
),
counted_once as (
    select gemeente, count(*) as partnerships from placed group by gemeente
)
select
    g.code as gemeente, g.name as gemeente_name, g.tile_row, g.tile_col, g.inhabitants,
    left(regexp_replace(g.name, '^(''s-|''t |De |Den |Het )', ''), 3) as short_name,
    coalesce(o.partnerships, 0) as partnerships,
    coalesce(c.themes, 0) as themes
from gemeente_in_scope($libraries, $regions, $gemeenten) s
join gemeente g on g.code = s.gemeente
left join counted c on c.gemeente = g.code
left join counted_once o on o.gemeente = g.code
order by g.name
