-- The themes with their group.
select t.code, t.label, t.theme_group, g.label as group_label, t.population, t.description
from theme t join theme_group g on g.code = t.theme_group
order by t.position
