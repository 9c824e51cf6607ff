-- The latest changes, newest first, with how many rows each touched (a register by its locations)
-- and whether it was undone.
select
    b.id, b.made_at, b.who, b.action, b.undone_by,
    count(c.id) filter (c.entity <> 'register_load') as rows_changed
from batch b join change c on c.batch = b.id
group by b.id, b.made_at, b.who, b.action, b.undone_by
order by b.id desc
limit $limit
