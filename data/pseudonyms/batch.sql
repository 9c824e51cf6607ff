-- The last change only, which is the version of the data. What was changed is not told.
select * replace ('' as who, $hidden as action) from batch order by id desc limit 1
