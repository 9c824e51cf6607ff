-- The considerations of these libraries and those of every library, changed last first; one by its
-- id; those in which a partnership is an option.
select * exclude (kind, library, libraries, partnerships)
from consideration_progress
where ($id is null or id = $id)
    and ($libraries is null or library is null or list_contains($libraries, library))
    and ($partnership is null or list_contains(partnerships, $partnership))
order by changed_at desc, id desc
