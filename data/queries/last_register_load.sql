select * from register_load where register = $register order by id desc limit 1
