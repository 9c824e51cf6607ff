merge into change
using (select id, to_json(r) as after from document r where id = $id) now_
on change.batch = $batch and change.entity = 'document' and change.entity_id = now_.id::text
when matched then update set after = now_.after
when not matched then insert (batch, entity, entity_id, after)
    values ($batch, 'document', now_.id::text, now_.after)
