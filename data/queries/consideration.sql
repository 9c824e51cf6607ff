-- A consideration by its id: what people stated, and nothing that would have to be counted.
select id, name, name_key, content, version, changed_at, changed_by
from document
where kind = 'consideration' and id = $id
