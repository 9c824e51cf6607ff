select register, id, name, gemeente, place from location
where in_register and register in (select register from theme where register is not null)
order by register, id
