update participant
set name = e.content ->> 'name', name_key = e.content ->> 'name_key'
from erased e
where e.place = 'participant' and e.id = participant.id::text
returning participant.id
