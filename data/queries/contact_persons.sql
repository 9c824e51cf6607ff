-- The contact persons of some partners, by partner in the order of their names.
select id, name, name_key, content, version, changed_at, changed_by
from stated_contact_person
where list_contains($partners, partner)
order by partner, content ->> 'name', id
