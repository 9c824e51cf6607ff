merge into change
using (
    select concat_ws('|', register, id) as entity_id, to_json(l) as after
    from location l
    where register = $register
        and (id in (select id from incoming_locations) or id in (select unnest($leaving::text[])))
) now_
on change.batch = $batch and change.entity = 'location' and change.entity_id = now_.entity_id
when matched then update set after = now_.after
when not matched then insert (batch, entity, entity_id, after)
    values ($batch, 'location', now_.entity_id, now_.after)
