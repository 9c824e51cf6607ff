-- The decisions of these libraries and those of every library that were to be reviewed by a day, and
-- were not yet.
select id, name as question, review_on
from stated_decision
where review_on <= $day and id not in (select decision from stated_review)
    and ($libraries is null or library_name is null or list_contains($libraries, library))
order by review_on, id
