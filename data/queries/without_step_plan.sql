-- The partnerships under the shared filters that have no step plan, those of form mfa or mfo or of
-- the theme mfa first (`is_shared`: what a step plan is made for), then by name.
select
    p.id, p.name, l.name as library,
    coalesce(p.form in ('mfa', 'mfo'), false) or list_contains(p.themes, 'MFA') as is_shared
from partnership_on($libraries, $chosen, $theme_bits, $statuses, $day) c
join partnership p on p.id = c.partnership
join library l on l.id = c.library
where c.partnership not in (select partnership from stated_step_plan)
order by is_shared desc, p.name, p.id
limit $limit
