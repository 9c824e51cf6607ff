update location set in_register = false
where register = $register and id in (select unnest($leaving::text[]))
