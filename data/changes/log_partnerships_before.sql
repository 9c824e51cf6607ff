insert into change (batch, entity, entity_id, before)
select $batch, 'partnership', id::text, to_json(p)
from partnership p
where id in (select id from incoming)
