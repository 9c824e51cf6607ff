-- How many partnerships each reason for attention holds for, and all reasons together (reason
-- is null), where a partnership with two reasons counts once.
select reason, count(distinct id) as partnerships, min(due) as first_due
from attention($libraries, $regions, $gemeenten, $themes, $statuses, $measure_date)
group by grouping sets ((reason), ())
