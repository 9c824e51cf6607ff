update session
set opened_by = e.content ->> 'opened_by'
from erased e
where e.place = 'session' and e.id = session.id::text
returning session.id
