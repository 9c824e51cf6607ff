-- The last change of the data that a report can show. That a report was kept is none: the next one
-- of the same data says the same.
select id, made_at
from batch
where id not in (
    select batch
    from change
    where entity = 'document' and coalesce(after, before) ->> 'kind' = 'report'
)
order by id desc
limit 1
