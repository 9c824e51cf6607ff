-- Rows that point to one that is not there, counted by what points and what is missing. What a load
-- made and an undo took back stays as removed, without the library and partners that went with it.
with
    pointing(what, missing) as (
        select 'samenwerking', 'bibliotheek' from partnership p
        where p.removed_at is null and not exists (from library l where l.id = p.library)
        union all
        select 'samenwerking', 'partner'
        from (
            select distinct unnest(partners) as partner from partnership where removed_at is null
        ) p
        where not exists (from partner r where r.id = p.partner)
        union all
        select 'tekst over een partner', 'partner' from document d
        where d.kind in ('assessment', 'contact_person', 'partner_alias', 'wish')
            and number_in(d.content, '$.partner') is not null
            and not exists (from partner r where r.id = number_in(d.content, '$.partner'))
        union all
        select 'koppeling', 'partner' from location_link k
        where not exists (from partner r where r.id = k.partner)
        union all
        select 'deelnemer', 'sessie' from participant d
        where not exists (from session s where s.id = d.session)
        union all
        select 'score', 'deelnemer' from entry e
        where e.participant is not null
            and not exists (from participant d where d.id = e.participant)
        union all
        select 'materiaal', 'bestand' from document d
        where d.kind = 'material' and (d.content ->> '$.file.sha256') is not null
            and not exists (from material_file f where f.hash = (d.content ->> '$.file.sha256'))
        union all
        select 'regel van het wijzigingenlogboek', 'wijziging' from change c
        where not exists (from batch b where b.id = c.batch)
        union all
        select 'ongedaan gemaakte wijziging', 'wijziging' from batch u
        where u.undone_by is not null and not exists (from batch b where b.id = u.undone_by)
    )
select what, missing, count(*) as rows from pointing group by all order by all
