-- What the codes in a change of a partnership are called: a kind, a code and its label. Of partners
-- those with these ids, also where no partnership has them any more, and also one that was merged
-- into another: as it was called last. Of locations those with these ids, as any register knows
-- them.
select 'partner' as kind, id::text as code, name as label
from partner where id in (select unnest($partners::integer[]))
union all
select 'partner', entity_id, arg_max(coalesce(after, before) ->> 'name', id)
from change
where entity = 'partner'
    and entity_id in (select unnest($partners::integer[])::text)
    and entity_id::integer not in (select id from partner)
group by entity_id
union all
select 'location', id, any_value(name)
from location where id in (select unnest($locations::text[]))
group by id
union all
select 'library', id::text, name from library
union all
select 'theme', code, label from theme
union all
select 'gemeente', code, name from gemeente
union all
select 'status', code, label from status
