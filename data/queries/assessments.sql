-- The assessments of a partner, newest first.
select id, name, name_key, content, version, changed_at, changed_by
from stated_assessment
where partner = $partner
order by day desc, id desc
