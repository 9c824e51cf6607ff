-- The documents about one of these partners, of any kind: those of which the content has a number
-- `partner`. An older kind that has none of that name is about no partner.
select id, kind, name, name_key, content, version
from document
where try_cast(content ->> 'partner' as integer) in (select unnest($ids::integer[]))
order by id
