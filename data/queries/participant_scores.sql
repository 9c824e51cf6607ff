-- What some participants (ids) of sessions gave: each entry, in the order in which they made them.
select e.participant, d.name as consideration, e.option, e.criterion, e.field, e.value, e.made_at
from entry e
left join document d on d.id = e.consideration
where e.participant in (select unnest($participants::integer[]))
order by e.id
