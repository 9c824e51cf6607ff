-- What was written down about the partnerships of example libraries, and about the partners that
-- only these work with: under another name of such a partner an import would find nobody. What
-- belongs to such a library, and what came with the example, as long as nobody changed it.
with member as (
    select unnest(p.partners) as partner, l.is_example
    from partnership p
    join library l on l.id = p.library
),
gone as (
    select partner from member group by partner having bool_and(is_example)
)
delete from document
where try_cast(content ->> 'partner' as integer) in (select partner from gone)
    or try_cast(content ->> 'partnership' as integer) in (
        select p.id from partnership p join library l on l.id = p.library where l.is_example
    )
    or (kind in ('step_template', 'strategy') and (content ->> 'library')::integer in (
        select id from library where is_example
    ))
    or changed_by = 'voorbeeld'
    or id in (
        select f.id from stated_factsheet f join library l on l.id = f.library where l.is_example
    )
    or (kind = 'report' and (content ->> 'is_example')::boolean)
    or id in (
        select d.id from stated_distinct_partners d
        where list_has_any(d.partners, (select list(partner) from gone))
    )
