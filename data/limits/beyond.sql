-- What a batch wrote that its maker, who sees the libraries in the variable of the connection, may
-- not write: rows of others, and of everybody. Of a partner that is of others as well he may
-- fill in what was empty, and link a location to it; a library of his he may change, not make or
-- remove. Who sees every library (`sees_all`) may write all but registers. `unless` are kinds of
-- documents that are kept to others than him.
--
-- entity, and is_shared: it is of everybody, or of others too.
with written as (
    select entity, try_cast(entity_id as integer) as id, before, after
    from change where batch = $batch
),
document_ as (
    select w.id, w.before, coalesce(d.kind, w.before ->> 'kind') as kind,
        if(w.before is null, null, numbers_in(w.before, '$.libraries[*]')) as libraries_before,
        if(d.id is null, null, coalesce(d.libraries, [])) as libraries_now,
        number_in(d.content, '$.partner') as partner
    from written w
    left join document d on d.id = w.id
    where w.entity = 'document'
),
-- Who came to work in a partnership.
added as (
    select id, unnest(numbers_in(after, '$.partners[*]')) as partner
    from written where entity = 'partnership'
    except
    select id, unnest(numbers_in(before, '$.partners[*]'))
    from written where entity = 'partnership'
),
-- The partners that this is about: others than those need not be looked for.
about as (
    select id as partner from written where entity = 'partner'
    union
    select partner from document_ where partner is not null
    union
    select number_in(coalesce(after, before), '$.partner')
    from written where entity = 'location_link'
    union
    select partner from added
),
-- Of those: with whom others work, and about whom they wrote something as well.
working as (
    select partner from (
        select distinct unnest(partners) as partner
        from partnership
        where not $sees_all and exists (from about)
            and library not in (select unnest(getvariable('libraries')))
            and list_has_any(partners, (select list(partner) from about))
    )
    where partner in (from about)
),
others as (
    from working
    union
    select number_in(content, '$.partner') from document
    where not $sees_all and libraries is not null
        and (len(libraries) = 0 or not list_has_all(getvariable('libraries'), libraries))
        and exists (from written where entity in ('partner', 'location_link'))
),
-- Those with whom only others work, or worked until this batch. An undo may bring back who was in
-- the partnership before.
hidden as (
    from working
    except
    select unnest(partners) from partnership
    where library in (select unnest(getvariable('libraries')))
        and id not in (select id from written where entity = 'partnership')
    except
    select unnest(numbers_in(before, '$.partners[*]') || numbers_in(after, '$.partners[*]'))
    from change
    where entity = 'partnership' and batch <> $batch
        and entity_id in (select id::text from written where entity = 'partnership')
    except
    select unnest(numbers_in(before, '$.partners[*]')) from written where entity = 'partnership'
)
select entity, false as is_shared
from written
where entity = 'partnership' and not $sees_all and not (
    (before is null or list_contains(getvariable('libraries'), number_in(before, '$.library')))
    and (after is null or list_contains(getvariable('libraries'), number_in(after, '$.library')))
)
union all
select 'partnership', false
from added
where partner in (from hidden)
union all
select 'document', len(coalesce(libraries_before, libraries_now)) = 0
from document_
where list_contains($unless::text[], kind)
    or (not $sees_all and libraries_before is not null and (
        len(libraries_before) = 0
        or not list_has_all(getvariable('libraries'), libraries_before)
    ))
    or (not $sees_all and libraries_now is not null and (
        len(libraries_now) = 0 or not list_has_all(getvariable('libraries'), libraries_now)
    ))
    or partner in (from hidden)
union all
select 'library', false
from written
where entity = 'library' and not $sees_all and (
    before is null or after is null or not list_contains(getvariable('libraries'), id)
)
union all
select 'partner', true
from written
where entity = 'partner' and id in (select partner from others) and not (
    before is null
    or (after is not null and json_contains(compared(after), compared(before)))
)
union all
select 'location_link', true
from written
where entity = 'location_link' and (
    (before is not null and number_in(before, '$.partner') in (select partner from others))
    or number_in(after, '$.partner') in (from hidden)
)
union all
-- It undid a batch of others as well: that counts as undone as a whole.
select 'batch', true
from batch
where undone_by = $batch and not $sees_all and libraries is not null and (
    len(libraries) = 0 or not list_has_all(getvariable('libraries'), libraries)
)
union all
select entity, true
from written
where entity not in ('partnership', 'document', 'library', 'partner', 'location_link')
