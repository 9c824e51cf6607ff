-- In the change log: the links of partners that go, which are taken away after this.
insert into change (batch, entity, entity_id, before)
select $batch, 'location_link', concat_ws('|', partner, register, location), to_json(l)
from location_link l
where partner in (select unnest($gone::integer[]))
