-- The locations in a loaded register of these themes in these gemeenten.
select id, name, place, gemeente, register from location
where in_register
    and register in (
        select coalesce(register, code) from theme where code in (select unnest($themes::text[]))
        union
        select unnest($themes::text[])
    )
    and gemeente in (select unnest($gemeenten::text[]))
order by name, id
limit $limit
