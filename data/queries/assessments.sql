-- The assessments of some partners, of each the newest first, under the name it has now.
select a.id, p.name, p.name_key, a.content, a.version, a.changed_at, a.changed_by
from stated_assessment a
join partner p on p.id = a.partner
where list_contains($partners, a.partner)
order by p.name, a.partner, a.day desc, a.id desc
