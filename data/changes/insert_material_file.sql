-- The bytes of a file, unless they are there already.
insert into material_file (hash, content, size, added_by)
values ($hash, $content, $size, $who)
on conflict do nothing
