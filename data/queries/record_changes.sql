-- What changed in one partnership and in what was written down about it, newest first: the row
-- before and after as JSON, and the batch. `rows_changed`: of the whole batch.
with about as (
    select id, coalesce(after, before) ->> ['$.kind', '$.content.partnership'] as part
    from change
    where entity = 'document'
),
mine as (
    select id from change where entity = 'partnership' and entity_id = $id::text
    union all
    select id from about
    where part[1] in ('health_check', 'agreement', 'yearly_result') and part[2] = $id::text
    order by id desc
    limit $limit
),
told as (
    select c.id, c.batch, c.entity, c.before, c.after, b.made_at, b.who, b.action, b.undone_by
    from change c
    join batch b on b.id = c.batch
    where c.id in (from mine)
),
size as (
    select batch, count(*) as rows_changed
    from change where batch in (select batch from told)
    group by batch
)
select told.*, size.rows_changed
from told
join size on size.batch = told.batch
order by told.id desc
