-- The bytes of a file, unless they are there already.
insert into material_file (sha256, content, size, added_by)
values ($sha256, $content, $size, $who)
on conflict do nothing
