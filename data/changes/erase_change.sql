with sides as (
    select logged,
        any_value(content) filter (side = 'before') as before,
        any_value(content) filter (side = 'after') as after
    from erased where side is not null
    group by logged
)
update change
set before = coalesce(s.before, change.before), after = coalesce(s.after, change.after)
from sides s
where s.logged = change.id
