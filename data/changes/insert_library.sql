insert into library (name, name_key, gemeenten, changed_by)
values ($title, $key, $gemeenten, $who)
returning id
