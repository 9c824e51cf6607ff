delete from status_period
where partnership in (
    select id from partnership where library in (select id from library where is_example)
)
