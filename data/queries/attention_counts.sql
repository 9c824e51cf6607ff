-- How many partnerships each reason for attention holds for.
select reason, count(*) as partnerships, min(due) as first_due
from attention($libraries, $regions, $gemeenten, $themes, $statuses, $measure_date)
group by reason
