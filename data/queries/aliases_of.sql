-- The other names of these partners: id, name, name_key, version, partner, gemeente.
from partner_alias
where partner in (select unnest($ids::integer[]))
order by id
