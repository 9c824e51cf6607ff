-- What happened to the record of one partner, newest first: when, by whom, in which change, and its
-- name, type and gemeente before and after (null: it was not there).
with logged as (
    select batch, before, after from change
    where entity = 'partner' and entity_id = $id::integer::text
)
select
    b.made_at, b.who, b.action, b.undone_by is not null as undone,
    c.before ->> 'name' as name_before, c.after ->> 'name' as name_after,
    c.before ->> 'type' as type_before, c.after ->> 'type' as type_after,
    was.name as gemeente_before, now_.name as gemeente_after
from logged c
join batch b on b.id = c.batch
left join gemeente was on was.code = c.before ->> 'gemeente'
left join gemeente now_ on now_.code = c.after ->> 'gemeente'
order by b.id desc
limit $limit
