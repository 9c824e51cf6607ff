insert into change (batch, entity, entity_id, before, after)
select $batch, 'document', c.entity_id, if(r.id is null, null, to_json(r)), null
from change c left join document r on r.id::text = c.entity_id
where c.batch = $undone and c.entity = 'document'
