-- What was entered in a consideration itself, newest first, with what stood there before.
select id, option, criterion, field, value,
    lag(value) over (partition by option, criterion, field order by id) as before,
    made_at, made_by
from entry
where consideration = $consideration and participant is null
order by id desc
limit $limit
