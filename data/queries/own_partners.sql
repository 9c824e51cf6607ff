-- The partners with these names (keys) that a library works with already.
select distinct p.id, p.name_key, p.type
from partner p
where p.name_key in (select unnest($name_keys::text[]))
    and p.id in (
        select unnest(s.partners) from partnership s
        where s.library = $library and s.removed_at is null
    )
order by p.id
