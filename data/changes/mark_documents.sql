-- Of the documents that this batch wrote: the libraries that each is about ([]: none that is
-- there). One that names none keeps what it had; a new one gets those of who made it (null: all),
-- or, where all is seen, nobody else's but what is meant for everybody (see migration 0010).
with written as (
    select d.id, d.kind, d.content, d.libraries, bool_and(c.before is null) as is_new
    from change c
    join document d on d.id = try_cast(c.entity_id as integer)
    where c.batch = $batch and c.entity = 'document'
    group by all
),
named as (
    select w.id, n.libraries, n.is_about
    from written w
    join libraries_named_by((select list(id) from written)) n on n.id = w.id
)
update document
set libraries = case
    when len(n.libraries) > 0 or n.is_about then n.libraries
    when not w.is_new or w.libraries is not null then w.libraries
    when $maker::integer[] is not null then $maker::integer[]
    when w.kind in (
        'material', 'hidden_guide', 'criteria_set', 'partner_alias', 'distinct_partners',
        'contact_person', 'assessment'
    ) then null
    else []
end
from written w
join named n on n.id = w.id
where document.id = w.id
