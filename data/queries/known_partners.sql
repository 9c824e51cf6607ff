-- The example portfolio makes way for own data: its partners count as unknown.
with example as (
    select unnest(partners) as id
    from partnership where library in (select id from library where is_example)
)
select id, name_key, type, gemeente from partner
where name_key in (select unnest($name_keys::text[])) and id not in (select id from example)
order by id
