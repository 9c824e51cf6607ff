-- What changed in one partnership, in what was written down about it, and in its partners and their
-- links to locations while they were its partners, newest first: the row before and after as JSON,
-- and the batch. `rows_changed`: of the whole batch.
with own as (
    select id, batch, before from change where entity = 'partnership' and entity_id = $id::text
),
-- Which partners it had from one batch that changed it up to and including the next.
held as (
    select
        lag(batch, 1, 0) over (order by id) as since, batch as until,
        from_json(before -> 'partners', '["INTEGER"]') as partners
    from own
    union all
    select (select coalesce(max(batch), 0) from own), 2147483647, partners
    from partnership where id = $id
),
member as (
    select since, until, unnest(partners)::text as partner from held
),
about as (
    select id, coalesce(after, before) ->> ['$.kind', '$.content.partnership'] as part
    from change
    where entity = 'document'
),
near as (
    select id, batch, entity_id as partner
    from change
    where entity = 'partner' and entity_id in (select partner from member)
    union all
    select id, batch, split_part(entity_id, '|', 1)
    from change
    where entity = 'location_link' and split_part(entity_id, '|', 1) in (select partner from member)
),
mine as (
    select id from own
    union all
    select id from about
    where part[1] in (
        'health_check', 'agreement', 'yearly_result', 'step_plan', 'step_check', 'wish'
    ) and part[2] = $id::text
    union
    select n.id
    from near n join member m on m.partner = n.partner and n.batch between m.since and m.until
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
