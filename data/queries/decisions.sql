-- The decisions of these libraries and those of every library, newest first; those on a
-- consideration; one by its id; those in which a partnership was an option.
select id, name, name_key, content, version, changed_at, changed_by
from stated_decision
where ($id is null or id = $id)
    and ($libraries is null or library_name is null or list_contains($libraries, library))
    and ($consideration is null or consideration = $consideration)
    and ($partnership is null or list_contains(partnerships, $partnership))
order by decided_on desc, id desc
