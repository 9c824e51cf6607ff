-- The documents of one kind about a partnership, the first made first.
select id, name, name_key, content, version, changed_at, changed_by
from stated_about_partnership
where kind = $kind and partnership = $partnership
order by id
