-- The active partnerships in each gemeente in scope, and the number of their themes.
with counted as (
    select
        gemeente, count(*) as partnerships,
        bit_count(bit_or(themes & coalesce($theme_bits, -1)))::bigint as themes
    from gemeente_in_time($libraries, $chosen, $theme_bits, $statuses, $day)
    where dates & 1 = 1
    group by gemeente
)
select
    g.code as gemeente, g.name as gemeente_name, g.tile_row, g.tile_col, g.inhabitants,
    short_name(g.name) as short_name,
    coalesce(c.partnerships, 0) as partnerships,
    coalesce(c.themes, 0) as themes
from gemeente g
left join counted c on c.gemeente = g.code
where g.code in (select unnest($scope))
order by g.name
