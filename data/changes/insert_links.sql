insert into location_link (partner, register, location, likeness, decided_by)
select partner, register, location, likeness, $who from offered_links
on conflict do nothing
returning partner as id
