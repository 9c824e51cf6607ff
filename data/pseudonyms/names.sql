-- What people and organisations are called, or were called before somebody changed that or took
-- them away, and what they are called instead. Of two that share a name the first will do: it is
-- only looked for in texts.
select name, first(pseudonym order by is_former, pseudonym) as pseudonym
from (
    select name, pseudonym, false as is_former from (
        select name, coalesce(upper(left(type, 1)) || type[2:], 'Partner') || ' ' || id as pseudonym
        from partner
        union all
        select name, 'Partner ' || (content ->> 'partner') from document where kind = 'partner_alias'
        union all
        select name, 'Locatie ' || number from location
        union all
        select owner, 'Medewerker ' || min(id) from partnership group by owner
        union all
        select name, 'Samenwerking ' || id from partnership
        union all
        select content ->> 'name', 'Persoon ' || id from document where kind = 'contact_person'
        union all
        select name, 'Deelnemer ' || id from participant
        union all
        select name, 'Bibliotheek ' || id from library where $libraries
    )
    union all
    select before ->> 'name', upper(left(noun, 1)) || noun[2:] || ' ' || entity_id, true
    from change
    join (
        values ('partner', 'partner'), ('partnership', 'samenwerking'), ('library', 'bibliotheek')
    ) as called(entity, noun) using (entity)
    where entity <> 'library' or $libraries
    union all
    select before ->> 'owner', $hidden, true from change where entity = 'partnership'
)
where name is not null
group by name
