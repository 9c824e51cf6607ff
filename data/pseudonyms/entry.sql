select * replace (if(field = 'note' and value is not null, $hidden, value) as value, '' as made_by)
from entry
