-- Every goal that is shipped or that a library has or had: the shipped ones first, then the others
-- by code, each once, as most libraries call it on $day.
with named as (
    select
        goal, label, max(valid_from) as latest,
        count(*) filter (valid_from <= $day and $day < valid_to) as libraries
    from goal_weight
    group by goal, label
),
called as (
    select goal as code, arg_max(label, (libraries, latest, label)) as label
    from named group by goal
)
select coalesce(c.code, g.code) as code, coalesce(c.label, g.label) as label
from goal g
full join called c on c.code = g.code
order by g.code is null, code
