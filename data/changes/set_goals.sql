-- The goals of a library from a day on, in place of a set of that day, if it is still the version
-- that the person saw.
update library
set
    goal_sets = list_sort(list_append(
        list_filter(goal_sets, lambda one: one.valid_from <> $since::date),
        {'valid_from': $since::date, 'goals': from_json(
            $goals, '[{"code": "VARCHAR", "label": "VARCHAR", "weight": "DOUBLE"}]'
        )}
    )),
    version = version + 1, changed_by = $who, changed_at = timezone('UTC', now())
where id = $id and version = $version
returning id
