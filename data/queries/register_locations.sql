select * from location where register = $register
