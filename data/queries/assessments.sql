-- The assessments of some partners, of each the newest first.
select id, name, name_key, content, version, changed_at, changed_by
from stated_assessment
where list_contains($partners, partner)
order by name, partner, day desc, id desc
