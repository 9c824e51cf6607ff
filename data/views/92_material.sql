-- The materials that people added, with the hash of the file of those that have one.
create or replace view stated_material as
select *, content ->> '$.file.sha256' as hash
from document
where kind = 'material';
