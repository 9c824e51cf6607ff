insert into change (batch, entity, entity_id, before, after)
select $batch, 'location', c.entity_id, if(r.id is null, null, to_json(r)), null
from change c left join location r on concat_ws('|', r.register, r.id) = c.entity_id
where c.batch = $undone and c.entity = 'location'
