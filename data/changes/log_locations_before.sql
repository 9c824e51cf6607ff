insert into change (batch, entity, entity_id, before)
select $batch, 'location', concat_ws('|', register, id), to_json(l)
from location l
where register = $register
    and (id in (select id from incoming_locations) or id in (select unnest($leaving::text[])))
