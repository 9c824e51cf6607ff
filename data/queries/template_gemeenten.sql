select name from gemeente order by name
