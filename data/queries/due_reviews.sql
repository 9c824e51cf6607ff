-- The decisions that were to be reviewed by a day, and were not yet.
select id, name as question, review_on
from stated_decision
where review_on <= $day and id not in (select decision from stated_review)
order by review_on, id
