insert into change (batch, entity, entity_id, before, after)
select $batch, 'location_link', c.entity_id, if(r.partner is null, null, to_json(r)), null
from change c left join location_link r on concat_ws('|', r.partner, r.register, r.location) = c.entity_id
where c.batch = $undone and c.entity = 'location_link'
