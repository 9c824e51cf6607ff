-- What people decided of partners that look alike but are not the same, newest first: as long as two
-- of them are there.
select d.id, d.name, d.version, d.partners, d.changed_at, d.changed_by
from stated_distinct_partners d
where (select count(*) from partner p where list_contains(d.partners, p.id)) > 1
order by d.changed_at desc, d.id desc
