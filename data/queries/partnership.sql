-- One partnership as it is stored, by id; no row where it was removed.
select * from partnership where id = $id and removed_at is null
