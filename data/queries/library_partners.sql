-- The partners that a library works or worked with, by name.
select id, name, type, gemeente from partner
where id in (
    select unnest(partners) from partnership where library = $library and removed_at is null
)
order by name_key, id
limit $limit
