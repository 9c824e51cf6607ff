-- A library or partner that the batch made is no conflict when it changed since: it stays. A
-- location that the batch made goes, so a partner must not be linked to it. A load of a register
-- logs only what differed, but stands on the whole of what was loaded before: the loads of that
-- register must be those of then (a load from before the log counts as such by its id).
with left_so as (
    select entity, entity_id, before is null as made,
        compared(after) as row_
    from change where batch = $undone
),
present as (
    select 'partnership' as entity, id::text as entity_id, to_json(p) as row_ from partnership p
    where id::text in (select entity_id from left_so where entity = 'partnership')
    union all
    select 'library', id::text, to_json(l) from library l
    where id::text in (select entity_id from left_so where entity = 'library')
    union all
    select 'partner', id::text, to_json(p) from partner p
    where id::text in (select entity_id from left_so where entity = 'partner')
    union all
    select 'document', id::text, to_json(d) from document d
    where id::text in (select entity_id from left_so where entity = 'document')
    union all
    select 'location_link', concat_ws('|', partner, register, location), to_json(l)
    from location_link l
    union all
    select 'location', concat_ws('|', register, id), to_json(l) from location l
    where concat_ws('|', register, id) in (
        select entity_id from left_so where entity = 'location'
    )
    union all
    select 'register_load', id::text, to_json(l) from register_load l
    where id::text in (select entity_id from left_so where entity = 'register_load')
),
touched as (
    select coalesce(after, before) ->> 'register' as register, max(entity_id::integer) as load
    from change where batch = $undone and entity = 'register_load'
    group by all
),
loads_then as (
    select entity_id::integer as id, any_value(coalesce(after, before) ->> 'register') as register,
        arg_max(after is not null, change.id) as stood
    from change where batch <= $undone and entity = 'register_load'
    group by all
)
select entity, entity_id
from left_so
left join present using (entity, entity_id)
where left_so.row_ is distinct from compared(present.row_)
    and not (made and entity in ('library', 'partner'))
union all
select 'location_link', concat_ws('|', partner, register, location)
from location_link
where concat_ws('|', register, location) in (
    select entity_id from left_so where entity = 'location' and made
)
union
select 'register_load', id::text
from touched
join (register_load full join loads_then using (id, register)) using (register)
where (loaded_at is not null) <> coalesce(stood, id < touched.load)
order by all
