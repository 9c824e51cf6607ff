-- The partners that only example libraries work with.
with member as (
    select unnest(p.partners) as partner, l.is_example
    from partnership p
    join library l on l.id = p.library
)
delete from partner
where id in (
    select partner from member group by partner having bool_and(is_example)
)
