-- What is in the bin, or those of these ids, the last removed first.
select p.*, l.name as library_name
from partnership p
join library l on l.id = p.library
where p.removed_at is not null and ($ids is null or list_contains($ids, p.id))
order by p.removed_at desc, p.id desc
