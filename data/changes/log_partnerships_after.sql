merge into change
using (select id, to_json(p) as after from partnership p where id in (select id from incoming)) now_
on change.batch = $batch and change.entity = 'partnership' and change.entity_id = now_.id::text
when matched then update set after = now_.after
when not matched then insert (batch, entity, entity_id, after)
    values ($batch, 'partnership', now_.id::text, now_.after)
