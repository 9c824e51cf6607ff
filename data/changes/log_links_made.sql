insert into change (batch, entity, entity_id, after)
select $batch, 'location_link', concat_ws('|', partner, register, location), to_json(l)
from location_link l semi join offered_links o using (partner, register, location)
where decided_at = timezone('UTC', now())
