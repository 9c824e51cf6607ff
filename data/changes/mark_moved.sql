-- The documents about partnerships that this batch moved to another library go with them.
with moved as (
    select try_cast(entity_id as integer) as id, number_in(after, '$.library') as library
    from change
    where batch = $batch and entity = 'partnership'
        and number_in(before, '$.library') <> number_in(after, '$.library')
),
about as (
    select d.id, n.libraries
    from document d
    join libraries_named_by((
        select list(id) from document
        where exists (from moved) and (
            number_in(content, '$.partnership') in (select id from moved)
            or list_has_any(
                numbers_in(content, '$.options[*].partnership')
                || numbers_in(content, '$.decision.options[*].partnership')
                || numbers_in(content, '$.stopped[*]')
                || numbers_in(content, '$.efforts[*].partnership'),
                (select list(id) from moved)
            )
        )
    )) n on n.id = d.id
)
update document set libraries = about.libraries from about where document.id = about.id
