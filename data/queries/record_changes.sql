-- What changed in one partnership and in what was written down about it, newest first: the row
-- before and after as JSON, and the batch. `rows_changed`: of the whole batch.
with mine as (
    select id, batch, entity, entity_id, before, after
    from change
    where (entity = 'partnership' and entity_id = $id::text)
        or (
            entity = 'document'
            and coalesce(after, before) ->> 'kind' in ('health_check', 'agreement', 'yearly_result')
            and coalesce(after, before) ->> '$.content.partnership' = $id::text
        )
),
size as (
    select batch, count(*) as rows_changed
    from change where batch in (select batch from mine)
    group by batch
)
select
    m.id, m.batch, m.entity, m.before, m.after, b.made_at, b.who, b.action, b.undone_by,
    size.rows_changed
from mine m
join batch b on b.id = m.batch
join size on size.batch = m.batch
order by m.id desc
limit $limit
