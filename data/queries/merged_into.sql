-- The partner that one which is no more was merged into: of the last merge (an action that begins
-- with $merged) that took it away and holds, the partner that stayed. It may be no more by now.
with gone as (
    select c.batch
    from change c
    join batch b on b.id = c.batch
    where c.entity = 'partner' and c.entity_id = $id::integer::text and c.after is null
        and starts_with(b.action, $merged) and b.undone_by is null and $id::integer not in (select id from partner)
    order by c.id desc
    limit 1
)
select entity_id::integer as id
from change
where batch in (from gone) and entity = 'partner' and before is not null and after is not null
order by id
