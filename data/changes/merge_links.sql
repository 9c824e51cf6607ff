-- The links of partners that go, to the one that stays; a location that it has already once.
insert into location_link (partner, register, location, likeness, decided_by)
select $kept, register, location, max(likeness), $who
from location_link
where partner in (select unnest($gone::integer[]))
group by register, location
on conflict do nothing
returning partner as id
