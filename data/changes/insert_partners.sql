insert into partner (name, name_key, type, gemeente, changed_by)
select name, name_key, type, gemeente, $who from new_partners
returning id, name_key, gemeente
