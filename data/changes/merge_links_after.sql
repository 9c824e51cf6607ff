-- In the change log: the links that the partner that stays got from the others.
insert into change (batch, entity, entity_id, after)
select $batch, 'location_link', concat_ws('|', partner, register, location), to_json(l)
from location_link l
where partner = $kept and decided_at = timezone('UTC', now())
