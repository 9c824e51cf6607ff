-- The sessions of a consideration, newest first; one by its id; the one that runs under a code.
select *
from session_state
where ($consideration is null or consideration = $consideration)
    and ($id is null or id = $id)
    and ($code is null or (running and code = $code))
order by id desc
