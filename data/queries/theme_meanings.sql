-- The themes with their group and what is counted for each.
select t.label, g.label as group_label, t.population, t.description
from theme t join theme_group g on g.code = t.theme_group
order by t.position
