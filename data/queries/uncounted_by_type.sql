-- Of combinations of a theme and the types of a partnership's partners, those by which it would
-- count nowhere if it names no location; see partnership_uncounted_now.
select c.theme, c.types, theme.label as theme_label, t.partner_type,
    uncounted_reason(t.partner_type, c.types) as reason
from (
    select unnest($combinations::struct(theme text, types text[])[], recursive := true)
) c
join theme_population t on t.theme = c.theme and t.by_location
join theme on theme.code = c.theme
where reason in ('no_type', 'other_type')
order by theme.position, c.types
