select * from partnership
where removed_at is null
    and library in (select unnest($libraries::integer[]))
    and name_key in (select unnest($name_keys::text[]))
order by id
