update library
set gemeenten = list_distinct(list_concat(gemeenten, $gemeenten)).list_sort(),
    version = version + 1, changed_by = $who, changed_at = timezone('UTC', now())
where id = $id
returning id
