-- Which known partner each name (a key) means for a library and its gemeenten: one that the library
-- works with, one of those gemeenten, or the only one that is called so; of equal ones rather one
-- that is called so than one that was. No row where none is meant.
with own as (
    select distinct unnest(partners) as id
    from partnership where library = $library and removed_at is null
),
called as (
    select id, name_key, type, gemeente, false as formerly from partner
    union all
    select distinct p.id, a.name_key, p.type, p.gemeente, true
    from partner_alias a
    join partner p on p.id = a.partner and p.name_key <> a.name_key
),
meant as (
    select
        p.name_key, p.id, p.type, p.formerly,
        case
            when p.id in (from own) and list_contains($gemeenten::text[], p.gemeente) then 0
            when p.id in (from own) then 1
            when list_contains($gemeenten::text[], p.gemeente) then 2
            when count(*) over (partition by p.name_key) = 1 then 3
        end as rank
    from called p
    where p.name_key in (select unnest($name_keys::text[]))
)
select name_key, id, type
from meant where rank is not null
qualify row_number() over (partition by name_key order by rank, formerly, id) = 1
order by name_key
