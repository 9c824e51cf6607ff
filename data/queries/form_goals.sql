-- The goals on which the partnerships of a library are judged: those that count on $day or later, as
-- they are called last. A library that is not there yet (null) gets the shipped ones.
select goal, arg_max(label, valid_from) as label
from goal_weight where library = $library and valid_to > $day
group by goal
union all
select code, label from goal where $library is null
order by goal
