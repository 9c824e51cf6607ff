select id, undone_by, (select count(*) from change where batch = b.id and entity <> 'register') as changes
from batch b where id = $undone
