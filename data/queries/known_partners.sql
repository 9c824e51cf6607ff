-- The partners that these names mean, those that are called so before those that were. The example
-- portfolio makes way for own data: its partners count as unknown.
with example as (
    select unnest(partners) as id
    from partnership where library in (select id from library where is_example)
),
called as (
    select id, name_key, type, gemeente, null as now_called from partner
    union all
    select p.id, a.name_key, p.type, a.gemeente, p.name
    from partner_alias a
    join partner p on p.id = a.partner
)
select id, name_key, type, gemeente, now_called from called
where name_key in (select unnest($name_keys::text[])) and id not in (select id from example)
order by now_called is not null, id
