insert into scenario (name, name_key, content, changed_by)
values ($name, $name_key, $content, $who)
returning id
