-- What people decided of partners that look alike but are not the same, newest first.
select id, name, version, partners, changed_at, changed_by
from stated_distinct_partners
order by changed_at desc, id desc
