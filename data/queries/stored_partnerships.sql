-- Partnerships as they are stored, by id; no row where one was removed.
select * from partnership
where id in (select unnest($ids::integer[])) and removed_at is null
order by id
