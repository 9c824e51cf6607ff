-- The criteria that are shipped, in the order of their file.
select code, label, group_ as "group", question, precondition,
    anchor_1, anchor_3, anchor_5, literature
from criterion
order by rowid
