-- What people and organisations are called, and what they are called instead. Of two that share a
-- name one will do: it is only looked for in texts.
select name, any_value(pseudonym) as pseudonym
from (
    select name, coalesce(upper(left(type, 1)) || type[2:], 'Partner') || ' ' || id as pseudonym
    from partner
    union all
    select name, 'Partner ' || (content ->> 'partner') from document where kind = 'partner_alias'
    union all
    select name, 'Locatie ' || number from location
    union all
    select owner, 'Medewerker ' || min(id) from partnership where owner is not null group by owner
    union all
    select name, 'Samenwerking ' || id from partnership
    union all
    select content ->> 'name', 'Persoon ' || id from document where kind = 'contact_person'
    union all
    select name, 'Bibliotheek ' || id from library where $libraries
)
group by name
