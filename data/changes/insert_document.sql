insert into document (kind, name, name_key, content, changed_by)
values ($kind, $name, $name_key, $content, $who)
returning id
