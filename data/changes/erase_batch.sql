update batch
set who = e.content ->> 'who', action = e.content ->> 'action'
from erased e
where e.place = 'batch' and e.id = batch.id::text
returning batch.id
