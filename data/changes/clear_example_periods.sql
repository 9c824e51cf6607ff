delete from status_period
where partnership in (
    select p.id
    from partnership p
    join library l on l.id = p.library
    where l.is_example
)
