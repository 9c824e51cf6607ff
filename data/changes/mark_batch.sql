-- Whose this batch is: the libraries that what it wrote is about, or was about before. What is only
-- about registers, or about documents that are for everybody, is for everybody (null); where nothing
-- says whose it is, it is of who made it, or of who sees everything.
with written as materialized (
    select entity, try_cast(entity_id as integer) as id, before, after
    from change where batch = $batch
),
document_ as (
    select to_json(d.libraries) as libraries
    from written w
    join document d on d.id = w.id
    where w.entity = 'document'
    union all
    select before -> 'libraries' from written where entity = 'document' and before is not null
),
about as (
    select number_in(before, '$.library') as library from written where entity = 'partnership'
    union all
    select number_in(after, '$.library') from written where entity = 'partnership'
    union all
    select id from written where entity = 'library'
    union all
    select unnest(numbers_in(libraries, '$[*]')) from document_
    union all
    select p.library
    from partnership_partner o
    join partnership p on p.id = o.partnership
    where o.partner in (
        select if(entity = 'partner', id, number_in(coalesce(after, before), '$.partner'))
        from written where entity in ('partner', 'location_link')
    )
),
found as (
    select list_sort(list(distinct library) filter (library is not null)) as libraries
    from about
),
shared as (
    select
        count(*) > 0 and bool_and(entity in ('location', 'register_load', 'document'))
            and not exists (
                from document_ where libraries is not null and libraries::text <> 'null'
            ) as is_shared
    from written
)
update batch
set libraries = case
    -- What only who sees everything may read, and nobody who sees less wrote.
    when $maker::integer[] is null and exists (from document_ where libraries::text = '[]') then []
    when len(f.libraries) > 0 then f.libraries
    when s.is_shared then null
    else coalesce($maker::integer[], [])
end
from found f, shared s
where batch.id = $batch
