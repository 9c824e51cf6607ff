select id, undone_by, (select count(*) from change where batch = b.id) as changes
from batch b where id = $undone
