-- The registers in the store with their last load, how many usable rows that had, and how many
-- locations the register has now.
select
    l.register, l.file_name, l.measure_date, l.loaded_at, l.loaded_by, l.locations as in_file,
    (select count(*) from location x where x.register = l.register and x.in_register) as locations
from register_load l
where l.id in (select max(id) from register_load group by register)
order by l.register
