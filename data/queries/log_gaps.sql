-- Rows that are not as the change log left them, counted by what they are: the last change of a row
-- says its version. Rows that were never changed (the example) are in no log.
with
    last_ as (
        select entity, entity_id, last(after ->> 'version' order by id) as version
        from change
        where entity in ('partnership', 'partner', 'library', 'document')
        group by all
    ),
    stored(entity, entity_id, version) as (
        select 'partnership', id::text, version::text from partnership
        union all select 'partner', id::text, version::text from partner
        union all select 'library', id::text, version::text from library
        union all select 'document', id::text, version::text from document
    )
select entity, count(*) as rows
from stored join last_ using (entity, entity_id)
where stored.version is distinct from last_.version
group by all
order by all
