merge into change
using (
    select id, to_json(r) as after from library r where id in (select unnest($ids::integer[]))
) now_
on change.batch = $batch and change.entity = 'library' and change.entity_id = now_.id::text
when matched then update set after = now_.after
when not matched then insert (batch, entity, entity_id, after)
    values ($batch, 'library', now_.id::text, now_.after)
