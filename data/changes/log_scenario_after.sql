merge into change
using (select id, to_json(r) as after from scenario r where id = $id) now_
on change.batch = $batch and change.entity = 'scenario' and change.entity_id = now_.id::text
when matched then update set after = now_.after
when not matched then insert (batch, entity, entity_id, after)
    values ($batch, 'scenario', now_.id::text, now_.after)
