-- Take away the set of goals that holds from a day on, if the library is still the version that
-- the person saw.
update library
set
    goal_sets = list_filter(goal_sets, lambda one: one.valid_from <> $since::date),
    version = version + 1, changed_by = $who, changed_at = timezone('UTC', now())
where id = $id and version = $version
returning id
