-- The registers in the store with their last load and their number of locations.
select
    l.register, l.file_name, l.measure_date, l.loaded_at, l.loaded_by,
    (select count(*) from location x where x.register = l.register and x.in_register) as locations
from register_load l
where l.id in (select max(id) from register_load group by register)
order by l.register
