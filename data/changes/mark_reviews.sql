-- A review is about what its decision is about: it goes along when that moved to another library.
with moved as (
    select try_cast(entity_id as integer) as id
    from change
    where batch = $batch and entity = 'partnership'
        and number_in(before, '$.library') <> number_in(after, '$.library')
),
about as (
    select n.id, n.libraries
    from libraries_named_by((
        select list(r.id)
        from document r
        join document d on d.id = number_in(r.content, '$.decision')
        where r.kind = 'review' and exists (from moved) and list_has_any(
            numbers_in(d.content, '$.decision.options[*].partnership'),
            (select list(id) from moved)
        )
    )) n
)
update document set libraries = about.libraries from about where document.id = about.id
