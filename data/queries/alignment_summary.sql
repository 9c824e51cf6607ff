-- How many partnerships are active, how many of them were judged and serve no goal, with their
-- hours, and how many were not judged: one row.
select
    count(*) as partnerships,
    count(*) filter (alignment = 0) as idle,
    coalesce(sum(hours) filter (alignment = 0), 0) as idle_hours,
    count(*) filter (judged = 0) as unjudged
from alignment_on($libraries, $chosen, $theme_bits, $statuses, $day)
