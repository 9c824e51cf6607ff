-- Every goal that a library has or had, once, as it is called now.
select goal, arg_max(label, valid_from) as label
from goal_weight where library = $id
group by goal
order by goal
