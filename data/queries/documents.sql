-- The documents of one kind by name; one by its id.
select id, name, name_key, content, version, changed_at, changed_by
from document
where kind = $kind and ($id is null or id = $id)
order by name_key, id
